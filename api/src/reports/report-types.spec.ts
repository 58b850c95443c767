import type { ReportTypeInfo } from '@tallysheet/contract';
import { REPORT_TYPES, type ReportType } from '@tallysheet/report-model';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

/** Nobody needs it: what bounced, and how many people that were, by program. */
const TOY: ReportType = {
  id: 'toy',
  label: { en: 'Toy', fr: 'Jouet' },
  help: { en: 'To play with.', fr: 'Pour jouer.' },
  nameLabel: { en: 'Program', fr: 'Programme' },
  levels: ['program', 'campaign'],
  groupings: ['program', 'campaign'],
  channel: 'email',
  columns: ['hardBounced', 'hardBounceRate', 'peopleProcessed'],
  defaultColumns: ['hardBounced', 'hardBounceRate', 'peopleProcessed'],
};
const QUERY = { reportType: 'toy', timeFrame: { preset: 'all-time' as const } };

describe('A report type that is added by its definition alone', () => {
  const types = REPORT_TYPES as ReportType[];
  beforeAll(() => types.push(TOY));
  afterAll(() => types.splice(types.indexOf(TOY), 1));

  eachStore((store) => {
    const app = useApp(store);
    beforeEach(() =>
      app().take(
        eventsOf(
          aMessage({ person: 'ada', campaign: 'spring: Spring' })
            .sent('2024-03-01 09:00')
            .hardBounced('2024-03-01 09:01'),
          aMessage({ person: 'ben', campaign: 'spring: Spring' })
            .sent('2024-03-01 09:00')
            .delivered('2024-03-01 09:01'),
          aMessage({ person: 'ada', campaign: 'autumn: Autumn' })
            .sent('2024-09-01 09:00')
            .delivered('2024-09-01 09:01'),
        ),
      ),
    );

    it('is in the catalogue, in both languages, with rules and rows', async () => {
      const read = async (language: string): Promise<ReportTypeInfo> => {
        const { body } = await app().http.get('/api/report-types').set('Accept-Language', language).expect(200);
        return body.find(({ id }: ReportTypeInfo) => id === 'toy');
      };
      expect(await read('fr')).toMatchObject({ label: 'Jouet', nameLabel: 'Programme', channel: 'email' });
      const { rowLevels, timeBases, columns } = await read('en');
      expect([rowLevels, timeBases]).toEqual([
        ['program', 'campaign'],
        ['sent', 'activity'],
      ]);
      expect(columns.map(({ id, rule }) => [id, rule])).toEqual([
        ['hardBounced', 'Number of messages'],
        ['hardBounceRate', 'Hard bounced ÷ Sent'],
        ['peopleProcessed', 'Number of different people, counted anew for each total'],
      ]);
    });

    it('has a sheet with rows and totals, each counted at its own grain', async () => {
      const { body: sheet } = await app().http.post('/api/sheets').send(QUERY).expect(200);
      const shown = [...sheet.rows, { name: 'Total', ...sheet.total }].map(({ name, values }) => [
        name,
        ...TOY.columns.map((id) => values[id]),
      ]);
      expect(shown).toEqual([
        ['Unassigned', 1, 1 / 3, 2],
        ['Autumn', 0, 0, 1],
        ['Spring', 1, 1 / 2, 2],
        ['Total', 1, 1 / 3, 2],
      ]);
    });

    it('is exported, explained and saved, and refuses what it does not have', async () => {
      const { text } = await app().http.post('/api/sheets/export').query({ format: 'csv' }).send(QUERY).expect(200);
      expect(text.replace('\ufeff', '').trim().split('\r\n')).toEqual([
        'Program,Smart campaign,Hard bounced,% Hard bounced,People processed',
        `Unassigned,,1,${1 / 3},2`,
        'Unassigned,Autumn,0,0,1',
        'Unassigned,Spring,1,0.5,2',
        `Total,,1,${1 / 3},2`,
      ]);
      const cell = { ...QUERY, rowId: 'total', columnId: 'hardBounceRate' };
      const { body } = await app().http.post('/api/sheets/explain').send(cell).expect(200);
      expect(body).toMatchObject({ value: 1 / 3, rule: 'Hard bounced ÷ Sent' });
      await app().http.post('/api/reports').send({ name: 'Mine', query: QUERY }).expect(201);
      const refused = await app()
        .http.post('/api/sheets')
        .send({ ...QUERY, columns: ['clicked'] })
        .expect(400);
      expect(refused.body).toMatchObject({ code: 'unknown-column' });
    });
  });
});
