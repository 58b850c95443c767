import { SqliteConnection } from './sqlite-connection';

describe('A connection to SQLite', () => {
  it('can be closed at any moment, also while its thread starts', async () => {
    const moments = Array.from({ length: 12 }, (_, n) => 3 * n);
    for (const ms of moments) {
      const connections = [1, 2, 3].map(() => new SqliteConnection(':memory:', { readonly: false }));
      await new Promise((resolve) => setTimeout(resolve, ms));
      await Promise.all(connections.map((connection) => connection.close()));
    }
  });

  it('answers what it was asked before it was closed, and refuses what comes after', async () => {
    const connection = new SqliteConnection(':memory:', { readonly: false });
    const answer = connection.run('SELECT 1 AS one');
    await connection.close();
    expect(await answer).toEqual([{ one: 1 }]);
    await expect(connection.run('SELECT 1')).rejects.toThrow('The connection is closed');
    await connection.close();
  });

  it('says why it could not be opened, and can still be closed', async () => {
    const connection = new SqliteConnection('/nowhere/at all.db', { readonly: true });
    await expect(connection.run('SELECT 1')).rejects.toThrow('directory does not exist');
    await connection.close();
  });
});
