import { deepStrictEqual } from 'node:assert/strict';
import { bruteForceCount, bruteForceTotal, type BruteOptions, type Counted } from '../oracle/brute-force';
import type { Check } from './check';
import { figuresOf, totalOf } from './figures';
import { DEFAULT_OPTIONS, story, type Line } from './story';

/** Some figures of the total, and under `rows` of single rows (`campaign/asset`). Figures not named are not asked. */
export type Expected = Partial<Counted> & { rows?: Record<string, Partial<Counted>> };

/** A hand-worked example: these events, counted with these options, give these figures. */
export function counts(
  sentence: string,
  lines: readonly Line[],
  { rows, ...expected }: Expected,
  options: Partial<BruteOptions> = {},
): Check {
  const events = story(lines);
  const all = { ...DEFAULT_OPTIONS, ...options };
  const compare = (total: Counted, figures: Map<string, Counted>) => {
    deepStrictEqual(picked(total, expected), expected, sentence + explained(total, expected));
    if (!rows) return;
    deepStrictEqual([...figures.keys()].sort(), Object.keys(rows).sort(), sentence);
    for (const [row, wanted] of Object.entries(rows)) {
      const found = figures.get(row)!;
      deepStrictEqual(picked(found, wanted), wanted, `${sentence}: ${row}${explained(found, wanted)}`);
    }
  };
  return {
    sentence,
    run: (counting) => compare(totalOf(counting, events, all), figuresOf(counting, events, all)),
    oracle: () => compare(bruteForceTotal(events, all), bruteForceCount(events, all)),
  };
}

function picked(figures: Counted, like: Partial<Counted>): Partial<Counted> {
  return Object.fromEntries(Object.keys(like).map((id) => [id, figures[id as keyof Counted]]));
}

function explained(found: Counted, wanted: Partial<Counted>): string {
  return `\nwanted ${JSON.stringify(wanted)}\ngot    ${JSON.stringify(picked(found, wanted))}`;
}
