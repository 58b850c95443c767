import { createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { mysql } from '../dialect';
import { InOrder } from '../in-order';
import { Store, type SqlRow, type SqlValue, type Transaction } from '../store';
import { insertText } from './insert-text';
import { untilItWins } from './lost-race';
import { strictSession } from './strict-session';

/** MariaDB, MySQL or TiDB through mysql2. */
export class MysqlStore extends Store {
  readonly dialect = mysql;
  /** Only who writes to the same campaigns waits, and each transaction has a price of its own on the way to the server. */
  readonly sliceMs = 50;
  private readonly pool: Pool;

  constructor(url: string) {
    super();
    this.pool = createPool({
      uri: url.replace(/^mariadb:/, 'mysql:'),
      connectionLimit: 10,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      decimalNumbers: true,
      // Affected rows would otherwise be counted differently from the other stores.
      flags: ['-FOUND_ROWS'],
    });
    this.pool.on('connection', strictSession);
  }

  async query<T = SqlRow>(text: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<T[]> {
    signal?.throwIfAborted();
    const connection = await this.pool.getConnection();
    const kill = () => void this.pool.query(`KILL QUERY ${connection.threadId}`).catch(() => undefined);
    signal?.addEventListener('abort', kill, { once: true });
    try {
      return await run<T>(connection, text, parameters);
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
      const connection = await this.pool.getConnection();
      const order = new InOrder();
      try {
        await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
        await connection.beginTransaction();
        const result = await work(inOrder(connection, order));
        await connection.commit();
        return result;
      } catch (error) {
        // What was asked for together with the statement that failed must not run outside of the transaction.
        await order.end();
        await connection.rollback().catch(() => undefined);
        throw error;
      } finally {
        connection.release();
      }
    });
  }

  async snapshot<T>(work: (snapshot: Transaction) => Promise<T>): Promise<T> {
    const connection = await this.pool.getConnection();
    const order = new InOrder();
    try {
      await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
      return await work(inOrder(connection, order));
    } finally {
      await order.end();
      await connection.rollback().catch(() => undefined);
      connection.release();
    }
  }

  /** The server grants a lock in the order in which it was asked for. */
  giveWay(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** Statements are written out when they are asked for, while the server works on those before. */
function inOrder(connection: PoolConnection, order: InOrder): Transaction {
  return {
    query: (text, parameters = []) => {
      const statement = connection.format(text, parameters);
      return order.run(() => run(connection, statement, []));
    },
    insert: async (rows) => {
      const statement = insertText(rows, (value) => connection.escape(value));
      await order.run(() => run(connection, statement, []));
    },
  };
}

async function run<T>(connection: PoolConnection, text: string, parameters: readonly SqlValue[]): Promise<T[]> {
  const [rows] = await connection.query(text, parameters as unknown[]);
  return Array.isArray(rows) ? (rows as T[]) : [];
}
