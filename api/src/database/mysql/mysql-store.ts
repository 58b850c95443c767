import { createPool, type Pool } from 'mysql2/promise';
import { mysql } from '../dialect';
import { Store, type SqlRow, type SqlValue, type Transaction } from '../store';
import { untilItWins } from './lost-race';
import { Statements } from './statements';
import { strictSession } from './strict-session';

/** MariaDB, MySQL or TiDB through mysql2. */
export class MysqlStore extends Store {
  readonly dialect = mysql;
  /** Only who writes to the same campaigns waits, and each transaction has a price of its own on the way to the server. */
  readonly sliceMs = 50;
  private readonly pool: Pool;
  /** Of connections that take several statements in one message. */
  private readonly transactions: Pool;

  constructor(url: string) {
    super();
    this.pool = poolOf(url, false);
    this.transactions = poolOf(url, true);
  }

  async query<T = SqlRow>(text: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<T[]> {
    signal?.throwIfAborted();
    const connection = await this.pool.getConnection();
    const kill = () => void this.pool.query(`KILL QUERY ${connection.threadId}`).catch(() => undefined);
    signal?.addEventListener('abort', kill, { once: true });
    try {
      const [rows] = await connection.query(text, parameters as unknown[]);
      return rows as T[];
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', kill);
      // The order to stop may still be on its way: it must not meet somebody else's query.
      if (signal?.aborted) connection.destroy();
      else connection.release();
    }
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return untilItWins(async () => {
      const connection = await this.transactions.getConnection();
      const statements = new Statements(connection);
      try {
        await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
        await connection.beginTransaction();
        const result = await work(statements);
        await statements.end();
        await connection.commit();
        return result;
      } catch (error) {
        // What was asked for together with the statement that failed must not run outside of the transaction.
        await statements.end();
        await connection.rollback().catch(() => undefined);
        throw error;
      } finally {
        connection.release();
      }
    });
  }

  async snapshot<T>(work: (snapshot: Transaction) => Promise<T>): Promise<T> {
    const connection = await this.transactions.getConnection();
    const statements = new Statements(connection);
    try {
      await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
      return await work(statements);
    } finally {
      await statements.end();
      await connection.rollback().catch(() => undefined);
      connection.release();
    }
  }

  /** The server grants a lock in the order in which it was asked for. */
  giveWay(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.transactions.end()]);
  }
}

function poolOf(url: string, multipleStatements: boolean): Pool {
  const pool = createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    connectionLimit: 10,
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    decimalNumbers: true,
    // Affected rows would otherwise be counted differently from the other stores.
    flags: ['-FOUND_ROWS'],
    multipleStatements,
  });
  pool.on('connection', strictSession);
  return pool;
}
