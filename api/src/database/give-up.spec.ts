import { setTimeout as wait } from 'node:timers/promises';
import { eachStore } from '@tallysheet/testing';
import { SheetRepository } from '../reports/sheet.repository';
import { listen } from '../platform/server';
import type { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { useApp, withApps } from '../testing/use-app';
import { SqliteStore } from './sqlite/sqlite-store';

const TAKES_MINUTES = {
  SQLite:
    'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT COUNT(*) AS n FROM n',
  MariaDB: "SELECT BENCHMARK(2000000000, SHA2('a', 256)) AS n",
};
const QUERY = { reportType: 'email-performance', timeFrame: { preset: 'all-time' } };

describe('A read that is given up', () => {
  eachStore((store) => {
    const app = useApp(store);
    const heavy = TAKES_MINUTES[store.name];

    /** How many such reads the store is at work on. */
    async function atWork({ database }: TestApp): Promise<number> {
      if (database.store instanceof SqliteStore) {
        return database.store.patient.pids.filter((pid) => pid !== undefined && isAlive(pid)).length;
      }
      const rows = await database.store.query<{ n: number }>(
        "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE '%BENCHMARK(%' AND id <> CONNECTION_ID() AND db = DATABASE()",
      );
      return Number(rows[0]!.n);
    }

    it('ends in the store itself, and others can be asked', async () => {
      const { store: open } = app().database;
      const leave = new AbortController();
      const reading = open.query(heavy, [], leave.signal);
      const told = expect(reading).rejects.toThrow('gone');
      await until(async () => (await atWork(app())) === 1);
      leave.abort(new Error('gone'));
      await told;
      await until(async () => (await atWork(app())) === 0);
      expect(await open.query('SELECT 1 AS one', [], new AbortController().signal)).toEqual([{ one: 1 }]);
    });

    it('ends within a snapshot as well', async () => {
      const leave = new AbortController();
      const reading = app().database.store.snapshot((snapshot) => snapshot.query(heavy), {
        about: 'heavy',
        signal: leave.signal,
      });
      const told = expect(reading).rejects.toThrow('gone');
      await until(async () => (await atWork(app())) === 1);
      leave.abort(new Error('gone'));
      await told;
      await until(async () => (await atWork(app())) === 0);
    });

    it('does not begin when it is given up before its turn', async () => {
      const gone = AbortSignal.abort(new Error('gone'));
      await expect(app().database.store.query(heavy, [], gone)).rejects.toThrow('gone');
    });

    it('leaves room for others while it runs, however many there are of it', async () => {
      const { store: open } = app().database;
      const leave = new AbortController();
      const first = open.query(heavy, [], leave.signal).catch(() => undefined);
      // Long enough to be known as heavy from then on.
      await wait(1100);
      leave.abort(new Error('gone'));
      await first;
      const others = new AbortController();
      const reading = Array.from({ length: 12 }, () => open.query(heavy, [], others.signal).catch(() => undefined));
      await until(async () => (await atWork(app())) >= 2);
      expect(await open.query('SELECT 1 AS one', [], new AbortController().signal)).toEqual([{ one: 1 }]);
      expect(await open.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      others.abort(new Error('gone'));
      await Promise.all(reading);
    });

    it('is given up when the page that asked for a sheet is left', () =>
      withApps(store, [{}], async (own) => {
        countSlowly(own);
        const address = await listen(own.app, own.config);
        const leave = new AbortController();
        const call = fetch(`${address}/api/sheets`, { ...post(QUERY), signal: leave.signal }).catch(() => 'left');
        await until(async () => (await atWork(own)) === 1);
        leave.abort();
        expect(await call).toBe('left');
        await until(async () => (await atWork(own)) === 0);
      }));

    it('is given up after the time that is set, and the answer says what to do', () =>
      withApps(store, [{ sheetSeconds: 1 }], async (own) => {
        countSlowly(own);
        const { body } = await own.http.post('/api/sheets').send(QUERY).expect(504);
        expect(body).toMatchObject({ code: 'report-timed-out', params: { seconds: 1 } });
        expect(body.detail).toMatch(/^Counting took more than 1 second and was stopped\. Choose a shorter period/);
        await until(async () => (await atWork(own)) === 0);
      }));

    function countSlowly(own: TestApp): void {
      jest
        .spyOn(own.get(SheetRepository), 'run')
        .mockImplementation((_, signal) => own.database.store.query(heavy, [], signal));
    }
  });
});

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
