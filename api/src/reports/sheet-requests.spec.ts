import { sqliteStore } from '@tallysheet/testing';
import type { ReportTypeInfo } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };

describe('Asking for a sheet', () => {
  const app = useApp(sqliteStore);
  const ask = (change: object) =>
    app()
      .http.post('/api/sheets')
      .send({ ...query, ...change });

  const refused: [string, object, object][] = [
    ['an unknown type', { reportType: 'x' }, { code: 'unknown-report-type', params: { reportType: 'x' } }],
    [
      'an unknown column',
      { columns: ['sent', 'x'] },
      { code: 'unknown-column', path: 'columns', params: { column: 'x' } },
    ],
    ['a column that only rates use', { columns: ['openedTracked'] }, { code: 'unknown-column' }],
    [
      'an unknown column to sort by',
      { sort: [{ columnId: 'x', direction: 'asc' }] },
      { code: 'unknown-column', path: 'sort' },
    ],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, { code: 'unknown-time-zone', path: 'timeZone' }],
    ['an unknown preset', { timeFrame: { preset: 'someday' } }, { code: 'invalid-request' }],
    ['a day that does not exist', { timeFrame: { from: '2024-02-30', to: '2024-03-01' } }, { code: 'invalid-request' }],
    ['no column at all', { columns: [] }, { code: 'invalid-request', path: 'columns' }],
    ['a level that we do not know', { groupBy: ['moon'] }, { code: 'invalid-request', path: 'groupBy.0' }],
    ['a field that we do not know', { colour: 'red' }, { code: 'invalid-request', path: 'colour' }],
  ];
  it.each(refused)('with %s is refused with its own code', async (_, change, problem) => {
    const { body, headers } = await ask(change).expect(400);
    expect(body).toMatchObject(problem);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('with a body that is no JSON, or too large, is refused', async () => {
    const post = () => app().http.post('/api/sheets').set('Content-Type', 'application/json');
    expect((await post().send('{').expect(400)).body).toMatchObject({ code: 'unreadable-body' });
    const large = JSON.stringify({ ...query, timeZone: 'x'.repeat(6_000_000) });
    expect((await post().send(large).expect(413)).body).toMatchObject({ code: 'payload-too-large' });
  });

  it('answers frame, zone and columns as they were understood', async () => {
    const { body } = await ask({ timeFrame: { from: '2024-03-10', to: '2024-03-10' }, timeZone: 'America/New_York' });
    expect(body.timeFrame).toEqual({
      ...{ from: '2024-03-10T05:00:00.000Z', to: '2024-03-11T04:00:00.000Z' },
      ...{ timeZone: 'America/New_York', basis: 'sent' },
    });
    expect(body).toMatchObject({ rows: [], notes: [], total: { id: 'total', values: { sent: 0, openRate: null } } });
  });

  it('labels its columns in the caller’s language', async () => {
    const labels = async (language: string) => {
      const { body } = await ask({ columns: ['hardBounced', 'pending'] }).set('Accept-Language', language);
      return body.columns.map(({ label }: { label: string }) => label);
    };
    expect(await labels('en-GB,en;q=0.9')).toEqual(['Hard bounced', 'Pending']);
    expect(await labels('fr-CA,fr;q=0.9')).toEqual(['Renvois définitifs', 'En attente']);
  });
});

describe('The catalogue of report types', () => {
  const app = useApp(sqliteStore);
  const catalogue = async (language: string): Promise<ReportTypeInfo[]> =>
    (await app().http.get('/api/report-types').set('Accept-Language', language).expect(200)).body;

  it('lists the same types and columns in English and French, each with label and help', async () => {
    const [english, french] = [await catalogue('en'), await catalogue('fr')];
    const shape = (types: ReportTypeInfo[]) =>
      types.map(({ id, columns }) => [id, columns.map((column) => [column.id, column.unit, column.default])]);
    expect(shape(english)).toEqual(shape(french));
    expect(english.map(({ id }) => id)).toEqual([
      ...['campaign-email-performance', 'email-performance', 'email-link-performance'],
      ...['engagement-by-hour', 'sms-performance', 'push-performance'],
      ...['campaign-activity', 'program-performance', 'people-performance', 'people-by-status'],
    ]);
    for (const [index, type] of english.entries()) {
      expect(type.label).not.toBe(french[index]!.label);
      for (const [at, column] of type.columns.entries()) {
        expect(column.help.length).toBeGreaterThan(10);
        expect(column.help).not.toBe(french[index]!.columns[at]!.help);
      }
    }
  });

  it('says of each rate what it divides', async () => {
    const [type] = await catalogue('en');
    const openRate = type!.columns.find(({ id }) => id === 'openRate');
    expect(openRate).toMatchObject({
      unit: 'rate',
      parts: { of: 'openedTracked', over: 'deliveredTracked' },
      rule: 'Opened ÷ Delivered',
    });
  });
});
