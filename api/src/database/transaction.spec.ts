import { eachStore } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';

const COLUMNS = ['workspace_id', 'name'];
const MANY = 20_000;

describe('The statements of a transaction', () => {
  eachStore((kind) => {
    const app = useApp(kind);
    const names = () => app().database.store.query<{ name: string }>('SELECT name FROM source ORDER BY id');
    const row = (name: string) => ({ table: 'source', columns: COLUMNS, rows: [[1, name]], suffix: '' });
    const count = 'SELECT COUNT(*) AS n FROM source';

    it('run in the order in which they are asked for, and each is answered with its own rows', async () => {
      const answers = await app().database.store.transaction((transaction) =>
        Promise.all([
          transaction.query(count),
          transaction.insert(row('first')),
          transaction.query(count),
          transaction.insert(row("second; DELETE FROM source; -- '")),
          transaction.query('SELECT name FROM source WHERE name LIKE ? ORDER BY id', ['%s%']),
        ]),
      );
      expect(answers).toEqual([
        [{ n: 0 }],
        undefined,
        [{ n: 1 }],
        undefined,
        [{ name: 'first' }, { name: "second; DELETE FROM source; -- '" }],
      ]);
    });

    it('go to the store however long they are together', async () => {
      const long = 'x'.repeat(100);
      await app().database.store.transaction(async (transaction) => {
        const answers = Array.from({ length: MANY }, (_, n) =>
          transaction.query('SELECT ? AS n, ? AS long_text', [n, long]),
        );
        const rows = (await Promise.all(answers)) as unknown as { n: number }[][];
        expect(rows.map(([first]) => Number(first!.n))).toEqual(Array.from({ length: MANY }, (_, n) => n));
      });
    });

    it('leave nothing behind when one of them fails, whatever was asked for together with it or afterwards', async () => {
      const { store } = app().database;
      const late: Promise<unknown>[] = [];
      const failing = store.transaction(async (transaction) => {
        await transaction.insert(row('before'));
        const together = [
          transaction.insert(row('with it')),
          transaction.query('SELECT nothing FROM nowhere'),
          transaction.insert(row('behind it')),
        ];
        late.push(
          Promise.allSettled(together).then(() => transaction.insert(row('much later'))),
          ...together,
        );
        await Promise.all(together);
      });
      await expect(failing).rejects.toThrow('nowhere');
      // The next transaction must not take in what is left of the one before.
      await store.transaction(async (transaction) => {
        await Promise.allSettled(late);
        await transaction.insert(row('the next'));
      });
      expect((await Promise.allSettled(late)).map(({ status }) => status)).toContain('rejected');
      expect(await names()).toEqual([{ name: 'the next' }]);
    });

    it('are refused once its work has ended', async () => {
      const { store } = app().database;
      let kept: { query(text: string): Promise<unknown> } | undefined;
      await store.transaction((transaction) => {
        kept = transaction;
        return Promise.resolve();
      });
      await expect(kept!.query(count)).rejects.toThrow('The transaction is over');
    });
  });
});
