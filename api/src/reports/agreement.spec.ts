import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { checkAgainstOracle, DEFAULT_COUNTING, type CountingSettings } from '../testing/check-against-oracle';
import { comparable } from '../testing/comparable';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { histories } from '../testing/random-history';
import type { TestApp } from '../testing/test-app';
import { useApp } from '../testing/use-app';

const moments = telling(Date.now());

const CHANGED_RULES: readonly CountingSettings[] = [
  { ...DEFAULT_COUNTING, softBounce: 'wins' },
  { ...DEFAULT_COUNTING, repeatSends: 'separate' },
  { ...DEFAULT_COUNTING, repeatSends: 'separate', repeatKey: 'messageId', bots: { proximitySeconds: 2 } },
];

/** The cases that a change of rules could show in: everything, and an edge. */
const SOME_CASES = FRAME_CASES.filter((_, index) => index % 4 === 0);

async function takeAnew(app: TestApp, batches: Parameters<TestApp['take']>[0][]): Promise<void> {
  await app.empty();
  for (const batch of batches) await app.take(batch);
}

describe('The sheet shows what a count by the rules alone gives', () => {
  eachStore((store) => {
    const app = useApp(store);
    const runs = store.name === 'SQLite' ? 25 : 10;

    it('in every column, note, zone and basis, with machines and without', async () => {
      await fc.assert(
        fc.asyncProperty(histories(moments), async (batches) => {
          await takeAnew(app(), batches);
          await checkAgainstOracle(app(), batches.flat(), DEFAULT_COUNTING);
        }),
        { numRuns: runs },
      );
    }, 120_000);

    it('also after a counting rule was changed, which is the same as importing under it', async () => {
      await fc.assert(
        fc.asyncProperty(histories(moments), fc.constantFrom(...CHANGED_RULES), async (batches, rules) => {
          await app().change(DEFAULT_COUNTING);
          await takeAnew(app(), batches);
          await app().change(rules);
          await checkAgainstOracle(app(), batches.flat(), rules, SOME_CASES);
          const recounted = comparable(await app().sheet());
          await takeAnew(app(), batches);
          expect(comparable(await app().sheet())).toEqual(recounted);
        }),
        { numRuns: Math.ceil(runs / 2) },
      );
      await app().change(DEFAULT_COUNTING);
    }, 120_000);
  });
});
