import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Turnstile } from '../turnstile';
import { SqliteStore } from './sqlite-store';

const WRITES = 20;
/** Far more than are needed, and few enough for the test to end when nobody is let in. */
const MOST_SLICES = 20_000;

describe('Two processes that write to one file', () => {
  it('take turns: who writes for long lets the other in between two transactions', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tallysheet-turns-'));
    new Database(join(folder, 'file.sqlite')).exec('CREATE TABLE line (who TEXT, n INTEGER)').close();
    const [long, short] = [1, 2].map(() => new SqliteStore(join(folder, 'file.sqlite'), new Turnstile())) as [
      SqliteStore,
      SqliteStore,
    ];
    const insert = (store: SqliteStore, who: string, count: number) =>
      store.transaction((transaction) =>
        transaction.insert({
          table: 'line',
          columns: ['who', 'n'],
          rows: Array.from({ length: count }, (_, n) => [who, n]),
          suffix: '',
        }),
      );

    let slices = 0;
    let written = 0;
    const writingForLong = async () => {
      for (; written < WRITES && slices < MOST_SLICES; slices += 1) {
        await insert(long, 'long', 2000);
        await long.giveWay();
      }
    };
    const writingShortly = async () => {
      for (; written < WRITES && slices < MOST_SLICES; written += 1) await insert(short, 'short', 1);
    };
    await Promise.all([writingForLong(), writingShortly()]);
    expect(written).toBe(WRITES);
    expect(slices).toBeLessThan(WRITES * 20);
    const counted = 'SELECT who, COUNT(*) AS n FROM line GROUP BY who ORDER BY who';
    expect(await short.query(counted)).toEqual([
      { who: 'long', n: slices * 2000 },
      { who: 'short', n: WRITES },
    ]);
    await Promise.all([long.close(), short.close()]);
    await rm(folder, { recursive: true });
  });
});
