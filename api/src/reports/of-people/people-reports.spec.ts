import type { CanonicalEvent, ReportQuery, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../../testing/use-app';

/** Ada is created twice, Ben is imported with a day, Cleo only heard of; nothing is known of Dana. */
const FILE = [
  'id,Created At,Lead Status,Country,Score,Customer,Renewal',
  'ada,2020-01-01,Known,FR,7,yes,2026-03-31T23:30:00Z',
  'ben,2024-03-31,Engaged,FR,12,no,2026-04-01',
  'cleo,,Known,DE,,yes,',
  'dana,,,,9.5,,2027-01-15',
].join('\n');
const created = (id: string, at: string): CanonicalEvent => ({
  ...{ id: `${id} ${at}`, kind: 'personCreated', at, person: { id } },
});
const events = [
  created('ada', '2024-04-02T09:00:00Z'),
  created('ada', '2024-03-01T09:00:00Z'),
  ...eventsOf(
    aMessage({ person: 'ada' }).sent('2023-01-01 09:00'),
    aMessage({ person: 'cleo' }).sent('2024-03-31 23:00').opened('2024-04-01 08:00'),
  ),
];
const told = (kind: 'personMerged' | 'personDeleted', id: string, merged?: string[]): CanonicalEvent => ({
  ...{ id: `${kind} ${id}`, kind, at: '2024-05-01T09:00:00Z', person: { id } },
  ...(merged && { mergedPersons: merged }),
});

const ALL: Pick<ReportQuery, 'timeFrame'> = { timeFrame: { preset: 'all-time' } };
const people = (sheet: Sheet) => [
  ...sheet.rows.map(
    ({ level, name, values }) => `${'  '.repeat(level)}${name.replace(/\s/gu, ' ')} ${values['people']}`,
  ),
  `Total ${sheet.total.values['people']}`,
];

describe('Reports on people', () => {
  eachStore((store) => {
    const app = useApp(store);
    const sheet = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ reportType: 'people-performance', columns: undefined, ...ALL, ...query });
    beforeEach(async () => {
      await app().import(FILE, { format: 'people' });
      await app().take(events);
    });

    it('count people in the month in which they were created: as told, else as imported, else when first heard of', async () => {
      const found = await sheet();
      expect(people(found)).toEqual(['March 2024 3', 'No value 1', 'Total 4']);
      expect(found.timeFrame.basis).toBe('created');
      expect(found.rows[0]).toMatchObject({ id: 'month:2024-03', kind: 'month', nodeId: '2024-03' });
    });

    it('put an instant on the day of the sheet’s zone, and a day on that day in every zone', async () => {
      const march = { timeFrame: { from: '2024-03-01', to: '2024-03-31' } };
      expect(people(await sheet(march))).toEqual(['March 2024 3', 'Total 3']);
      // In Kolkata Cleo’s 23:00 is 1 April.
      const kolkata = await sheet({ ...march, timeZone: 'Asia/Kolkata', groupBy: ['day'] });
      expect(people(kolkata)).toEqual(['Fri, 1 Mar 2024 1', 'Sun, 31 Mar 2024 1', 'Total 2']);
    });

    it('show the months with the statuses of their people beneath', async () => {
      const byStatus = await sheet({ reportType: 'people-by-status' });
      expect(people(byStatus)).toEqual([
        ...['March 2024 3', '  Engaged 1', '  Known 2'],
        ...['No value 1', '  No value 1', 'Total 4'],
      ]);
    });

    it('put people together by any attribute: texts, numbers by step, dates by unit, yes and no', async () => {
      const by = async (...groupBy: NonNullable<ReportQuery['groupBy']>) => people(await sheet({ groupBy }));
      expect(await by({ attribute: 'country' })).toEqual(['DE 1', 'FR 2', 'No value 1', 'Total 4']);
      expect(await by({ attribute: 'Score' })).toEqual(['7 1', '9.5 1', '12 1', 'No value 1', 'Total 4']);
      expect(await by({ attribute: 'Score', step: 5 })).toEqual([
        ...['5 to under 10 2', '10 to under 15 1', 'No value 1', 'Total 4'],
      ]);
      expect(await by({ attribute: 'Customer' })).toEqual(['Yes 2', 'No 1', 'No value 1', 'Total 4']);
      expect(await by({ attribute: 'Renewal' })).toEqual([
        ...['March 2026 1', 'April 2026 1', 'January 2027 1', 'No value 1', 'Total 4'],
      ]);
      expect(await by({ attribute: 'Renewal', unit: 'year' }, { attribute: 'Country' })).toEqual([
        ...['2026 2', '  FR 2', '2027 1', '  No value 1', 'No value 1', '  DE 1', 'Total 4'],
      ]);
    });

    it('count merged people once, and deleted ones unless they are to be hidden', async () => {
      await app().take([told('personMerged', 'ben', ['cleo']), told('personDeleted', 'dana')]);
      expect((await sheet()).total.values).toEqual({ people: 3 });
      // Told on 31 March: the import knows Ben’s day, and that goes before Cleo’s message.
      expect(people(await sheet({ groupBy: ['day'] }))).toEqual([
        ...['Fri, 1 Mar 2024 1', 'Sun, 31 Mar 2024 1', 'No value 1', 'Total 3'],
      ]);
      expect((await sheet({ hideDeletedPeople: true })).total.values).toEqual({ people: 2 });
    });

    it('compare, show the first ones, calculate, export and explain as every report does', async () => {
      const query = {
        ...{ reportType: 'people-performance', timeFrame: { from: '2024-03-16', to: '2024-03-31' } },
        ...{ compare: { to: 'previous-period' as const }, groupBy: [{ attribute: 'Country' }] },
      };
      const compared = await app().sheet({ ...query, columns: ['people'] });
      expect(compared.total.values).toMatchObject({ people: 2, 'people:other': 1, 'people:change': 1 });
      const top = await sheet({ groupBy: [{ attribute: 'Country' }], top: 1 });
      expect(people(top)).toEqual(['FR 2', 'Others 2', 'Total 4']);
      const { text } = await app()
        .http.post('/api/sheets/export')
        .query({ format: 'csv' })
        .send({ ...ALL, reportType: 'people-performance', groupBy: [{ attribute: 'Country' }] })
        .expect(200);
      expect(text.replace('\ufeff', '').split('\r\n')).toEqual(
        expect.arrayContaining(['Country,People', 'DE,1', 'FR,2', 'Total,4']),
      );
      const cell = { ...ALL, reportType: 'people-performance', rowId: 'month:2024-03', columnId: 'people' };
      const { body } = await app().http.post('/api/sheets/explain').send(cell).expect(200);
      expect(body).toMatchObject({ value: 3, listed: false, rule: 'Number of people' });
      expect(body.text).toContain('Of all time, by date of creation.');
    });

    it('refuse what they cannot be asked, saying what', async () => {
      const ask = (change: object) =>
        app()
          .http.post('/api/sheets')
          .send({ reportType: 'people-performance', ...ALL, ...change });
      const code = async (change: object) => (await ask(change).expect(400)).body.code;
      expect(await code({ groupBy: [{ attribute: 'Shoe size' }] })).toBe('unknown-attribute');
      expect(await code({ groupBy: [{ attribute: 'Country', unit: 'month' }] })).toBe('attribute-unit-unfit');
      expect(await code({ groupBy: [{ attribute: 'Renewal', step: 5 }] })).toBe('attribute-unit-unfit');
      expect(await code({ groupBy: ['campaign'] })).toBe('unknown-grouping');
      expect(await code({ assetFilter: { programs: ['1'] } })).toBe('filter-not-offered');
      expect(await code({ reportType: 'email-performance', timeBasis: 'created' })).toBe('time-basis-not-offered');
      expect(await code({ reportType: 'email-performance', groupBy: [{ attribute: 'Country' }] })).toBe(
        'unknown-grouping',
      );
      await ask({ timeBasis: 'created', assetFilter: {} }).expect(200);
    });
  });
});
