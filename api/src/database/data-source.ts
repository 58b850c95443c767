import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { Dialect } from './dialect';
import { entities } from './entities/entities';
import { migrations } from './migrations/migrations';

export interface DatabaseOptions {
  dataDir: string;
  databaseUrl: string | null;
}

export function dialectName({ databaseUrl }: DatabaseOptions): Dialect['name'] {
  return databaseUrl ? 'mysql' : 'sqlite';
}

export function sqliteFile({ dataDir }: DatabaseOptions): string {
  return join(dataDir, 'tallysheet.sqlite');
}

/** TypeORM over the chosen store: small tables and migrations. Facts go through `Store`. */
export function dataSource(options: DatabaseOptions): DataSource {
  return new DataSource(dataSourceOptions(options));
}

function dataSourceOptions(options: DatabaseOptions): DataSourceOptions {
  const dialect = dialectName(options);
  const shared = {
    entities: entities(dialect),
    migrations: migrations(dialect),
    migrationsTransactionMode: 'each' as const,
  };
  if (options.databaseUrl) {
    return {
      ...shared,
      type: 'mariadb',
      url: options.databaseUrl.replace(/^mysql:/, 'mariadb:'),
      charset: 'utf8mb4_bin',
      timezone: 'Z',
    };
  }
  mkdirSync(options.dataDir, { recursive: true });
  return {
    ...shared,
    type: 'better-sqlite3',
    database: sqliteFile(options),
    enableWAL: true,
    // This connection runs on the event loop: it must never wait for a lock there. `Database.write` tries again.
    timeout: 0,
    prepareDatabase: (connection: { pragma(text: string): void }) => {
      // Of a new file. Each event changes a few rows far apart, and every page with one of them is written as a whole.
      connection.pragma('page_size = 2048');
      // Nor for the disk: what is in the log is carried over by the thread that writes facts.
      connection.pragma('wal_autocheckpoint = 0');
    },
  };
}
