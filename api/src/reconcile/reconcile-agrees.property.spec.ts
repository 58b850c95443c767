import type { ReconciledRow, Reconciliation, ReportQuery, SettingsPatch } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import fc from 'fast-check';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

/** What another tool may do otherwise: another question, or other settings. */
const OTHERWISE: { query?: Partial<ReportQuery>; settings?: SettingsPatch; back?: SettingsPatch }[] = [
  { query: { humanOnly: true } },
  { query: { hideDeletedPeople: true } },
  { query: { timeBasis: 'activity' } },
  { settings: { softBounce: 'wins' }, back: { softBounce: 'last-word' } },
  { settings: { repeatSends: 'separate' }, back: { repeatSends: 'collapse' } },
];

function unexplained({ rows, total }: Reconciliation): string[] {
  const open = ({ name, state, cells }: ReconciledRow) =>
    state === 'matched'
      ? cells.filter(({ rule }) => rule?.code === 'unexplained').map(({ columnId }) => `${name}: ${columnId}`)
      : [];
  return [...rows, ...(total ? [total] : [])].flatMap(open);
}

describe('A report that was counted by one other rule', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('differs in nothing that this rule does not account for', async () => {
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.constantFrom(...FRAME_CASES),
          fc.constantFrom(...OTHERWISE),
          async (batches, { timeFrame, timeZone }, { query = {}, settings, back }) => {
            await app().empty();
            for (const batch of batches) await app().take(batch);
            const asked = { reportType: 'campaign-email-performance', timeFrame, timeZone };
            if (settings) await app().change(settings);
            const exported = await app()
              .http.post('/api/sheets/export?format=csv')
              .send({ ...asked, ...query })
              .expect(200);
            if (back) await app().change(back);
            const { body } = await app()
              .http.post('/api/sheets/reconcile')
              .field('query', JSON.stringify(asked))
              .attach('file', Buffer.from(exported.text), 'report.csv')
              .expect(200);
            expect(unexplained(body)).toEqual([]);
          },
        ),
        { numRuns: store.name === 'SQLite' ? 20 : 8 },
      );
    }, 120_000);
  });
});
