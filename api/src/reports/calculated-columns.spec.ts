import { aMessage, eachStore, eventsOf, sqliteStore } from '@tallysheet/testing';
import type { CalculatedColumn } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

const A = 'https://a.example/';

/** Of two campaigns: one of four messages with one click, one of a single message that is clicked too. */
const events = () =>
  eventsOf(
    aMessage({ person: '1', campaign: '10: Large', email: '100: Invite' })
      .delivered('2024-03-01')
      .clicked('2024-03-01', A),
    ...['2', '3', '4'].map((person) =>
      aMessage({ person, campaign: '10: Large', email: '100: Invite' }).delivered('2024-03-01'),
    ),
    aMessage({ person: '1', campaign: '20: Small', email: '200: Note' })
      .delivered('2024-03-01')
      .clicked('2024-03-01', A),
    aMessage({ person: '5', campaign: '30: Lost', email: '300: Void' }).sent('2024-03-01').hardBounced('2024-03-01'),
  );

const column = (id: string, formula: string, unit: CalculatedColumn['unit'] = 'number'): CalculatedColumn => ({
  ...{ id, label: `My ${id}`, formula, unit },
});
const perDelivery = column('perDelivery', '=clicked / delivered', 'rate');
const percent = column('percent', '=round(perDelivery * 100, 1)');

describe('Calculated columns', () => {
  eachStore((store) => {
    const app = useApp(store);
    beforeEach(() => app().take(events()));

    it('are made of the sums of each row and of the total, never of their own results', async () => {
      const { rows, total, columns } = await app().sheet({
        columns: ['perDelivery'],
        calculatedColumns: [perDelivery],
      });
      expect(rows.filter(({ level }) => level === 0).map(({ name, values }) => [name, values])).toEqual([
        ['Large', { perDelivery: 0.25 }],
        ['Lost', { perDelivery: null }],
        ['Small', { perDelivery: 1 }],
      ]);
      expect(total.values).toEqual({ perDelivery: 2 / 5 });
      expect(columns).toEqual([{ id: 'perDelivery', label: 'My perDelivery', unit: 'rate' }]);
    });

    it('may name those before them, sort the sheet, and name columns that are not in it', async () => {
      const { rows } = await app().sheet({
        columns: ['percent'],
        calculatedColumns: [perDelivery, percent],
        sort: [{ columnId: 'percent', direction: 'desc' }],
        groupBy: ['campaign'],
      });
      expect(rows.map(({ name, values }) => [name, values])).toEqual([
        ['Small', { percent: 100 }],
        ['Large', { percent: 25 }],
        ['Lost', { percent: null }],
      ]);
    });

    it('stand after the usual columns when none are chosen, and in files', async () => {
      const query = {
        reportType: 'campaign-email-performance',
        timeFrame: { preset: 'all-time' },
        groupBy: ['campaign'],
      };
      const { text } = await app().http.post('/api/sheets/export?format=csv').send(query).expect(200);
      const withThem = await app()
        .http.post('/api/sheets/export?format=csv')
        .send({ ...query, calculatedColumns: [perDelivery, percent] })
        .expect(200);
      const lines = withThem.text.trimEnd().split('\r\n');
      const before = text.trimEnd().split('\r\n');
      expect(lines).toEqual(
        [',My perDelivery,My percent', ',0.25,25', ',,', ',1,100', ',0.4,40'].map((more, at) => before[at] + more),
      );
    });

    it('are saved with the report', async () => {
      const query = {
        reportType: 'campaign-email-performance',
        timeFrame: { preset: 'all-time' },
        columns: ['sent', 'percent'],
        calculatedColumns: [perDelivery, percent],
      };
      const { body: report } = await app().http.post('/api/reports').send({ name: 'Mine', query }).expect(201);
      expect(report.query).toEqual(query);
      const { body: sheet } = await app().http.get(`/api/reports/${report.id}/sheet`).expect(200);
      expect(sheet.total.values).toEqual({ sent: 6, percent: 40 });
    });
  });
});

describe('A calculated column is refused', () => {
  const app = useApp(sqliteStore);
  const refused: [string, CalculatedColumn[], object][] = [
    [
      'at the character that does not fit',
      [column('a', '=clicked / deliverd')],
      {
        code: 'bad-formula',
        path: 'calculatedColumns.0.formula',
        params: { column: 'a', position: 12, expected: 'column', found: 'deliverd' },
      },
    ],
    ['when it names text', [column('a', '=subject')], { params: { position: 2, expected: 'numbers' } }],
    ['when it names a date', [column('a', '=1 + firstSentAt')], { params: { position: 6, expected: 'numbers' } }],
    ['when it names itself', [column('a', '=a + 1')], { params: { position: 2, expected: 'earlier' } }],
    [
      'when two name each other',
      [column('a', '=1'), column('b', '=c'), column('c', '=b')],
      { path: 'calculatedColumns.1.formula', params: { column: 'b', expected: 'earlier' } },
    ],
    ['when it names a column of another report', [column('a', '=clicksShare')], { params: { expected: 'column' } }],
    ['when it is hostile', [column('a', `=${'(1+'.repeat(3000)}`)], { params: { position: 1001, expected: 'length' } }],
    ['when its id is a column’s', [column('sent', '=1')], { code: 'column-id-taken', path: 'calculatedColumns.0.id' }],
    ['when its id is a function’s', [column('round', '=1')], { code: 'column-id-taken' }],
    [
      'when its id is another one’s',
      [column('a', '=1'), column('a', '=2')],
      { code: 'column-id-taken', path: 'calculatedColumns.1.id' },
    ],
    [
      'when its id is no name',
      [column('__proto__', '=1')],
      { code: 'invalid-request', path: 'calculatedColumns.0.id' },
    ],
  ];
  it.each(refused)('%s', async (_, calculatedColumns, problem) => {
    const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };
    const { body } = await app()
      .http.post('/api/sheets')
      .send({ ...query, calculatedColumns })
      .expect(400);
    expect(body).toMatchObject({ code: 'bad-formula', ...problem });
    await app()
      .http.post('/api/reports')
      .send({ name: 'x', query: { ...query, calculatedColumns } })
      .expect(400);
  });

  it('in the reader’s language', async () => {
    const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };
    const { body } = await app()
      .http.post('/api/sheets')
      .set('Accept-Language', 'fr')
      .send({ ...query, calculatedColumns: [column('a', '=sent +')] })
      .expect(400);
    expect(body.detail).toBe('Caractère 8\u00a0: un nombre, une colonne ou une fonction est attendu ici.');
  });
});
