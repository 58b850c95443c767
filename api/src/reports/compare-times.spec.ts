import type { ReportQuery, RowLevel, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { LOCAL_CTX } from '../platform/workspace-id';
import { SettingsService } from '../settings/settings.service';
import { FRAME_CASES, telling } from '../testing/frame-cases';
import { addDays } from '../testing/local-days';
import { histories } from '../testing/random-history';
import { useApp } from '../testing/use-app';

const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('Rows by time of two periods', () => {
  eachStore((store) => {
    const app = useApp(store);
    const compared = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ timeFrame: MARCH, compare: { to: FEBRUARY }, columns: ['sent'], ...query });
    const shown = ({ rows }: Sheet) =>
      rows.map(({ level, name, beside, values }) => [
        `${'  '.repeat(level)}${plain(name)}`,
        plain(beside ?? ''),
        values['sent'],
        values['sent:other'],
      ]);
    const sent = (at: string, person: string) =>
      aMessage({ person, campaign: '1: Spring', email: '1: Invite' }).sent(at);

    beforeEach(async () => {
      await app().get(SettingsService).change(LOCAL_CTX, { weekStart: 'monday' });
      await app().take(
        eventsOf(
          ...[sent('2024-02-01 10:00', 'a'), sent('2024-02-02 10:00', 'b'), sent('2024-02-29 10:00', 'c')],
          ...[sent('2024-03-01 10:00', 'd'), sent('2024-03-01 11:00', 'e'), sent('2024-03-31 10:00', 'f')],
        ),
      );
    });

    it('stand beside one another by their place: the first day beside the first', async () => {
      expect(shown(await compared({ groupBy: ['day'] }))).toEqual([
        ['Fri, 1 Mar 2024', 'Thu, 1 Feb 2024', 2, 1],
        ['Sat, 2 Mar 2024', 'Fri, 2 Feb 2024', 0, 1],
        ['Fri, 29 Mar 2024', 'Thu, 29 Feb 2024', 0, 1],
        ['Sun, 31 Mar 2024', '', 1, 0],
      ]);
      expect(shown(await compared({ groupBy: ['week'] }))).toEqual([
        ['26 Feb – 3 Mar 2024', '29 Jan – 4 Feb 2024', 2, 2],
        ['25 – 31 Mar 2024', '26 Feb – 3 Mar 2024', 1, 1],
      ]);
      expect(shown(await compared({ groupBy: ['month', 'campaign'] }))).toEqual([
        ['March 2024', 'February 2024', 3, 3],
        ['  Spring', '', 3, 3],
      ]);
      expect(shown(await compared({ groupBy: ['weekday', 'day'] }))).toEqual([
        // Each day stands by its own weekday: the first of February was a Thursday.
        ['Thursday', '', 0, 2],
        ['  Fri, 1 Mar 2024', 'Thu, 1 Feb 2024', 0, 1],
        ['  Fri, 29 Mar 2024', 'Thu, 29 Feb 2024', 0, 1],
        ['Friday', '', 2, 1],
        ['  Fri, 1 Mar 2024', '', 2, 0],
        ['  Sat, 2 Mar 2024', 'Fri, 2 Feb 2024', 0, 1],
        ['Sunday', '', 1, 0],
        ['  Sun, 31 Mar 2024', '', 1, 0],
      ]);
    });

    it('that have no place in this period come last, under their own date', async () => {
      const sheet = await compared({ timeFrame: FEBRUARY, compare: { to: MARCH }, groupBy: ['campaign', 'day'] });
      expect(shown(sheet)).toEqual([
        ['Spring', '', 3, 3],
        ['  Thu, 1 Feb 2024', 'Fri, 1 Mar 2024', 1, 2],
        ['  Fri, 2 Feb 2024', '', 1, 0],
        ['  Thu, 29 Feb 2024', '', 1, 0],
        ['  Sun, 31 Mar 2024', '', 0, 1],
      ]);
      expect(sheet.rows.at(-1)).toMatchObject({ nodeId: 'other:2024-03-31', id: 'campaign:1/day:other:2024-03-31' });
    });

    it('of all time keep their dates', async () => {
      const sheet = await compared({ timeFrame: { preset: 'all-time' }, groupBy: ['month'] });
      expect(shown(sheet)).toEqual([
        ['February 2024', '', 3, 3],
        ['March 2024', '', 3, 0],
      ]);
    });

    it('each have what a sheet of that period alone has at their place', async () => {
      const frames = FRAME_CASES.filter(({ timeFrame }) => 'from' in timeFrame);
      const rows: RowLevel[][] = [['day'], ['campaign', 'day'], ['day', 'hour']];
      const asked = fc.record({
        own: fc.constantFrom(...frames),
        other: fc.constantFrom(...frames),
        groupBy: fc.constantFrom(...rows),
        timeBasis: fc.constantFrom('sent' as const, 'activity' as const),
        humanOnly: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(
          histories(telling(Date.now())),
          fc.array(asked, { minLength: 3, maxLength: 3 }),
          async (batches, cases) => {
            await app().empty();
            for (const batch of batches) await app().take(batch);
            for (const { own, other, ...same } of cases) {
              const columns = ['sent', 'opened', 'totalClicks', 'deliveredRate'];
              const [ownFrame, otherFrame] = [own.timeFrame, other.timeFrame] as (typeof MARCH)[];
              const ask = (timeFrame: typeof MARCH, more: Partial<ReportQuery> = {}) =>
                app().sheet({ ...same, timeZone: own.timeZone, timeFrame, columns, ...more });
              const both = valuesById(await ask(ownFrame!, { compare: { to: otherFrame! } }));
              const ownRows = valuesById(await ask(ownFrame!));
              const otherRows = new Map(
                [...valuesById(await ask(otherFrame!))].map(([id, row]) => [moved(id, ownFrame!, otherFrame!), row]),
              );
              expect([...both.keys()].sort()).toEqual([...new Set([...ownRows.keys(), ...otherRows.keys()])].sort());
              for (const [id, row] of both) {
                for (const column of columns) {
                  const none = column.endsWith('Rate') ? null : 0;
                  const mine = ownRows.has(id) ? ownRows.get(id)![column] : none;
                  const theirs = otherRows.has(id) ? otherRows.get(id)![column] : none;
                  expect([id, column, row[column], row[`${column}:other`]]).toEqual([id, column, mine, theirs]);
                }
              }
            }
          },
        ),
        { numRuns: store.name === 'SQLite' ? 25 : 8 },
      );
    }, 120_000);
  });
});

/** The id of the row in which a day of the other period has its place. */
function moved(id: string, own: typeof MARCH, other: typeof MARCH): string {
  return id.replace(/day:(\d{4}-\d{2}-\d{2})/, (_, day: string) => {
    const place = addDays(own.from, Math.round((Date.parse(day) - Date.parse(other.from)) / 86_400_000));
    return place <= own.to ? `day:${place}` : `day:other:${day}`;
  });
}

function valuesById({ rows, total }: Sheet): Map<string, Sheet['total']['values']> {
  return new Map([...rows, total].map(({ id, values }) => [id, values]));
}
