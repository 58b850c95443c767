/* The measured variants: each in a process of its own, on an empty store, watched from here. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { eventsOf } from './mailings.mjs';
import { emptyPlace, startServer } from './product.mjs';

/** @typedef {import('./product.mjs').StoreName} StoreName */
/** @typedef {import('./own-work.mjs').Task} Task */
/** @typedef {import('./own-work.mjs').Result} Result */
/** @typedef {{ store: StoreName, mariaDbUrl: string, nodeFlags?: string[] }} Where */

/** The flags that `npm run tallysheet` gives the command line. */
const FLAGS = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')).scripts.tallysheet.match(
  /--\S+/g,
);
const POSTED = 500;
const SENDERS = 8;

/**
 * Has a process do the work on a store that is empty unless one is given; `peakMb` is the most memory that it took.
 * @param {Where} where
 * @param {Task} task
 * @param {import('./product.mjs').Place} [place]
 * @returns {Promise<Result & { peakMb: number }>}
 */
export async function ownWork({ store, mariaDbUrl, nodeFlags = [] }, task, place) {
  const own = place ?? (await emptyPlace(store, mariaDbUrl));
  const child = fork(join(import.meta.dirname, 'own-work.mjs'), {
    env: { ...process.env, ...own.env },
    execArgv: [...(FLAGS ?? []), ...nodeFlags],
  });
  /** @type {Promise<Result>} */
  const answer = new Promise((settle, fail) => {
    child.once('message', settle);
    // Not its exit, which may come before an answer that it has sent.
    child.once('disconnect', () => fail(new Error(`The ${task.work} ended without an answer.`)));
  });
  const exit = new Promise((settle) => child.once('exit', settle));
  child.send(task);
  let peakMb = 0;
  const watch = async () => {
    while (child.exitCode === null) {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      peakMb = Math.max(peakMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      await wait(50);
    }
  };
  const [result] = await Promise.all([answer, watch(), exit]);
  if (!place) await own.drop();
  return { ...result, peakMb: Math.round(peakMb) };
}

/**
 * Calls of 500 events from 8 senders at once, to a server in a process of its own, on an empty store unless one is given.
 * @param {Where} where
 * @param {import('./mailings.mjs').Size} size
 * @param {import('./product.mjs').Place} [given]
 */
export async function posted({ store, mariaDbUrl, nodeFlags }, size, given) {
  const place = given ?? (await emptyPlace(store, mariaDbUrl));
  const server = await startServer(place, nodeFlags);
  const bodies = bodiesOf(size);
  const start = performance.now();
  let events = 0;
  const sender = async () => {
    for (let next = bodies.next(); !next.done; next = bodies.next()) {
      const answer = await fetch(`${server.url}/api/events`, { method: 'POST', body: next.value.body });
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
      const { accepted } = /** @type {{ accepted: number }} */ (await answer.json());
      if (accepted !== next.value.count) throw new Error(`${accepted} of ${next.value.count} events were accepted.`);
      events += accepted;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  const ms = performance.now() - start;
  await server.stop();
  if (!given) await place.drop();
  return { ms, events };
}

/** @param {import('./mailings.mjs').Size} size */
function* bodiesOf(size) {
  let batch = [];
  for (const event of eventsOf(size)) {
    batch.push(event);
    if (batch.length < POSTED) continue;
    yield { body: JSON.stringify(batch), count: batch.length };
    batch = [];
  }
  if (batch.length > 0) yield { body: JSON.stringify(batch), count: batch.length };
}
