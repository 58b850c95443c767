import type { CanonicalEvent } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { openDatabase } from '../platform/bootstrap';
import { TestApp } from '../testing/test-app';
import { useApp, inNewPlace } from '../testing/use-app';

const created = (id: string, at: string, program?: string): CanonicalEvent => ({
  ...{ id: `created ${id} ${at}`, kind: 'personCreated', at, person: { id } },
  ...(program && { program: { id: program } }),
});

/** Ada is told of twice, Ben is heard of in two campaigns at once, Cleo is a test before she is a person, Dana only merged. */
const events: CanonicalEvent[] = [
  ...eventsOf(
    aMessage({ person: 'ada', campaign: 'spring' }).sent('2024-03-05 09:00'),
    aMessage({ person: 'ada', campaign: 'autumn' }).opened('2024-03-04 09:00'),
    aMessage({ person: 'ben', campaign: 'spring' }).sent('2024-03-05 09:00').opened('2024-03-05 10:00'),
    aMessage({ person: 'ben', campaign: 'autumn' }).sent('2024-03-05 09:00'),
    aMessage({ person: 'cleo' }).sent('2024-03-01 09:00', { test: true }),
    aMessage({ person: 'cleo', campaign: 'spring' }).sent('2024-03-02 09:00'),
  ),
  created('ada', '2024-03-02T09:00:00Z', 'fair'),
  created('ada', '2024-03-03T09:00:00Z', 'shop'),
  {
    ...{ id: 'joins', kind: 'programStatusChanged', at: '2024-02-01T09:00:00Z', person: { id: 'eve' } },
    ...{ program: { id: 'fair' }, status: { name: 'Invited' } },
  },
  { id: 'm', kind: 'personMerged', at: '2024-01-01T09:00:00Z', person: { id: 'ada' }, mergedPersons: ['dana'] },
];

const EXPECTED = {
  ada: ['2024-03-02', 'pfair', '2024-03-04', 'cautumn'],
  ben: [null, null, '2024-03-05', 'cautumn'],
  cleo: [null, null, '2024-03-02', 'cspring'],
  dana: [null, null, null, null],
  eve: [null, null, '2024-02-01', 'pfair'],
};

interface Row {
  person_key: string;
  created_at: number | null;
  created_in: string | null;
  first_at: number | null;
  first_in: string | null;
}

async function starts({ store }: TestApp['database']): Promise<Record<string, (string | null)[]>> {
  const rows = await store.query<Row>(
    'SELECT person_key, created_at, created_in, first_at, first_in FROM person ORDER BY person_key',
  );
  const day = (at: number | null) => (at === null ? null : new Date(Number(at)).toISOString().slice(0, 10));
  return Object.fromEntries(
    rows.map((row) => [row.person_key, [day(row.created_at), row.created_in, day(row.first_at), row.first_in]]),
  );
}

describe('When and where a person begins', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('is the earliest of all that is told, in one batch', async () => {
      await app().take(events);
      expect(await starts(app().database)).toEqual(EXPECTED);
    });

    it('is the same event by event, in either order', async () => {
      for (const order of [events, [...events].reverse()]) {
        await app().empty();
        for (const event of order) await app().take([event]);
        expect(await starts(app().database)).toEqual(EXPECTED);
      }
    });

    it('is found out for those who were stored before it was kept', () =>
      inNewPlace(store, async (place) => {
        const before = await TestApp.open(place);
        const { config } = before;
        await before.take(events);
        await before.database.store.transaction(async (transaction) => {
          await transaction.query(
            'UPDATE person SET created_at = NULL, created_in = NULL, first_at = NULL, first_in = NULL',
          );
          await transaction.query("DELETE FROM migrations WHERE name LIKE 'Fill_person%'");
        });
        await before.close();
        const again = await openDatabase(config);
        expect(await starts(again)).toEqual(EXPECTED);
        await again.close();
      }));
  });
});
