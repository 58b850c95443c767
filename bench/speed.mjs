/* Import and calls against bare multi-row inserts of the same events, in rotated rounds on one store. */
import { median, percent, quantile, spread } from './numbers.mjs';
import { ownWork, posted } from './workers.mjs';

/** @typedef {import('./workers.mjs').Where} Where */
/** @typedef {import('./own-work.mjs').Result} Result */
/** @typedef {import('./mailings.mjs').Size} Size */
/** @typedef {{ file: string, size: Size, place?: import('./product.mjs').Place }} Load */

/** What one import tells. @param {Result & { peakMb: number }} result */
export function importFigures({ events, ms, slices, peakMb }) {
  return {
    perSecond: perSecondOf({ events, ms }),
    peakMb,
    sliceEvents: Math.round(events / slices.length),
    sliceMs: { median: median(slices), p95: quantile(slices, 0.95), most: quantile(slices, 1) },
  };
}

/**
 * The first round warms up and is left out. A store is empty each time unless `loadOf` gives one, with events of its own
 * for each variant of each round.
 * @param {Where} where
 * @param {{ rounds: number, commit: number, loadOf: (round: number, variant: string) => Promise<Load> }} options
 *   `commit` is how many events a transaction of the bare inserts has; 0 for as many as the import's
 */
export async function speed(where, { rounds, commit: asked, loadOf }) {
  const perSecond = { baseline: /** @type {number[]} */ ([]), import: [], post: [] };
  /** @type {ReturnType<typeof importFigures>[]} */
  const imports = [];
  let commit = asked;
  /** @type {Record<keyof typeof perSecond, (load: Load) => Promise<{ events: number, ms: number }>>} */
  const variants = {
    import: async ({ place, ...load }) => {
      const result = await ownWork(where, { work: 'import', ...load, commit: 0 }, place);
      imports.push(importFigures(result));
      commit ||= imports[0]?.sliceEvents ?? 1;
      return result;
    },
    baseline: ({ place, ...load }) => ownWork(where, { work: 'baseline', ...load, commit: commit || 1000 }, place),
    post: ({ place, size }) => posted(where, size, place),
  };
  const names = /** @type {(keyof typeof variants)[]} */ (Object.keys(variants));
  for (let round = 0; round < rounds; round += 1) {
    // Each goes first in turn: what comes first on a cold machine must not always be the same.
    for (const name of names.map((_, index) => names[(index + round) % names.length])) {
      if (!name) continue;
      const result = await variants[name](await loadOf(round, name));
      /** @type {number[]} */ (perSecond[name]).push(perSecondOf(result));
    }
    const line = names.map((name) => `${name} ${perSecond[name].at(-1)}/s`);
    console.log(`${where.store} round ${round + 1}: ${line.join(', ')}`);
  }
  const ratio = (/** @type {'import' | 'post'} */ name) =>
    perSecond[name].slice(1).map((each, index) => each / (perSecond.baseline[index + 1] ?? 1));
  const ratios = { import: ratio('import'), post: ratio('post') };
  console.log(`${where.store} import: ${spread(ratios.import, percent)} of bare inserts, ${commit} events a commit`);
  console.log(`${where.store} post: ${spread(ratios.post, percent)} of bare inserts`);
  return { commit, ratios, perSecond, imports: imports.slice(1) };
}

/** @param {{ events: number, ms: number }} result */
function perSecondOf({ events, ms }) {
  return Math.round((events / ms) * 1000);
}
