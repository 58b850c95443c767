import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'mysql2';
import type { DataSource, EntityManager } from 'typeorm';
import { StartupError } from '../platform/startup-error';
import { dataSource, sqliteFile, type DatabaseOptions } from './data-source';
import { migrate } from './migrate';
import { untilItWins } from './mysql/lost-race';
import { MysqlStore } from './mysql/mysql-store';
import { strictSession } from './mysql/strict-session';
import { SqliteStore } from './sqlite/sqlite-store';
import type { Store } from './store';
import { Turnstile } from './turnstile';

const BUSY_PAUSE_MS = 2;

/** The open database: TypeORM for the small tables, `store` for facts, tallies and reports. */
export class Database {
  private constructor(
    readonly small: DataSource,
    readonly store: Store,
    private readonly writes: Turnstile,
  ) {}

  /** Opens the store and brings its schema up to date. Throws `StartupError` with one clear line. */
  static async open(options: DatabaseOptions): Promise<Database> {
    const small = await connect(options);
    try {
      await migrate(small);
      const writes = new Turnstile();
      const store = options.databaseUrl
        ? new MysqlStore(options.databaseUrl)
        : new SqliteStore(sqliteFile(options), writes);
      return new Database(small, store, writes);
    } catch (error) {
      await small.destroy();
      throw error;
    }
  }

  /**
   * Changes small tables in one transaction. On SQLite it takes its turn with all other writes of this process, and
   * waits without holding up the event loop while another process writes.
   */
  async write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.store.dialect.name !== 'sqlite') return untilItWins(() => this.small.transaction('READ COMMITTED', work));
    return this.writes.pass(async () => {
      for (;;) {
        try {
          return await this.small.transaction(work);
        } catch (error) {
          if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
          await wait(BUSY_PAUSE_MS);
        }
      }
    });
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.small.destroy();
  }
}

async function connect(options: DatabaseOptions): Promise<DataSource> {
  try {
    const small = await dataSource(options).initialize();
    if (options.databaseUrl) (small.driver as unknown as { pool: Pool }).pool.on('connection', strictSession);
    return small;
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    if (options.databaseUrl) {
      const { hostname, port, pathname } = new URL(options.databaseUrl);
      const place = `${hostname}:${port || 3306}${pathname}`;
      throw new StartupError(`The database ${place} cannot be reached: ${code ?? ''} ${message}`.trim());
    }
    throw new StartupError(`The data folder ${options.dataDir} cannot be used: ${message}`);
  }
}
