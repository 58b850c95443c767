import type { ReportQuery, RowLevel } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import { bruteForceSheet } from '../testing/oracle';
import { useApp } from '../testing/use-app';
import { bruteWorldOf } from '../testing/worlds/brute-world';
import { bruteQuery } from '../testing/worlds/check-query';
import { Coverage } from '../testing/worlds/coverage';
import { Dice } from '../testing/worlds/dice';
import { failingWorlds } from '../testing/worlds/failing-worlds';
import { shapesInTurn, someQuery } from '../testing/worlds/some-query';
import { someWorld } from '../testing/worlds/some-world';
import { IP_RANGES } from '../testing/worlds/world-agents';
import { WorldCheck } from '../testing/worlds/world-check';

/** So many worlds on each store, and the first seed: the same in every run of the tests, others in the benchmark. */
const WORLDS = { SQLite: Number(process.env['WORLDS'] ?? 2000), MariaDB: Number(process.env['WORLDS_MARIADB'] ?? 200) };
const FIRST_SEED = Number(process.env['WORLDS_SEED'] ?? 1);
const FEWEST_QUERIES = 3;
/** A busy machine takes its time. */
const PATIENCE_MS = 900_000;
const ALL_TIME = { preset: 'all-time' } as const;

describe('Whatever happens in a workspace, its sheets show what a count by the rules alone gives', () => {
  it('which says what it has no rule for yet: a new type, level or column needs one', () => {
    const world = bruteWorldOf(someWorld(1));
    const sheet = (query: Partial<ReportQuery>) => () =>
      bruteForceSheet(
        world,
        bruteQuery({ reportType: 'email-performance', timeFrame: ALL_TIME, ...query, columns: query.columns ?? [] }),
      );
    expect(sheet({ reportType: 'toy' })).toThrow('no rule for the report type toy: add one to libs/counting');
    expect(sheet({ columns: ['toys'] })).toThrow('no rule for the column toys');
    expect(sheet({ groupBy: ['toy' as RowLevel] })).toThrow('no rule for rows by toy');
  });

  eachStore((store) => {
    const app = useApp(store, { ipRanges: IP_RANGES });
    const worlds = WORLDS[store.name];

    it('in the worlds that were wrong once', async () => {
      const check = new WorldCheck(app());
      for (const { world, query } of await failingWorlds()) await check.check(world, [query]);
    });

    it(
      `in ${worlds} worlds: every report type, basis, grouping, filter and period`,
      async () => {
        const check = new WorldCheck(app());
        const coverage = new Coverage();
        const shapes = shapesInTurn(new Dice(FIRST_SEED));
        const each = Math.max(FEWEST_QUERIES, Math.ceil(shapes.length / worlds));
        for (let index = 0; index < worlds; index += 1) {
          const world = someWorld(FIRST_SEED + index);
          const asked = Array.from({ length: each }, (_, place) => {
            const shape = shapes[(index * each + place) % shapes.length]!;
            return { shape, query: someQuery(world, shape, world.seed * each + place) };
          });
          const rows = await check.check(
            world,
            asked.map(({ query }) => query),
          );
          for (const [place, { shape, query }] of asked.entries()) coverage.note(shape, query, rows[place]!);
        }
        expect(coverage.missing).toEqual([]);
        // Half of them; few worlds may have less. Sheets without rows would agree for nothing.
        expect(coverage.shareWithRows).toBeGreaterThan(0.4);
      },
      PATIENCE_MS + worlds * 1000,
    );
  });
});
