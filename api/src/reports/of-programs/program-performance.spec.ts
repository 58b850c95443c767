import type { CanonicalEvent, ReportQuery, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../../testing/use-app';
import type { TestApp } from '../../testing/test-app';

const status = (program: string, id: string, name: string, success: boolean | undefined, at: string) =>
  ({
    ...{ id: `${program} ${id} ${name} ${at}`, kind: 'programStatusChanged', at: `${at}T09:00:00Z`, person: { id } },
    ...{ program: { id: program, name: program.toUpperCase() }, status: { name, success } },
  }) satisfies CanonicalEvent;
const createdIn = (program: string, id: string, at: string): CanonicalEvent => ({
  ...{ id: `created ${id}`, kind: 'personCreated', at: `${at}T09:00:00Z`, person: { id } },
  program: { id: program },
});
const merged = (id: string, other: string): CanonicalEvent => ({
  ...{ id: `merge ${id}`, kind: 'personMerged', at: '2024-05-01T09:00:00Z', person: { id }, mergedPersons: [other] },
});

/**
 * Spring writes to Ada and Ben on 5 March and to Ada in April, Autumn to Ben and Cleo on 9 March; the fair sends nothing, but
 * Dana was created by it and wins, as do Ada, twice, and Ben.
 */
const EVENTS: CanonicalEvent[] = [
  ...eventsOf(
    aMessage({ person: 'ada', campaign: 's1' }).sent('2024-03-05 09:00'),
    aMessage({ person: 'ben', campaign: 's1' }).sent('2024-03-05 09:00'),
    aMessage({ person: 'ada', campaign: 's2' }).sent('2024-04-05 09:00'),
    aMessage({ person: 'ben', campaign: 'a1' }).sent('2024-03-09 09:00'),
    aMessage({ person: 'cleo', campaign: 'a1' }).sent('2024-03-09 09:00'),
    aMessage({ person: 'test', campaign: 'a1' }).sent('2024-03-01 09:00', { test: true }),
  ),
  createdIn('fair', 'dana', '2024-03-07'),
  status('fair', 'dana', 'Won', true, '2024-03-20'),
  status('fair', 'ada', 'Invited', false, '2024-03-08'),
  status('fair', 'ada', 'Won', true, '2024-03-21'),
  status('fair', 'ada', 'Won again', true, '2024-04-21'),
  status('spring', 'ben', 'Visited', undefined, '2024-03-11'),
  status('autumn', 'ada', 'Won', true, '2024-04-11'),
];

const columns = ['members', 'newNames', 'successes', 'totalCost', 'costPerMember', 'costPerNewName', 'costPerSuccess'];
const shown = (sheet: Sheet) =>
  Object.fromEntries(
    [...sheet.rows, { ...sheet.total, name: 'Total' }].map(({ name, values }) => [
      name,
      columns.map((id) => values[id]),
    ]),
  );

/** Members, new names and successes. */
const people = (sheet: Sheet) =>
  Object.fromEntries(Object.entries(shown(sheet)).map(([name, values]) => [name, values.slice(0, 3)]));

async function placed({ database, take }: Pick<TestApp, 'database' | 'take'>): Promise<void> {
  await take(EVENTS);
  const home = 'UPDATE smart_campaign SET program_id = ? WHERE id IN (?, ?)';
  await database.store.transaction(async (transaction) => {
    await transaction.query(home, ['spring', 's1', 's2']);
    await transaction.query(home, ['autumn', 'a1', 'a1']);
  });
}

describe('Program performance', () => {
  eachStore((store) => {
    const app = useApp(store);
    const sheet = (query: Partial<ReportQuery> = {}) =>
      app().sheet({ reportType: 'program-performance', columns, ...query });
    const enter = (id: string, figures: object) =>
      app()
        .http.put(`/api/programs/${id}/figures`)
        .send({ costs: [], successStatuses: null, ...figures });
    beforeEach(() => placed({ database: app().database, take: (events) => app().take(events) }));

    it('counts members, new names and successes of each program, and people once in the total', async () => {
      expect(shown(await sheet())).toEqual({
        AUTUMN: [2, 1, 1, null, null, null, null],
        FAIR: [0, 1, 2, null, null, null, null],
        SPRING: [2, 2, 0, null, null, null, null],
        // Ada won in two programs and is one person.
        Total: [3, 4, 2, null, null, null, null],
      });
      await app().take([merged('ada', 'dana')]);
      // Dana was created on 7 March, which is told, and so that is when and where both begin.
      expect(people(await sheet())).toMatchObject({ SPRING: [2, 1, 0], FAIR: [0, 1, 1], Total: [3, 3, 1] });
    });

    it('has each where it happened: messages when sent, new names and first successes by their own dates', async () => {
      const march = await sheet({ timeFrame: { from: '2024-03-06', to: '2024-03-31' } });
      expect(people(march)).toMatchObject({ AUTUMN: [2, 1, 0], FAIR: [0, 1, 2], Total: [2, 2, 2] });
      expect(march.rows.map(({ name }) => name)).toEqual(['AUTUMN', 'FAIR']);
      const april = await sheet({ timeFrame: { from: '2024-04-01', to: '2024-04-30' } });
      expect(people(april)).toMatchObject({ AUTUMN: [0, 0, 1], SPRING: [1, 0, 0], Total: [1, 0, 1] });
    });

    it('divides costs after adding up, a month’s whole on its first day', async () => {
      await enter('spring', {
        costs: [
          { month: '2024-03', amount: 100.1 },
          { month: '2024-04', amount: 50.2 },
        ],
      }).expect(200);
      await enter('fair', { costs: [{ month: '2024-03', amount: 9.9 }] }).expect(200);
      expect(shown(await sheet())).toEqual({
        AUTUMN: [2, 1, 1, null, null, null, null],
        FAIR: [0, 1, 2, 9.9, null, 9.9, 4.95],
        SPRING: [2, 2, 0, 150.3, 75.15, 75.15, null],
        Total: [3, 4, 2, 160.2, 160.2 / 3, 160.2 / 4, 80.1],
      });
      const late = await sheet({ timeFrame: { from: '2024-03-02', to: '2024-04-01' } });
      expect(late.total.values).toMatchObject({ totalCost: 50.2 });
    });

    it('knows a success by the program’s own statuses, where it has any', async () => {
      await enter('spring', { successStatuses: ['Visited'] }).expect(200);
      await enter('fair', { successStatuses: ['Invited'] }).expect(200);
      expect(people(await sheet())).toMatchObject({
        AUTUMN: [2, 1, 1],
        FAIR: [0, 1, 1],
        SPRING: [2, 2, 1],
        Total: [3, 4, 2],
      });
    });

    it('leaves out who was deleted, and what a filter or the archive takes out', async () => {
      await app().take([{ id: 'gone', kind: 'personDeleted', at: '2024-05-01T09:00:00Z', person: { id: 'dana' } }]);
      expect(people(await sheet())).toMatchObject({ FAIR: [0, 1, 2] });
      expect(people(await sheet({ hideDeletedPeople: true }))).toMatchObject({ FAIR: [0, 0, 1], Total: [3, 3, 1] });
      const onlySpring = await sheet({ assetFilter: { programs: ['spring'] } });
      expect(shown(onlySpring)).toEqual({
        SPRING: [2, 2, 0, ...Array(4).fill(null)],
        Total: [2, 2, 0, ...Array(4).fill(null)],
      });
      const ofCampaign = await sheet({ assetFilter: { campaigns: ['a1'] } });
      expect(ofCampaign.rows.map(({ name }) => name)).toEqual(['AUTUMN']);
      await app().database.store.transaction((transaction) =>
        transaction.query('UPDATE program SET archived = 1 WHERE id = ?', ['fair']),
      );
      expect((await sheet()).rows.map(({ name }) => name)).toEqual(['AUTUMN', 'SPRING']);
    });

    it('explains a cost by its two numbers, and lets a formula use it', async () => {
      await enter('fair', { costs: [{ month: '2024-03', amount: 9.9 }] }).expect(200);
      const query = { reportType: 'program-performance', timeFrame: { preset: 'all-time' } };
      const cell = { ...query, rowId: 'program:fair', columnId: 'costPerSuccess' };
      const { body } = await app().http.post('/api/sheets/explain').send(cell).expect(200);
      expect(body).toMatchObject({ value: 4.95, rule: 'Total cost ÷ Successes', listed: false });
      expect(body.unit).toBe('number');
      expect(body.parts).toMatchObject([
        { columnId: 'totalCost', unit: 'number', value: 9.9 },
        { columnId: 'successes', unit: 'count', value: 2 },
      ]);
      const calculated = await sheet({
        columns: ['double'],
        calculatedColumns: [{ id: 'double', label: 'Double', formula: 'totalCost * 2', unit: 'number' }],
      });
      expect(calculated.total.values).toMatchObject({ double: 19.8 });
    });

    it('refuses figures that are none, and of programs that are none', async () => {
      const refused = async (figures: object) => (await enter('spring', figures).expect(400)).body;
      expect(await refused({ costs: [{ month: '2024-13', amount: 1 }] })).toMatchObject({ path: 'costs.0.month' });
      expect(await refused({ costs: [{ month: '2024-03', amount: 1.005 }] })).toMatchObject({ path: 'costs.0.amount' });
      expect(await refused({ costs: [{ month: '2024-03', amount: -1 }] })).toMatchObject({ path: 'costs.0.amount' });
      const twice = [
        { month: '2024-03', amount: 1 },
        { month: '2024-03', amount: 2 },
      ];
      expect(await refused({ costs: twice })).toMatchObject({ path: 'costs' });
      expect((await enter('nowhere', {}).expect(404)).body).toMatchObject({ code: 'program-not-found' });
      await enter('fair', { costs: [{ month: '2024-03', amount: 9.9 }], successStatuses: ['Won'] }).expect(200);
      const { body } = await app().http.get('/api/programs/fair/figures').expect(200);
      expect(body).toEqual({
        ...{ costs: [{ month: '2024-03', amount: 9.9 }], successStatuses: ['Won'] },
        statuses: ['Won', 'Invited', 'Won again'],
      });
    });
  });
});
