import type { CanonicalEvent, ReconciledRow, Reconciliation, ReportQuery } from '@tallysheet/contract';
import { aMessage, aWorkbook, eachStore, eventsOf, type WorkbookCell } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import type { TestApp } from '../testing/test-app';
import { useApp } from '../testing/use-app';

const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const QUERY: ReportQuery = { reportType: 'campaign-email-performance', groupBy: ['campaign'], timeFrame: MARCH };

function post(app: TestApp, query: unknown, file: Uint8Array | string, name = 'report.xlsx') {
  const text = typeof query === 'string' ? query : JSON.stringify(query);
  return app.http.post('/api/sheets/reconcile').field('query', text).attach('file', Buffer.from(file), name);
}

/** A report by campaign beside a sheet by campaign. */
async function compared(
  app: TestApp,
  headers: readonly string[],
  rows: readonly (readonly WorkbookCell[])[],
  query: Partial<ReportQuery> = {},
): Promise<Reconciliation> {
  const file = aWorkbook({ name: 'Report', rows: [['Campaign Name', ...headers], ...rows] });
  const { body } = await post(app, { ...QUERY, ...query }, file).expect(200);
  return body;
}

/** Of each number that differs: the column and the rule. */
function rulesOf({ cells, rule }: ReconciledRow): Record<string, string> {
  const differing = cells.filter(({ difference }) => difference !== 0);
  const told = differing.map(({ columnId, rule: its }) => [columnId, its?.code ?? '']);
  return Object.fromEntries([...(rule ? [['row', rule.code]] : []), ...told]);
}

/** Four messages of March: one only opened by a machine, one hard bounced, one without news, one clicked. */
function march(campaign = '1: Spring'): CanonicalEvent[] {
  const message = (person: string) => aMessage({ person, campaign, email: '1: Invite' });
  return eventsOf(
    message('1').sent('2024-03-04 09:00').delivered('2024-03-04 09:01').opened('2024-03-04 09:02', { bot: true }),
    message('2').sent('2024-03-04 09:00').hardBounced('2024-03-04 09:01'),
    message('3').sent('2024-03-04 09:00'),
    message('4')
      .sent('2024-03-04 09:00')
      .delivered('2024-03-04 09:01')
      .clicked('2024-03-04 10:00', 'https://a.example/'),
  );
}

interface Case {
  events: CanonicalEvent[];
  headers: string[];
  row: WorkbookCell[];
  query?: Partial<ReportQuery>;
  rules: Record<string, string>;
}

const message = (person: string) => aMessage({ person, campaign: '1: Spring', email: '1: Invite' });

const CASES: Record<string, Case> = {
  'machines do not count there': {
    events: march(),
    headers: ['Opened', 'Clicked Email', '% Opened'],
    row: [1, 1, 0.5],
    rules: { opened: 'people-only', openRate: 'people-only' },
  },
  'machines count there': {
    events: march(),
    headers: ['Opened', 'Clicked Email'],
    row: [2, 1],
    query: { humanOnly: true },
    rules: { opened: 'bots-counted' },
  },
  'what was given up is still pending there': {
    events: march(),
    headers: ['Sent', 'Pending'],
    row: [4, 1],
    rules: { pending: 'pending-with-aborted' },
  },
  'the copy is older than three days': {
    events: march(),
    headers: ['Sent', 'Pending', 'Aborted'],
    row: [4, 1, 0],
    rules: { pending: 'counted-earlier', aborted: 'counted-earlier' },
  },
  'deleted people do not count there': {
    events: [...march(), { id: 'gone', kind: 'personDeleted', at: '2024-05-01T00:00:00Z', person: { id: '2' } }],
    headers: ['Sent', 'Hard Bounced'],
    row: [3, 0],
    rules: { sent: 'deleted-left-out', hardBounced: 'deleted-left-out' },
  },
  'deleted people count there': {
    events: [...march(), { id: 'gone', kind: 'personDeleted', at: '2024-05-01T00:00:00Z', person: { id: '2' } }],
    headers: ['Sent', 'Hard Bounced'],
    row: [4, 1],
    query: { hideDeletedPeople: true },
    rules: { sent: 'deleted-counted', hardBounced: 'deleted-counted' },
  },
  'test sends count there': {
    events: [...march(), ...message('test').sent('2024-03-04 08:00', { test: true }).events],
    headers: ['Sent', 'Delivered'],
    row: [5, 2],
    rules: { sent: 'test-sends-counted' },
  },
  'what has no send record does not count there': {
    events: [...march(), ...message('5').delivered('2024-03-05 09:00').events],
    headers: ['Sent', 'Delivered'],
    row: [4, 3],
    rules: { sent: 'no-send-record' },
  },
  'a soft bounce holds there': {
    events: eventsOf(
      message('1').sent('2024-03-04 09:00').softBounced('2024-03-04 09:01').delivered('2024-03-04 12:00'),
      message('2').sent('2024-03-04 09:00').delivered('2024-03-04 09:01'),
    ),
    headers: ['Sent', 'Delivered', 'Soft Bounced', '% Delivered'],
    row: [2, 1, 1, '50%'],
    rules: { delivered: 'soft-bounce-wins', softBounced: 'soft-bounce-wins', deliveredRate: 'soft-bounce-wins' },
  },
  'repeated sends are messages of their own there': {
    events: eventsOf(
      ...['r1', 'r2', 'r3'].map((run) =>
        aMessage({ person: '1', campaign: '1: Spring', email: '1: Invite', run }).sent('2024-03-04 09:00'),
      ),
    ),
    headers: ['Sent', 'Aborted'],
    row: [3, 3],
    rules: { sent: 'repeats-separate', aborted: 'repeats-separate' },
  },
  'messages without open tracking are in its open rate': {
    events: eventsOf(
      message('1').sent('2024-03-04 09:00').opened('2024-03-04 10:00'),
      message('2').sent('2024-03-04 09:00', { openTracking: false }).delivered('2024-03-04 09:10'),
    ),
    headers: ['Delivered', '% Opened'],
    row: [2, '50.0%'],
    rules: { openRate: 'rate-of-all' },
  },
  'its period is that of the activity': {
    events: [...march(), ...message('9').sent('2024-02-20 09:00').opened('2024-03-02 10:00').events],
    headers: ['Sent', 'Opened', 'Clicked Link'],
    row: [4, 3, 1],
    rules: { opened: 'by-activity-date' },
  },
  'its days are those of another zone': {
    events: [...march(), ...message('9').sent('2024-04-01 03:00').delivered('2024-04-01 03:01').events],
    headers: ['Sent', 'Delivered', 'First Activity (America/Denver)'],
    row: [5, 3, '2024-03-04'],
    rules: { sent: 'time-zone', delivered: 'time-zone' },
  },
  'its rate follows from its counts': {
    events: march(),
    headers: ['Sent', 'Delivered', '% Delivered'],
    row: [40, 30, '75%'],
    rules: { sent: 'unexplained', delivered: 'unexplained', deliveredRate: 'follows-counts' },
  },
};

describe('A Marketo report beside a sheet', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('agrees where all numbers are the same, totals too', async () => {
      await app().take(march());
      const headers = ['Sent', 'Delivered', 'Hard Bounced', 'Opened', '% Opened', 'Clicked to Open Ratio', 'Owner'];
      const numbers = [4, 2, 1, 2, 1, 0.5];
      const found = await compared(app(), headers, [
        ['Spring', ...numbers, 'Ada'],
        ['Grand Total', ...numbers, null],
      ]);
      expect(found).toMatchObject({
        sheetName: 'Report',
        timeFrame: { timeZone: 'UTC', basis: 'sent' },
        counts: { agree: 1, differ: 0, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0, unreadable: 0 },
        rows: [{ state: 'matched', rowId: 'campaign:1', line: 2, name: 'Spring' }],
        total: { rowId: 'total', line: 3 },
      });
      expect(found.columns.map(({ id, header }) => [header, id])).toEqual([
        ...[
          ['Campaign Name', null],
          ['Sent', 'sent'],
          ['Delivered', 'delivered'],
          ['Hard Bounced', 'hardBounced'],
        ],
        ...[
          ['Opened', 'opened'],
          ['% Opened', 'openRate'],
          ['Clicked to Open Ratio', 'clickToOpenRate'],
          ['Owner', null],
        ],
      ]);
      expect([rulesOf(found.rows[0]!), rulesOf(found.total!)]).toEqual([{}, {}]);
    });

    it.each(Object.entries(CASES))('tells that %s', async (_, { events, headers, row, query, rules }) => {
      await app().take(events);
      const { rows } = await compared(app(), headers, [['Spring', ...row]], query);
      expect(rows.map(rulesOf)).toEqual([rules]);
    });

    it('names the zone', async () => {
      await app().take(CASES['its days are those of another zone']!.events);
      const { rows } = await compared(app(), ['Sent', 'First Activity (America/Denver)'], [['Spring', 5, null]]);
      expect(rows[0]!.cells[0]!.rule).toEqual({ code: 'time-zone', params: { timeZone: 'America/Denver' } });
    });

    it('tells that a soft bounce does not hold there, where it does here', async () => {
      await app().change({ softBounce: 'wins' });
      await app().take(CASES['a soft bounce holds there']!.events);
      const { rows } = await compared(app(), ['Delivered', 'Soft Bounced'], [['Spring', 2, 0]]);
      await app().change({ softBounce: 'last-word' });
      expect(rows.map(rulesOf)).toEqual([{ delivered: 'last-word', softBounced: 'last-word' }]);
    });

    it('tells of a row that only it has whether the filter or the archive hides it here', async () => {
      await app().take([...march(), ...march('2: Autumn'), ...march('3: Winter')]);
      const { database } = app();
      await database.store.transaction((transaction) =>
        transaction.query('UPDATE smart_campaign SET archived = 1 WHERE id = ?', ['3']),
      );
      const rows = ['Spring', 'Autumn', 'Winter', 'Summer'].map((name) => [name, 4]);
      const assetFilter = { campaigns: ['1'] };
      const found = await compared(app(), ['Sent'], rows, { assetFilter });
      expect(found.rows.map(({ name, state, rule }) => [name, state, rule?.code])).toEqual([
        ['Spring', 'matched', undefined],
        ['Autumn', 'only-theirs', 'outside-filter'],
        ['Winter', 'only-theirs', 'outside-filter'],
        ['Summer', 'only-theirs', 'unexplained'],
      ]);
      const unfiltered = await compared(app(), ['Sent'], rows);
      expect(unfiltered.rows[2]).toMatchObject({ name: 'Winter', rule: { code: 'archived-counted' } });
    });

    it('says which rows only the sheet has, and which names could be several', async () => {
      await app().take([...march(), ...march('2: Spring'), ...march('3: Winter')]);
      const found = await compared(app(), ['Sent'], [['Spring', 4]]);
      expect(found.rows.map(({ name, state }) => [name, state])).toEqual([
        ['Spring', 'ambiguous'],
        ['Winter', 'only-ours'],
      ]);
      expect(found.counts).toMatchObject({ ambiguous: 1, onlyOurs: 1 });
    });

    it('is the sheet’s own export, and all of it agrees', async () => {
      await app().take([...march(), ...march('2: Autumn')]);
      for (const reportType of ['campaign-email-performance', 'email-link-performance']) {
        const query = { reportType, timeFrame: MARCH };
        const csv = await app().http.post('/api/sheets/export?format=csv').send(query).expect(200);
        const { body } = await post(app(), query, csv.text, 'sheet.csv').expect(200);
        expect(body.counts).toMatchObject({ differ: 0, onlyTheirs: 0, onlyOurs: 0, ambiguous: 0, unreadable: 0 });
        expect(body.counts.agree).toBeGreaterThan(1);
        expect(rulesOf(body.total)).toEqual({});
      }
    });

    it('can be had as CSV, one line a number, in the caller’s language', async () => {
      await app().take(march('1: =Spring'));
      const file = aWorkbook({
        name: 'Report',
        rows: [
          ['Campaign Name', 'Sent', '% Delivered'],
          ['=Spring', 5, '50%'],
        ],
      });
      const { text, headers } = await app()
        .http.post('/api/sheets/reconcile/export')
        .set('Accept-Language', 'fr')
        .field('query', JSON.stringify(QUERY))
        .attach('file', Buffer.from(file), 'report.xlsx')
        .expect(200);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(parse(text, { bom: true })).toEqual([
        ['Ligne du fichier', 'Dans', 'Ligne', 'État', 'Colonne', 'Marketo', 'Ici', 'Écart', 'Raison'],
        [...['2', '', "'=Spring", 'Dans les deux', 'Envoyés', '5', '4', '1'], expect.stringMatching(/^Inexpliqué/)],
        ['2', '', "'=Spring", 'Dans les deux', "'% Délivrés", '0.5', '0.5', '0', ''],
      ]);
    });

    it('has nothing to do with how the sheet is sorted, searched, cut or compared', async () => {
      await app().take(march());
      const layout: Partial<ReportQuery> = {
        columns: ['sent'],
        sort: [{ columnId: 'sent', direction: 'desc' }],
        search: 'nothing is called so',
        top: 1,
        compare: { to: 'previous-period' },
      };
      const { counts } = await compared(app(), ['Delivered'], [['Spring', 2]], layout);
      expect(counts).toMatchObject({ agree: 1, onlyTheirs: 0 });
    });
  });
});
