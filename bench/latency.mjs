/* How long a webhook of one event takes: on a quiet server, and while a file of the very same campaigns is imported. */
import { emptyPlace, startServer } from './product.mjs';
import { ownWork } from './workers.mjs';

const IDLE_CALLS = 200;
const PAUSE_MS = 10;

/**
 * @param {import('./workers.mjs').Where} where
 * @param {import('./own-work.mjs').Task} task the import that runs meanwhile
 * @returns {Promise<{ idle: number[], underImport: number[], slices: number[] }>} in ms
 */
export async function webhookLatency(where, task) {
  const place = await emptyPlace(where.store, where.mariaDbUrl);
  const server = await startServer(place);
  const address = await webhookAddress(server.url);
  const bodies = notices();
  const call = async () => {
    const start = performance.now();
    const answer = await fetch(address, { method: 'POST', body: bodies.next().value ?? '' });
    const { accepted } = /** @type {{ accepted: number }} */ (await answer.json());
    if (accepted !== 1) throw new Error(`A webhook was answered with ${answer.status}.`);
    await new Promise((settle) => setTimeout(settle, PAUSE_MS));
    return performance.now() - start - PAUSE_MS;
  };
  const idle = [];
  for (let n = 0; n < IDLE_CALLS; n += 1) idle.push(await call());
  /** @type {number[]} */
  const underImport = [];
  let isImporting = true;
  const importing = ownWork(where, task, place).finally(() => (isImporting = false));
  while (isImporting) underImport.push(await call());
  const { ms, slices } = await importing;
  await server.stop();
  await place.drop();
  return { idle: idle.slice(IDLE_CALLS / 4), underImport: during(underImport, ms), slices };
}

/** The calls of the last `ms`: those that met the import. @param {number[]} calls @param {number} ms */
function during(calls, ms) {
  let total = 0;
  let from = calls.length;
  while (from > 0 && total < ms) total += (calls[--from] ?? 0) + PAUSE_MS;
  return calls.slice(from);
}

/** A sender that signs nothing. @param {string} url */
async function webhookAddress(url) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ provider: 'sparkpost' });
  const answer = await fetch(`${url}/api/sources/keys`, { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return url + /** @type {{ path: string }} */ (await answer.json()).path;
}

/** Opens of the one mailing that the import brings, each as a body of its own. */
function* notices() {
  for (let n = 0; ; n += 1) {
    const message = { campaign_id: 'campaign-0', template_id: 'email-0', rcpt_meta: { person: `person-${n}` } };
    const event = {
      type: 'open',
      event_id: `hook-${n}`,
      timestamp: '1735732800',
      rcpt_to: 'a@example.com',
      ...message,
    };
    yield JSON.stringify([{ msys: { track_event: event } }]);
  }
}
