import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { useApp } from '../testing/use-app';

const DAY = '2024-03-01';
const [SHOES, HATS, BAGS] = ['shoes', 'hats', 'bags'].map((page) => `https://a.example/${page}`) as [
  string,
  string,
  string,
];

/** Campaigns of 3, 2, 1 and 1 messages; one person clicks two links of the largest. */
const events = () =>
  eventsOf(
    aMessage({ person: '1', campaign: '10: Large', email: '100: First' })
      .delivered(DAY)
      .clicked(`${DAY} 10:00`, SHOES)
      .clicked(`${DAY} 10:10`, SHOES)
      .clicked(`${DAY} 10:20`, SHOES)
      .clicked(`${DAY} 11:00`, HATS)
      .clicked(`${DAY} 12:00`, BAGS),
    aMessage({ person: '2', campaign: '10', email: '100' }).delivered(DAY),
    aMessage({ person: '3', campaign: '10', email: '101: Second' }).delivered(DAY),
    aMessage({ person: '1', campaign: '20: Middle', email: '100' }).delivered(DAY),
    aMessage({ person: '2', campaign: '20', email: '100' }).hardBounced(DAY),
    aMessage({ person: '1', campaign: '30: Small', email: '300: Third' }).delivered(DAY).opened(`${DAY} 10:00`),
    aMessage({ person: '1', campaign: '40: Smaller', email: '300' }).hardBounced(DAY),
  );

describe('A sheet of some rows only', () => {
  eachStore((store) => {
    const app = useApp(store);
    beforeEach(() => app().take(events()));
    const sheet = (query: Partial<ReportQuery>) => app().sheet({ columns: ['sent', 'deliveredRate'], ...query });
    const names = ({ rows }: Sheet) => rows.map(({ level, name }) => `${'  '.repeat(level)}${name}`);

    it('shows the top by the first count, and all others as one row that divides after adding up', async () => {
      const shown = await sheet({ top: 2 });
      expect(names(shown)).toEqual(['Large', '  First', '  Second', 'Middle', '  First', 'Others']);
      expect(shown.rows.at(-1)).toMatchObject({
        ...{ id: '*', nodeId: '*', parentId: null, level: 0, kind: 'campaign' },
        values: { sent: 2, deliveredRate: 0.5 },
      });
      expect(shown.total.values).toMatchObject({ sent: 7, deliveredRate: 5 / 7 });
      expect(shown.notes).toContainEqual({ code: 'row-limit', params: { shown: 2, all: 4 } });
      // What the total counts: four campaigns, and the emails First, Second and Third.
      expect(shown.rowCounts).toEqual([
        { kind: 'campaign', count: 4 },
        { kind: 'email', count: 3 },
      ]);
    });

    it('shows the top of the sheet’s own sort, in files as well', async () => {
      const query: ReportQuery = {
        ...{ reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' }, columns: ['sent'] },
        ...{ groupBy: ['campaign'], sort: [{ columnId: 'sent', direction: 'asc' }], top: 1 },
      };
      expect(names(await app().sheet(query))).toEqual(['Small', 'Others']);
      const { text } = await app().http.post('/api/sheets/export?format=csv').send(query).expect(200);
      expect(text.trimEnd().split('\r\n').slice(1)).toEqual(['Small,1', 'Others,6', 'Total,7']);
    });

    it('has no row of others where all are shown', async () => {
      const shown = await sheet({ top: 4 });
      expect(names(shown)).not.toContain('Others');
      expect(shown.notes.map(({ code }) => code)).not.toContain('row-limit');
    });

    it('does not count a person once for each of the other links', async () => {
      const links = await app().sheet({
        ...{
          reportType: 'email-link-performance',
          groupBy: ['link'],
          top: 1,
          columns: ['clicks', 'clicksShare', 'people'],
        },
        calculatedColumns: [{ id: 'each', label: 'Each', formula: '=clicks / people', unit: 'number' }],
      });
      expect(links.rows.map(({ name, values }) => [name, values])).toEqual([
        [SHOES, { clicks: 3, clicksShare: 0.6, people: 1 }],
        ['Others', { clicks: 2, clicksShare: 0.4, people: null }],
      ]);
      expect(links.total.values).toMatchObject({ clicks: 5, people: 1 });
    });

    it('finds rows by a part of their name, with those above and beneath, and changes no number', async () => {
      const second = await sheet({ search: 'SECOND' });
      expect(names(second)).toEqual(['Large', '  Second']);
      expect(second.rows[0]!.values['sent']).toBe(3);
      expect(second.total.values['sent']).toBe(7);
      expect(second.notes).toContainEqual({ code: 'row-limit', params: { shown: 1, all: 4 } });
      expect(names(await sheet({ search: 'middle' }))).toEqual(['Middle', '  First']);
      expect(names(await sheet({ search: 'small', top: 1 }))).toEqual(['Small', '  Third', 'Others']);
      expect((await sheet({ search: 'nothing' })).rows).toEqual([]);
    });

    it('refuses a top of nothing', async () => {
      const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };
      for (const limit of [{ top: 0 }, { top: 1.5 }, { search: ' ' }]) {
        await app()
          .http.post('/api/sheets')
          .send({ ...query, ...limit })
          .expect(400);
      }
    });
  });
});
