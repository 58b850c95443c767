import fc from 'fast-check';
import type { Check, Counting } from './check';

/** Something that must hold of every history that the generators can think of. */
export interface Property {
  sentence: string;
  /** Tries so many histories; the same seed tries the same ones. */
  run(counting: Counting, parameters: { numRuns: number; seed?: number }): void;
}

/**
 * A property of what one arbitrary gives; `holds` throws where it does not. A cheap one that has much to find is
 * tried `times` as often as it is asked for.
 */
export function property<T>(
  sentence: string,
  given: fc.Arbitrary<T>,
  holds: (counting: Counting, value: T) => void,
  times = 1,
): Property {
  return {
    sentence,
    run: (counting, { numRuns, ...parameters }) =>
      fc.assert(
        fc.property(given, (value) => holds(counting, value)),
        { ...parameters, numRuns: numRuns * times },
      ),
  };
}

/** A property as a check that always tries the same histories. */
export function seeded({ sentence, run }: Property, numRuns: number, seed: number): Check {
  return { sentence, run: (counting) => run(counting, { numRuns, seed }) };
}
