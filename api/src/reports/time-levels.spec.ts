import type { CanonicalEvent, ReportQuery, RowLevel, Sheet } from '@tallysheet/contract';
import { aMessage, DAY_MS, eachStore, eventsOf, isoOf, MINUTE_MS } from '@tallysheet/testing';
import { LOCAL_CTX } from '../platform/workspace-id';
import { SettingsService } from '../settings/settings.service';
import { useApp } from '../testing/use-app';

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const START = Date.UTC(2024, 1, 20);

/** Two campaigns that go on for weeks over the change of the clocks, of all kinds, with opens of people and of robots. */
function randomEvents(seed: number): CanonicalEvent[] {
  const source = numbers(seed);
  const upTo = (n: number) => Math.floor(source.next().value * n);
  const events: CanonicalEvent[] = [];
  for (let message = 0; message < 150; message += 1) {
    const of = {
      person: { id: `${upTo(60)}` },
      channel: 'email' as const,
      campaign: { id: `c${upTo(2)}` },
      asset: { id: `a${upTo(3)}` },
    };
    const tell = (kind: CanonicalEvent['kind'], at: number, more: Partial<CanonicalEvent> = {}) =>
      events.push({ id: `${events.length}`, kind, at: isoOf(at), ...of, ...more });
    const sent = START + upTo(40 * DAY_MS);
    if (upTo(10) > 0) tell('sent', sent);
    if (upTo(10) > 2) tell('delivered', sent + upTo(30 * MINUTE_MS));
    if (upTo(10) > 8) tell('hardBounced', sent + upTo(DAY_MS));
    for (let opens = upTo(3); opens > 0; opens--) tell('opened', sent + upTo(9 * DAY_MS), { bot: upTo(4) === 0 });
    for (let clicks = upTo(3) - 1; clicks > 0; clicks--) {
      tell('clicked', sent + upTo(9 * DAY_MS), { link: { url: `https://example.com/${upTo(3)}` } });
    }
  }
  return events;
}

const at = (text: string, person: string): CanonicalEvent => ({
  ...{ id: person, kind: 'sent', at: `${text}Z`, channel: 'email' },
  ...{ person: { id: person }, campaign: { id: 'c' }, asset: { id: 'a' } },
});

const rowsOf = (sheet: Sheet, level = 0) =>
  sheet.rows
    .filter((row) => row.level === level)
    .map(({ nodeId, name, values }) => [nodeId, name.replace(/\s/gu, ' '), values['sent']]);

/** The days of a row, as a period of one's own. */
function frameOf(level: RowLevel, id: string): { from: string; to: string } {
  if (level === 'day') return { from: id, to: id };
  const first = new Date(`${level === 'month' ? `${id}-01` : id}T00:00:00Z`);
  const last = new Date(first);
  if (level === 'month') last.setUTCMonth(first.getUTCMonth() + 1, 0);
  else last.setUTCDate(first.getUTCDate() + 6);
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

describe('Rows by time', () => {
  eachStore((store) => {
    const app = useApp(store);
    const sheet = (query: Partial<ReportQuery>) =>
      app().sheet({ reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' }, ...query });

    beforeEach(() => app().get(SettingsService).change(LOCAL_CTX, { weekStart: 'monday' }));

    it('begin where the clocks of the zone say so, also on the day that they change', async () => {
      await app().take([
        at('2024-03-10T06:30:00', 'half past one'),
        at('2024-03-10T07:30:00', 'half past three: two o’clock did not come'),
        at('2024-03-11T03:59:59', 'a second before midnight'),
        at('2024-03-11T04:00:00', 'midnight'),
      ]);
      const asked = { timeZone: 'America/New_York', columns: ['sent'] };
      expect(rowsOf(await sheet({ ...asked, groupBy: ['day'] }))).toEqual([
        ['2024-03-10', 'Sun, 10 Mar 2024', 3],
        ['2024-03-11', 'Mon, 11 Mar 2024', 1],
      ]);
      expect(rowsOf(await sheet({ ...asked, groupBy: ['hour'] }))).toEqual([
        ['00', '00:00', 1],
        ['01', '01:00', 1],
        ['03', '03:00', 1],
        ['23', '23:00', 1],
      ]);
      expect(rowsOf(await sheet({ ...asked, groupBy: ['week', 'weekday'] }))).toEqual([
        ['2024-03-04', '4 – 10 Mar 2024', 3],
        ['2024-03-11', '11 – 17 Mar 2024', 1],
      ]);
      expect(rowsOf(await sheet({ ...asked, groupBy: ['weekday', 'hour'] }), 1)).toEqual([
        ['00', '00:00', 1],
        ['01', '01:00', 1],
        ['03', '03:00', 1],
        ['23', '23:00', 1],
      ]);
      // Kathmandu is five hours and three quarters ahead: 12:15, 13:15, 09:44 and 09:45.
      expect(rowsOf(await sheet({ ...asked, timeZone: 'Asia/Kathmandu', groupBy: ['day', 'hour'] }), 1)).toEqual([
        ['12', '12:00', 1],
        ['13', '13:00', 1],
        ['09', '09:00', 2],
      ]);
    });

    it('stand in the order of time, weeks and weekdays as the workspace begins them, in the reader’s language', async () => {
      await app().get(SettingsService).change(LOCAL_CTX, { weekStart: 'sunday' });
      await app().take([
        at('2024-03-09T12:00:00', 'saturday'),
        at('2024-03-10T12:00:00', 'sunday'),
        at('2024-12-02T12:00:00', 'monday'),
      ]);
      const asked = { timeZone: 'UTC', columns: ['sent'] };
      expect(rowsOf(await sheet({ ...asked, groupBy: ['weekday'] }))).toEqual([
        ['7', 'Sunday', 1],
        ['1', 'Monday', 1],
        ['6', 'Saturday', 1],
      ]);
      expect(rowsOf(await sheet({ ...asked, groupBy: ['week'] })).map(([id]) => id)).toEqual([
        '2024-03-03',
        '2024-03-10',
        '2024-12-01',
      ]);
      expect(
        rowsOf(await sheet({ ...asked, groupBy: ['month'], sort: [{ columnId: 'name', direction: 'desc' }] })),
      ).toEqual([
        ['2024-12', 'December 2024', 1],
        ['2024-03', 'March 2024', 2],
      ]);
    });

    it('take nothing away from the rows above them', async () => {
      await app().take(
        eventsOf(
          aMessage({ person: '1' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01')
            .forwarded('2024-03-02 10:00')
            .forwarded('2024-03-05 10:00'),
        ),
      );
      const asked = { timeBasis: 'activity' as const, columns: ['sent', 'forwarded', 'lastActivityAt'] };
      const plain = await sheet({ ...asked, groupBy: ['campaign'] });
      const byDay = await sheet({ ...asked, groupBy: ['campaign', 'day'] });
      expect(byDay.total.values).toEqual(plain.total.values);
      expect(byDay.rows[0]!.values).toEqual(plain.rows[0]!.values);
      expect(byDay.rows.map(({ nodeId }) => nodeId)).not.toContain('2024-03-05');
    });

    it('belong to the day that has begun where clocks go back over midnight', async () => {
      // Newfoundland: at 00:01 of 29 October back to 23:01 of the 28th.
      await app().take(eventsOf(aMessage({ person: '1' }).sent('2006-10-29T03:00:00Z')));
      const timeFrame = { from: '2006-10-29', to: '2006-10-29' };
      const day = await sheet({ timeZone: 'America/St_Johns', timeFrame, columns: ['sent'], groupBy: ['day'] });
      expect(rowsOf(day)).toEqual([['2006-10-29', 'Sun, 29 Oct 2006', 1]]);
    });

    it('hold what a report on that time alone holds, column by column', async () => {
      await app().take(randomEvents(11));
      for (const timeZone of ['UTC', 'America/New_York', 'Asia/Kathmandu']) {
        for (const timeBasis of ['sent', 'activity'] as const) {
          const asked = { timeZone, timeBasis, humanOnly: timeZone === 'UTC' };
          for (const level of ['day', 'week', 'month'] as const) {
            const byTime = await sheet({ ...asked, groupBy: [level, 'campaign'] });
            const periods = byTime.rows.filter((row) => row.level === 0);
            // A day of every week is enough.
            for (const row of periods.filter((_, index) => level !== 'day' || index % 6 === 0)) {
              const alone = await sheet({ ...asked, timeFrame: frameOf(level, row.nodeId), groupBy: ['campaign'] });
              expect({ row: row.id, values: row.values }).toEqual({ row: row.id, values: alone.total.values });
              const beneath = byTime.rows.filter(({ parentId }) => parentId === row.id);
              expect(beneath.map(({ nodeId, values }) => [nodeId, values])).toEqual(
                alone.rows.map(({ nodeId, values }) => [nodeId, values]),
              );
            }
            expect(byTime.total).toEqual((await sheet({ ...asked })).total);
          }
        }
      }
    });

    it('count opens and clicks at the weekday and hour in which they happened', async () => {
      const events = randomEvents(12);
      await app().take(events);
      for (const timeZone of ['America/New_York', 'Asia/Kolkata']) {
        const clock = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          weekday: 'long',
          hour: '2-digit',
          hourCycle: 'h23',
        });
        const byHand = new Map<string, number>();
        for (const { kind, at: when } of events) {
          if (kind !== 'opened') continue;
          const place = clock.format(new Date(when)).replace(', ', ' ');
          byHand.set(place, (byHand.get(place) ?? 0) + 1);
        }
        const found = await sheet({
          reportType: 'engagement-by-hour',
          columns: undefined,
          timeBasis: 'sent',
          timeZone,
        });
        expect(found.timeFrame.basis).toBe('activity');
        const names = new Map(found.rows.map(({ id, name }) => [id, name]));
        const hours = found.rows.filter(({ level, values }) => level === 1 && values['totalOpens'] !== 0);
        expect(
          new Map(
            hours.map(({ parentId, nodeId, values }) => [`${names.get(parentId!)} ${nodeId}`, values['totalOpens']]),
          ),
        ).toEqual(byHand);
        expect(found.total.values['totalOpens']).toBe(events.filter(({ kind }) => kind === 'opened').length);
      }
    });

    it('do not go together with links or domains', async () => {
      await expect(sheet({ groupBy: ['domain', 'day'] })).rejects.toMatchObject({ code: 'levels-not-together' });
    });
  });
});
