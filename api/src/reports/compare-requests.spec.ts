import { sqliteStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
const MARCH = { from: '2024-03-01', to: '2024-03-31' };

describe('A comparison is refused', () => {
  const app = useApp(sqliteStore);
  const query = { reportType: 'campaign-email-performance', timeFrame: MARCH, compare: { to: 'previous-period' } };
  const sortedBy = (columnId: string) => ({ sort: [{ columnId, direction: 'asc' }] });
  const unknown = (column: string, path: string) => ({ code: 'unknown-column', path, params: { column } });
  const refused: [string, object, object][] = [
    ['with all time', { timeFrame: { preset: 'all-time' } }, { code: 'nothing-to-compare', path: 'compare' }],
    [
      'with last year’s all time',
      { timeFrame: { preset: 'all-time' }, compare: { to: 'same-period-last-year' } },
      { code: 'nothing-to-compare' },
    ],
    ['with a period that nobody knows', { compare: { to: 'next-period' } }, { code: 'invalid-request' }],
    [
      'with days in the wrong order',
      { compare: { to: { from: '2024-02-02', to: '2024-02-01' } } },
      { code: 'invalid-request' },
    ],
    ['when its columns are asked for by themselves', { columns: ['sent:other'] }, unknown('sent:other', 'columns')],
    ['when sorted by what a rate has not', sortedBy('openRate:changeRate'), unknown('openRate:changeRate', 'sort')],
    ['when sorted by what a text has not', sortedBy('subject:other'), unknown('subject:other', 'sort')],
    [
      'when sorted by it but not compared',
      { compare: undefined, ...sortedBy('sent:change') },
      unknown('sent:change', 'sort'),
    ],
  ];
  it.each(refused)('%s', async (_, change, problem) => {
    const asked = { ...query, ...change };
    const { body } = await app().http.post('/api/sheets').send(asked).expect(400);
    expect(body).toMatchObject(problem);
    await app().http.post('/api/reports').send({ name: 'x', query: asked }).expect(400);
  });

  it('but all time stands beside two given days', async () => {
    const { body } = await app()
      .http.post('/api/sheets')
      .send({ ...query, timeFrame: { preset: 'all-time' }, compare: { to: FEBRUARY } })
      .expect(200);
    expect(body.compare).toEqual({ from: '2024-02-01T00:00:00.000Z', to: '2024-03-01T00:00:00.000Z' });
  });
});
