import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2/promise';
import { mysql } from '../dialect';
import { Lanes } from '../lanes';
import { Store, type Patience, type SqlRow, type SqlValue, type Transaction } from '../store';
import { untilItWins } from './lost-race';
import { Statements } from './statements';
import { strictSession } from './strict-session';

const CONNECTIONS = 10;
/** The others are for what comes in. */
const LANES = 6;
const HEAVY_LANES = 3;

/** MariaDB, MySQL or TiDB through mysql2. */
export class MysqlStore extends Store {
  readonly dialect = mysql;
  /** Only who writes to the same campaigns waits, and each transaction has a price of its own on the way to the server. */
  readonly sliceMs = 50;
  private readonly pool: Pool;
  /** Of connections that take several statements in one message. */
  private readonly transactions: Pool;
  /** Apart from the pool, which may be busy to the last connection with what is to be ended. */
  private readonly killers: Pool;
  private readonly lanes = new Lanes(LANES, HEAVY_LANES);

  constructor(url: string) {
    super();
    this.pool = poolOf(url, { connectionLimit: CONNECTIONS });
    this.transactions = poolOf(url, { connectionLimit: CONNECTIONS, multipleStatements: true });
    this.killers = poolOf(url, { connectionLimit: 1, maxIdle: 0, idleTimeout: 10_000 });
  }

  query<T = SqlRow>(text: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<T[]> {
    const ask = async (connection: PoolConnection) => {
      const [rows] = await connection.query(text, parameters as unknown[]);
      return rows as T[];
    };
    return signal ? this.untilAborted(this.pool, { about: text, signal }, ask) : connected(this.pool, ask);
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

  snapshot<T>(work: (snapshot: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    const read = async (connection: PoolConnection) => {
      const statements = new Statements(connection);
      try {
        await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
        return await work(statements);
      } finally {
        await statements.end();
        await connection.rollback().catch(() => undefined);
      }
    };
    const { transactions } = this;
    return patience ? this.untilAborted(transactions, patience, read) : connected(transactions, read);
  }

  /** The server grants a lock in the order in which it was asked for. */
  giveWay(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.killers.end();
    await Promise.all([this.pool.end(), this.transactions.end()]);
  }

  /** Ends what the server does for it once the signal is aborted. */
  private untilAborted<T>(
    pool: Pool,
    patience: Patience,
    work: (connection: PoolConnection) => Promise<T>,
  ): Promise<T> {
    const { signal } = patience;
    return this.lanes.pass(patience, async () => {
      const connection = await pool.getConnection();
      const kill = () => void this.killers.query(`KILL ${connection.threadId}`).catch(() => undefined);
      signal.addEventListener('abort', kill, { once: true });
      try {
        signal.throwIfAborted();
        return await work(connection);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', kill);
        if (signal.aborted) connection.destroy();
        else connection.release();
      }
    });
  }
}

async function connected<T>(pool: Pool, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
  const connection = await pool.getConnection();
  try {
    return await work(connection);
  } finally {
    connection.release();
  }
}

function poolOf(url: string, options: PoolOptions): Pool {
  const pool = createPool({
    uri: url.replace(/^mariadb:/, 'mysql:'),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    decimalNumbers: true,
    // Affected rows would otherwise be counted differently from the other stores.
    flags: ['-FOUND_ROWS'],
    ...options,
  });
  pool.on('connection', strictSession);
  return pool;
}
