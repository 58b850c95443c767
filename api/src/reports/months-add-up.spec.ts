import type { ReportQuery, SheetRow } from '@tallysheet/contract';
import { reportTypeById } from '@tallysheet/report-model';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

/** Each month of 2024 begins 4 or 5 hours after UTC's in New York, 5½ and 5¾ hours before it in India and Nepal. */
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Asia/Kathmandu'];
const LAST_DAYS = ['01-31', '02-29', '03-31', '04-30', '05-31', '06-30'];

/** Every count; rates are divided anew in each month, and of instants each month has its own. */
const COUNTS = reportTypeById('campaign-email-performance').columns.filter(
  (id) => !/(Rate|At)$/.test(id) && !['subject', 'fromName', 'programName', 'channel', 'tags'].includes(id),
);

/** A mailing at each edge of a month in one of the zones, and what is done with it, some of it months later. */
const told = () =>
  eventsOf(
    aMessage({ person: '1' }).sent('2024-01-31 23:59:59').delivered('2024-02-01 00:00').opened('2024-02-01 00:01'),
    aMessage({ person: '2' })
      .sent('2024-01-31 18:29:59')
      .opened('2024-01-31 18:30')
      .clicked('2024-03-01 04:59:59', 'https://a.example/')
      .clicked('2024-03-01 05:00', 'https://a.example/'),
    aMessage({ person: '3' }).sent('2024-01-31 18:14:59').hardBounced('2024-01-31 18:15'),
    aMessage({ person: '4' }).sent('2024-02-29 18:15').softBounced('2024-03-31 18:15').opened('2024-06-30 18:14:59'),
    aMessage({ person: '5', campaign: '2: Autumn' }).sent('2024-03-31 03:59:59').softBounced('2024-03-31 04:00'),
    aMessage({ person: '6', campaign: '2' }).opened('2024-04-30 18:30').unsubscribed('2024-05-01 03:59:59'),
    aMessage({ person: '7', campaign: '2' }).delivered('2024-02-29 23:59').complained('2024-04-01 00:00'),
    aMessage({ person: '8', campaign: '2', email: '2: Reminder' })
      .sent('2024-05-31 18:14:59')
      .delivered('2024-05-31 18:15')
      .forwarded('2024-06-01 03:59:59')
      .opened('2024-06-01 04:00'),
    aMessage({ person: '9', campaign: '2', email: '2' }).sent('2024-04-30 23:59:59'),
  );

/** 1, 2, 4, 6, 7 and 8 are delivered, of whom 7 complained without an open; 9 was never heard of again. */
const WHOLE = {
  ...{ sent: 9, delivered: 6, hardBounced: 1, softBounced: 1, pending: 0, aborted: 1 },
  ...{ opened: 5, clicked: 1, unsubscribed: 1, complained: 1, forwarded: 1, totalOpens: 5, totalClicks: 2 },
};

/** Counts of rows and the total by id, added up over several sheets. */
function addedUp(sheets: readonly { rows: SheetRow[]; total: Pick<SheetRow, 'id' | 'values'> }[]) {
  const sums: Record<string, Record<string, number>> = {};
  for (const { id, values } of sheets.flatMap(({ rows, total }) => [...rows, total])) {
    const sum = (sums[id] ??= Object.fromEntries(COUNTS.map((column) => [column, 0])));
    for (const column of COUNTS) sum[column]! += Number(values[column]);
  }
  return sums;
}

describe('Month by month', () => {
  eachStore((store) => {
    const app = useApp(store);

    it.each(ZONES)('every count adds up to the whole in %s, by date sent and by date of activity', async (timeZone) => {
      await app().take(told());
      for (const timeBasis of ['sent', 'activity'] as const) {
        const sheet = (timeFrame: ReportQuery['timeFrame']) =>
          app().sheet({ timeFrame, timeZone, timeBasis, columns: [...COUNTS] });
        const months = await Promise.all(
          LAST_DAYS.map((last) => sheet({ from: `2024-${last.slice(0, 2)}-01`, to: `2024-${last}` })),
        );
        const whole = addedUp([await sheet({ preset: 'all-time' })]);
        expect(addedUp(months)).toEqual(whole);
        expect(whole['total']).toEqual(WHOLE);
      }
    });

    it('a message counts in the month that its zone’s clocks show', async () => {
      await app().take(told());
      const sentInJanuary = async (timeZone: string) => {
        const timeFrame = { from: '2024-01-01', to: '2024-01-31' };
        return (await app().sheet({ timeFrame, timeZone, columns: ['sent'] })).total.values['sent'];
      };
      // 23:59:59, 18:29:59 and 18:14:59 of UTC's 31 January: February has begun at 18:30 in India, at 18:15 in Nepal.
      const counted = await Promise.all(ZONES.map(sentInJanuary));
      expect(Object.fromEntries(ZONES.map((zone, at) => [zone, counted[at]]))).toEqual({
        UTC: 3,
        'America/New_York': 3,
        'Asia/Kolkata': 2,
        'Asia/Kathmandu': 1,
      });
    });
  });
});
