/* A store that grows by import to one size after another, and the rounds of `speed` on it at each of them. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { BARE } from './bare.mjs';
import { writeEvents } from './event-file.mjs';
import { mailingOf, PEOPLE } from './mailings.mjs';
import { times } from './numbers.mjs';
import { openProduct, product } from './product.mjs';
import { COUNTRIES } from './sheet-queries.mjs';
import { importFigures, speed } from './speed.mjs';
import { ownWork } from './workers.mjs';

/** @typedef {import('./workers.mjs').Where} Where */
/** @typedef {import('./own-work.mjs').Result} Result */

/** What the first and the last messages of a store cost are compared by so many. */
const EDGE = 100_000;
const ROUND = 30_000;
const VARIANTS = ['import', 'baseline', 'post'];

/**
 * @param {Where} where
 * @param {{ place: import('./product.mjs').Place, folder: string, sizes: number[], rounds: number, commit: number }} options
 */
export async function grown(where, { place, folder, sizes, rounds, commit }) {
  const mailing = mailingOf(Math.max(...sizes));
  const found = [];
  let messages = 0;
  let firstEdge = Number.NaN;
  for (const size of sizes) {
    const more = { messages: size - messages, mailing, first: messages / mailing };
    const file = await writeEvents(join(folder, 'grown.ndjson'), more);
    const result = await ownWork(where, { work: 'import', file, size: more, commit: 0 }, place);
    await rm(file);
    if (messages === 0) firstEdge = costOf(result, more.messages, 0);
    const lateToEarly = costOf(result, more.messages, more.messages - EDGE) / firstEdge;
    messages = size;
    const figures = { ...importFigures(result), lateToEarly };
    console.log(
      `${where.store} at ${size} messages: ${figures.perSecond} events/s, the last ${EDGE} messages cost ` +
        `${times(lateToEarly)} the first, memory at most ${figures.peakMb} MB`,
    );
    const loadOf = async (/** @type {number} */ round, /** @type {string} */ variant) => {
      // Mailings of their own, to campaigns and assets that are there.
      const first = size + 1000 * (round * VARIANTS.length + VARIANTS.indexOf(variant));
      const load = { messages: ROUND, mailing: 5000, first };
      return { file: await writeEvents(join(folder, `${variant}.ndjson`), load), size: load, place };
    };
    found.push({ messages: size, import: figures, speed: await speed(where, { rounds, commit, loadOf }) });
    await dropBare(place);
  }
  await tellCountries(place);
  return found;
}

/** What 100,000 messages cost from the one at this place on, in ms. @param {Result} result @param {number} messages @param {number} at */
function costOf({ progress, events, ms }, messages, at) {
  const timeAt = (/** @type {number} */ message) => {
    const rows = (message * events) / messages;
    return rows === 0 ? 0 : (progress.find(([read]) => read >= rows)?.[1] ?? ms);
  };
  return timeAt(at + EDGE) - timeAt(at);
}

/** Tells where people live, for sheets of some of them. @param {import('./product.mjs').Place} place */
async function tellCountries(place) {
  const { ImportService } = product('./imports/import.service.js');
  const { LOCAL_CTX } = product('./platform/workspace-id.js');
  const rows = Readable.from(
    (function* lines() {
      yield Buffer.from('person.id,country\n');
      for (let from = 0; from < PEOPLE; from += 1000) {
        const some = Array.from({ length: 1000 }, (_, n) => `person-${from + n},C${(from + n) % COUNTRIES}\n`);
        yield Buffer.from(some.join(''));
      }
    })(),
  );
  const { get, close } = await openProduct(place);
  await get(ImportService).run(LOCAL_CTX, rows, { format: 'people' });
  await close();
}

/** Leaves in the store what the product has taken in, and nothing else. @param {import('./product.mjs').Place} place */
async function dropBare(place) {
  const { database, close } = await openProduct(place);
  await database.store.transaction((/** @type {any} */ transaction) =>
    transaction.query('DELETE FROM event WHERE workspace_id = 1 AND campaign_key = ?', [BARE]),
  );
  await close();
}
