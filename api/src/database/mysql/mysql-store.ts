import { createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { mysql } from '../dialect';
import { InOrder } from '../in-order';
import { Lanes } from '../lanes';
import { Store, type Patience, type SqlRow, type SqlValue, type Transaction } from '../store';
import { insertText } from './insert-text';
import { untilItWins } from './lost-race';
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
  /** Apart from the pool, which may be busy to the last connection with what is to be ended. */
  private readonly killers: Pool;
  private readonly lanes = new Lanes(LANES, HEAVY_LANES);
  /** What `giveWay` saw the last time. */
  private seenRevision: number | null = null;

  constructor(url: string) {
    super();
    const uri = url.replace(/^mariadb:/, 'mysql:');
    this.killers = createPool({ uri, connectionLimit: 1, maxIdle: 0, idleTimeout: 10_000 });
    this.pool = createPool({
      uri,
      connectionLimit: CONNECTIONS,
      charset: 'utf8mb4_bin',
      timezone: 'Z',
      decimalNumbers: true,
      // Affected rows would otherwise be counted differently from the other stores.
      flags: ['-FOUND_ROWS'],
    });
    this.pool.on('connection', strictSession);
  }

  query<T = SqlRow>(text: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<T[]> {
    const ask = (connection: PoolConnection) => run<T>(connection, text, parameters);
    return signal ? this.untilAborted({ about: text, signal }, ask) : this.connected(ask);
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return untilItWins(async () => {
      const connection = await this.pool.getConnection();
      try {
        await connection.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
        await connection.beginTransaction();
        const result = await work(inOrder(connection));
        await connection.commit();
        return result;
      } catch (error) {
        await connection.rollback().catch(() => undefined);
        throw error;
      } finally {
        connection.release();
      }
    });
  }

  snapshot<T>(work: (snapshot: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    const read = async (connection: PoolConnection) => {
      try {
        await connection.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
        await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
        return await work(inOrder(connection));
      } finally {
        await connection.rollback().catch(() => undefined);
      }
    };
    return patience ? this.untilAborted(patience, read) : this.connected(read);
  }

  /** The server grants a lock in the order in which it was asked for. Each batch of facts raises a revision by one. */
  async giveWay(): Promise<boolean> {
    const [row] = await this.query<{ total: number }>('SELECT SUM(revision) AS total FROM workspace');
    const before = this.seenRevision ?? row!.total;
    this.seenRevision = row!.total;
    return row!.total - before > 1;
  }

  async close(): Promise<void> {
    await this.killers.end();
    await this.pool.end();
  }

  private async connected<T>(work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    const connection = await this.pool.getConnection();
    try {
      return await work(connection);
    } finally {
      connection.release();
    }
  }

  /** Ends what the server does for it once the signal is aborted. */
  private untilAborted<T>(patience: Patience, work: (connection: PoolConnection) => Promise<T>): Promise<T> {
    const { signal } = patience;
    return this.lanes.pass(patience, async () => {
      const connection = await this.pool.getConnection();
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

/** Statements are written out when they are asked for, while the server works on those before. */
function inOrder(connection: PoolConnection): Transaction {
  const order = new InOrder();
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
