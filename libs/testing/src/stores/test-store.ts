import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** Where one test's data lives: a folder, and the address of a database unless the store is the embedded one. */
export interface TestPlace {
  dataDir: string;
  databaseUrl: string | null;
  /** Takes the folder and the database away again. */
  remove(): Promise<void>;
}

/** A store to test on. Every place it makes is new, empty and thrown away afterwards. */
export interface TestStore {
  name: 'SQLite' | 'MariaDB';
  create(): Promise<TestPlace>;
}

export const sqliteStore: TestStore = {
  name: 'SQLite',
  async create() {
    const dataDir = await newFolder();
    return { dataDir, databaseUrl: null, remove: () => removeFolder(dataDir) };
  },
};

/** A server of MariaDB, reached by its address without a database, such as `mysql://root@127.0.0.1:3306`. */
export function mariaDbStore(serverUrl: string): TestStore {
  return {
    name: 'MariaDB',
    async create() {
      const name = `tallysheet_test_${randomBytes(8).toString('hex')}`;
      await run(serverUrl, `CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
      const dataDir = await newFolder();
      const databaseUrl = new URL(serverUrl);
      databaseUrl.pathname = `/${name}`;
      const remove = async () => {
        await run(serverUrl, `DROP DATABASE IF EXISTS ${name}`);
        await removeFolder(dataDir);
      };
      return { dataDir, databaseUrl: databaseUrl.href, remove };
    },
  };
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const connection = await createConnection({ uri: serverUrl.replace(/^mariadb:/, 'mysql:') });
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'tallysheet-test-'));
}

function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
