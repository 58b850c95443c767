import { eachStore, type TestPlace } from '@tallysheet/testing';
import { openDatabase } from '../platform/bootstrap';
import { readConfig, type Config } from '../platform/config';
import { StartupError } from '../platform/startup-error';
import { inNewPlace } from '../testing/use-app';
import type { Database } from './database';

const configOf = ({ dataDir, databaseUrl }: TestPlace): Config =>
  readConfig({ DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) });

/** What keeps a database from being opened. */
async function refusal(opening: Promise<Database>): Promise<unknown> {
  return opening.then(
    async (database) => {
      await database.close();
      return 'it was opened';
    },
    (error: unknown) => error,
  );
}

describe('The schema', () => {
  eachStore((store) => {
    it('as migrated is what the entities say, with nothing left to change', () =>
      inNewPlace(store, async (place) => {
        const database = await openDatabase(configOf(place));
        const { upQueries } = await database.small.driver.createSchemaBuilder().log();
        expect(upQueries.map(({ query }) => query)).toEqual([]);
        await database.close();
      }));

    it('is migrated once, and opened again as it is', () =>
      inNewPlace(store, async (place) => {
        const migrations = async () => {
          const database = await openDatabase(configOf(place));
          const done = await database.small.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
          await database.close();
          return done.map(({ name }) => name);
        };
        const first = await migrations();
        expect(first.length).toBeGreaterThan(1);
        expect(await migrations()).toEqual(first);
      }));

    it('is migrated by one of several that start at once, and all of them open it', () =>
      inNewPlace(store, async (place) => {
        const opened = await Promise.all(Array.from({ length: 3 }, () => openDatabase(configOf(place))));
        for (const database of opened) {
          const [row] = await database.store.query<{ n: number }>('SELECT COUNT(*) AS n FROM workspace');
          expect(Number(row!.n)).toBe(1);
        }
        await Promise.all(opened.map((database) => database.close()));
      }));

    it('may be half migrated by a process that was stopped: the next start finishes it', () =>
      inNewPlace(store, async (place) => {
        const first = await openDatabase(configOf(place));
        await first.small.query('DELETE FROM migrations');
        await first.close();
        const again = await openDatabase(configOf(place));
        const { upQueries } = await again.small.driver.createSchemaBuilder().log();
        expect(upQueries).toEqual([]);
        await again.close();
      }));

    it('of an older version gets what its rows lack: texts as they are compared', () =>
      inNewPlace(store, async (place) => {
        const older = await openDatabase(configOf(place));
        const insert =
          'INSERT INTO person_attribute (workspace_id, attribute_id, person_id, is_day, text_value) VALUES ';
        const values = (n: number) => [1, 7, Buffer.alloc(16, n), 0];
        await older.store.transaction(async (transaction) => {
          await transaction.query(`${insert} (?, ?, ?, ?, ?)`, [...values(1), ' Zürich']);
          await transaction.query(`${insert} (?, ?, ?, ?, ?)`, [...values(2), null]);
          await transaction.query("DELETE FROM migrations WHERE name LIKE 'Fill_%'");
        });
        await older.close();
        const newer = await openDatabase(configOf(place));
        const rows = await newer.store.query('SELECT text_key FROM person_attribute ORDER BY person_id');
        expect(rows).toEqual([{ text_key: 'zurich' }, { text_key: null }]);
        await newer.close();
      }));

    it('of a newer version is refused with one line', () =>
      inNewPlace(store, async (place) => {
        const database = await openDatabase(configOf(place));
        const newer = "INSERT INTO migrations (timestamp, name) VALUES (4102444800000, 'FromTheFuture4102444800000')";
        await database.small.query(newer);
        await database.close();
        const error = await refusal(openDatabase(configOf(place)));
        expect(error).toBeInstanceOf(StartupError);
        expect((error as Error).message).toMatch(/^[^\n]*newer version[^\n]*FromTheFuture4102444800000[^\n]*$/);
      }));
  });
});
