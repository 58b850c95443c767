import { setTimeout as wait } from 'node:timers/promises';
import { eachStore } from '@tallysheet/testing';
import { until } from '../../testing/until';
import { useApp } from '../../testing/use-app';

describe('A transaction that is undone to end a deadlock', () => {
  eachStore((kind) => {
    // SQLite lets one writer in at a time.
    if (kind.name === 'SQLite') return;
    const app = useApp(kind);

    it('leaves nothing behind of what was already handed over, and runs again as a whole', async () => {
      const { store } = app().database;
      const columns = 'workspace_id, source, format, line, code, detail, raw, created_at';
      const insert = (source: string) =>
        `INSERT INTO rejected_event (${columns}) VALUES (1, '${source}', 'events', 1, 'bad-date', '', '', 0)`;
      const lock = (name: string) => `UPDATE source SET name = name WHERE name = '${name}'`;
      await store.transaction(async (transaction) => {
        for (const name of ['one', 'two']) {
          await transaction.query(`INSERT INTO source (workspace_id, name) VALUES (1, '${name}')`);
        }
      });
      let otherHolds = false;
      let tries = 0;
      const victim = store.transaction(async (transaction) => {
        tries += 1;
        await transaction.query(lock('one'));
        await until(() => otherHolds);
        // Handed over together: the second is behind one that will be chosen to lose.
        await Promise.all([transaction.query(lock('two')), transaction.query(insert('victim'))]);
      });
      await until(() => tries === 1);
      const winner = store.transaction(async (transaction) => {
        // With more to undo it is the other that is chosen.
        for (let row = 0; row < 50; row += 1) await transaction.query(insert('winner'));
        await transaction.query(lock('two'));
        otherHolds = true;
        const waiting = "SELECT COUNT(*) AS n FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'";
        await until(async () => {
          // The list is made anew only when nobody has read it for a tenth of a second.
          await wait(150);
          return Number((await store.query<{ n: number }>(waiting))[0]?.n) > 0;
        });
        await transaction.query(lock('one'));
      });
      await Promise.all([victim, winner]);
      const rows = await store.query(
        'SELECT source, COUNT(*) AS n FROM rejected_event GROUP BY source ORDER BY source',
      );
      expect(rows).toEqual([
        { source: 'victim', n: 1 },
        { source: 'winner', n: 50 },
      ]);
      expect(tries).toBe(2);
    });
  });
});
