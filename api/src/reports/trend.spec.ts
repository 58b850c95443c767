import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import { LOCAL_CTX } from '../platform/workspace-id';
import { SettingsService } from '../settings/settings.service';
import { useApp } from '../testing/use-app';

const SHOES = 'https://a.example/shoes';
const QUARTER = { from: '2024-01-01', to: '2024-03-31' };

/**
 * January: Spring 2 messages, both delivered, one opened in February. February: none. March: Spring 1, bounced; Fall 1, which
 * was opened and clicked.
 */
const events = () =>
  eventsOf(
    aMessage({ person: '1', campaign: '1: Spring', email: '1: Invite' })
      .delivered('2024-01-10 09:00')
      .opened('2024-02-03 10:00'),
    aMessage({ person: '2', campaign: '1', email: '1' }).delivered('2024-01-31 23:30'),
    aMessage({ person: '3', campaign: '1', email: '1' }).sent('2024-03-04').hardBounced('2024-03-04'),
    aMessage({ person: '1', campaign: '2: Fall', email: '2: Note' })
      .delivered('2024-03-31 22:30')
      .clicked('2024-03-31 22:40', SHOES),
  );

describe('A trend', () => {
  eachStore((store) => {
    const app = useApp(store);
    const trend = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ timeFrame: QUARTER, trend: 'month', groupBy: ['campaign'], columns: ['sent'], ...query });
    const values = ({ rows, total }: Sheet) => ({
      ...Object.fromEntries(rows.map((row) => [row.name, row.values])),
      Total: total.values,
    });
    const ids = ({ columns }: Sheet) => columns.map(({ id }) => id);

    beforeEach(async () => {
      await app().get(SettingsService).change(LOCAL_CTX, { weekStart: 'monday' });
      await app().take(events());
    });

    it('has each month beside the whole, in rows and in the total', async () => {
      const sheet = await trend();
      expect(sheet.columns).toEqual([
        { id: 'sent', label: 'Sent', unit: 'count' },
        { id: 'sent@2024-01', label: 'Sent (Jan 2024)', unit: 'count', of: 'sent', period: '2024-01' },
        { id: 'sent@2024-02', label: 'Sent (Feb 2024)', unit: 'count', of: 'sent', period: '2024-02' },
        { id: 'sent@2024-03', label: 'Sent (Mar 2024)', unit: 'count', of: 'sent', period: '2024-03' },
      ]);
      expect(values(sheet)).toEqual({
        Spring: { sent: 3, 'sent@2024-01': 2, 'sent@2024-02': 0, 'sent@2024-03': 1 },
        Fall: { sent: 1, 'sent@2024-01': 0, 'sent@2024-02': 0, 'sent@2024-03': 1 },
        Total: { sent: 4, 'sent@2024-01': 2, 'sent@2024-02': 0, 'sent@2024-03': 2 },
      });
    });

    it('divides rates and formulas after adding up each month, and has the first and last instants of each', async () => {
      const perSent = { id: 'perSent', label: 'Per sent', formula: '=opened / sent', unit: 'number' as const };
      const sheet = await trend({
        columns: ['deliveredRate', 'perSent', 'firstSentAt', 'subject'],
        calculatedColumns: [perSent],
      });
      // A text is the same in every month.
      expect(ids(sheet).filter((id) => id.startsWith('subject'))).toEqual(['subject']);
      const { Total } = values(sheet);
      expect(Total).toMatchObject({
        ...{ deliveredRate: 3 / 4, 'deliveredRate@2024-01': 1, 'deliveredRate@2024-02': null },
        ...{ 'deliveredRate@2024-03': 1 / 2, 'delivered@2024-03': 1, 'sent@2024-03': 2 },
        ...{ perSent: 2 / 4, 'perSent@2024-01': 1 / 2, 'perSent@2024-02': null, 'perSent@2024-03': 1 / 2 },
        ...{ firstSentAt: '2024-01-10T09:00:00.000Z', 'firstSentAt@2024-02': null },
        'firstSentAt@2024-03': '2024-03-04T00:00:00.000Z',
      });
    });

    it('counts messages where they were sent, with `activity` what happened in each month', async () => {
      const opened = async (timeBasis: ReportQuery['timeBasis']) =>
        (await trend({ columns: ['opened'], timeBasis })).total.values;
      expect(await opened('sent')).toEqual({ opened: 2, ...months('opened', 1, 0, 1) });
      expect(await opened('activity')).toEqual({ opened: 2, ...months('opened', 0, 1, 1) });
    });

    it('begins months where the zone does', async () => {
      // In Paris the message of 31 January, 23:30, is of February, and that of 31 March, 22:30, is of April.
      const { total } = await trend({ timeZone: 'Europe/Paris' });
      expect(total.values).toEqual({ sent: 3, ...months('sent', 1, 1, 1) });
    });

    it('has the weeks that begin before and end after the time frame, as far as they are in it', async () => {
      const timeFrame = { from: '2024-03-01', to: '2024-03-05' };
      const sheet = await trend({ trend: 'week', timeFrame });
      expect(sheet.columns.slice(1).map(({ label, period }) => [label, period])).toEqual([
        ['Sent (26 Feb\u2009–\u20093 Mar 2024)', '2024-02-26'],
        ['Sent (4\u2009–\u200910 Mar 2024)', '2024-03-04'],
      ]);
      expect(sheet.total.values).toEqual({ sent: 1, 'sent@2024-02-26': 0, 'sent@2024-03-04': 1 });
      await app().get(SettingsService).change(LOCAL_CTX, { weekStart: 'sunday' });
      expect(ids(await trend({ trend: 'week', timeFrame }))).toEqual(['sent', 'sent@2024-02-25', 'sent@2024-03-03']);
    });

    it('has the days of a short time frame, also where rows are by the hour', async () => {
      const sheet = await trend({
        ...{ trend: 'day', timeFrame: { from: '2024-03-30', to: '2024-03-31' }, groupBy: ['hour'] },
      });
      expect(values(sheet)).toEqual({
        '22:00': { sent: 1, 'sent@2024-03-30': 0, 'sent@2024-03-31': 1 },
        Total: { sent: 1, 'sent@2024-03-30': 0, 'sent@2024-03-31': 1 },
      });
    });

    it('of all time goes from the first to the last month in which anything counts', async () => {
      const sheet = await trend({ timeFrame: { preset: 'all-time' } });
      expect(sheet.total.values).toEqual({ sent: 4, ...months('sent', 2, 0, 2) });
      await app().empty();
      const empty = await trend({ timeFrame: { preset: 'all-time' } });
      expect(ids(empty)).toEqual(['sent']);
    });

    it('is sorted by any of its columns, which say what the top rows and the others are as well', async () => {
      const sort = [{ columnId: 'sent@2024-01', direction: 'asc' as const }];
      const sheet = await trend({ sort, top: 1 });
      expect(values(sheet)).toMatchObject({
        Fall: { 'sent@2024-01': 0 },
        Others: { sent: 3, ...months('sent', 2, 0, 1) },
      });
      // What was sorted by a month that has gone by stays a report.
      const moved = await trend({ sort, timeFrame: { from: '2024-03-01', to: '2024-03-31' } });
      expect(moved.rows.map(({ name }) => name)).toEqual(['Fall', 'Spring']);
    });

    it('stands beside a comparison, which is of the whole', async () => {
      const sheet = await trend({
        timeFrame: { from: '2024-03-01', to: '2024-03-31' },
        compare: { to: { from: '2024-01-01', to: '2024-01-31' } },
      });
      expect(ids(sheet)).toEqual(['sent', 'sent:other', 'sent:change', 'sent:changeRate', 'sent@2024-03']);
      expect(sheet.total.values).toMatchObject({ sent: 2, 'sent:other': 2, 'sent@2024-03': 2 });
    });

    it('tells who is behind each number, and how it was made', async () => {
      const query = {
        reportType: 'campaign-email-performance',
        timeFrame: QUARTER,
        trend: 'month',
        groupBy: ['campaign'],
      };
      const cell = { ...query, rowId: 'campaign:1', columnId: 'sent@2024-01' };
      const people = await app()
        .http.post('/api/sheets/people')
        .send({ ...cell, limit: 1 })
        .expect(200);
      expect(people.body).toMatchObject({ total: 2, rows: [{ person: { id: '1' } }] });
      const next = await app()
        .http.post('/api/sheets/people')
        .send({ ...cell, limit: 1, cursor: people.body.next })
        .expect(200);
      expect(next.body).toMatchObject({ rows: [{ person: { id: '2' } }], next: null });
      const explained = await app()
        .http.post('/api/sheets/explain')
        .send({ ...cell, columnId: 'deliveredRate@2024-03' })
        .expect(200);
      expect(explained.body).toMatchObject({
        ...{ columnId: 'deliveredRate@2024-03', label: '% Delivered (Mar 2024)', value: 0 },
        parts: [
          { columnId: 'delivered@2024-03', label: 'Delivered (Mar 2024)', value: 0 },
          { columnId: 'sent@2024-03', label: 'Sent (Mar 2024)', value: 1 },
        ],
        timeFrame: { from: '2024-03-01T00:00:00.000Z', to: '2024-04-01T00:00:00.000Z' },
      });
      // A month cut by the time frame is so for its people too.
      const cut = { ...cell, timeFrame: { from: '2024-01-20', to: '2024-03-31' } };
      expect((await app().http.post('/api/sheets/people').send(cut).expect(200)).body.total).toBe(1);
      for (const columnId of ['sent@2024-04', 'sent@2024-13', 'sent@', 'sent@2024-01@2024-01']) {
        const { body } = await app()
          .http.post('/api/sheets/people')
          .send({ ...cell, columnId })
          .expect(400);
        expect(body).toMatchObject({ code: 'unknown-column', path: 'columnId' });
      }
    });

    it('goes into files and saved reports, in the reader’s language', async () => {
      const query = { reportType: 'campaign-email-performance', timeFrame: QUARTER, trend: 'month', columns: ['sent'] };
      const { body } = await app().http.post('/api/reports').send({ name: 'Months', query }).expect(201);
      expect(body.query.trend).toBe('month');
      const file = await app()
        .http.get(`/api/reports/${body.id}/export?format=csv`)
        .set('Accept-Language', 'fr')
        .expect(200);
      const lines: string[][] = parse(file.text, { bom: true });
      expect(lines[0]!.slice(2)).toEqual([
        ...['Envoyés', 'Envoyés (janv. 2024)', 'Envoyés (févr. 2024)', 'Envoyés (mars 2024)'],
      ]);
      expect(lines.at(-1)!.slice(2)).toEqual(['4', '2', '0', '2']);
    });

    const refused: [string, Partial<ReportQuery>, object][] = [
      [
        'with more columns than there is room for',
        { trend: 'day', timeFrame: { from: '2020-01-01', to: '2024-12-31' }, columns: ['sent', 'subject'] },
        // 5 years with two leap days, and none beside the subject.
        { code: 'too-many-trend-columns', path: 'trend', params: { count: 1827, limit: 500 } },
      ],
      [
        'of clicks by domain, which are not kept by the time of day',
        { groupBy: ['domain'] },
        { code: 'levels-not-together', path: 'trend', params: { a: 'domain', b: 'month' } },
      ],
      ['by something that does not follow one another', { trend: 'weekday' as 'day' }, { code: 'invalid-request' }],
      ['sorted by a month that is none', sortedBy('sent@2024-13'), { code: 'unknown-column', path: 'sort' }],
      ['sorted by the months of a text', sortedBy('subject@2024-01'), { code: 'unknown-column', path: 'sort' }],
      ['sorted by days', sortedBy('sent@2024-01-01'), { code: 'unknown-column', path: 'sort' }],
      ['asked for by one of its columns', { columns: ['sent@2024-01'] }, { code: 'unknown-column', path: 'columns' }],
    ];
    it.each(refused)('is refused %s', async (_, change, problem) => {
      const query = { reportType: 'campaign-email-performance', timeFrame: QUARTER, trend: 'month', ...change };
      const { body } = await app().http.post('/api/sheets').send(query).expect(400);
      expect(body).toMatchObject(problem);
    });
  });
});

function months(id: string, january: number, february: number, march: number) {
  return { [`${id}@2024-01`]: january, [`${id}@2024-02`]: february, [`${id}@2024-03`]: march };
}

function sortedBy(columnId: string): Partial<ReportQuery> {
  return { sort: [{ columnId, direction: 'asc' }] };
}
