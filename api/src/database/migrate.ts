import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { StartupError } from '../platform/startup-error';

const LOCK = 'tallysheet-migrate';
const LOCK_SECONDS = 120;

/**
 * Brings the schema up to date under a lock, so that several instances may start at once.
 * Throws `StartupError` when the database was written by a newer version.
 */
export async function migrate(small: DataSource): Promise<void> {
  if (small.options.type === 'better-sqlite3') return migrateSqlite(small);
  const runner = small.createQueryRunner();
  try {
    const [lock] = (await runner.query(`SELECT GET_LOCK('${LOCK}', ${LOCK_SECONDS}) AS held`)) as { held: unknown }[];
    if (Number(lock?.held) !== 1) throw new StartupError('Another instance is still changing the database. Try again.');
    await refuseNewer(small);
    await small.runMigrations();
  } finally {
    await runner.query(`SELECT RELEASE_LOCK('${LOCK}')`).catch(() => undefined);
    await runner.release();
  }
}

/** Two processes that start at once both find the file empty; the later one waits for the lock and tries again. */
async function migrateSqlite(small: DataSource): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await refuseNewer(small);
      await small.runMigrations();
      return;
    } catch (error) {
      const busy = /SQLITE_BUSY|database is locked|UNIQUE constraint failed: migrations/.test(String(error));
      if (!busy || tries >= LOCK_SECONDS * 10) throw error;
      await wait(100);
    }
  }
}

async function refuseNewer(small: DataSource): Promise<void> {
  const runner = small.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const done = (await runner.query('SELECT name FROM migrations')) as { name: string }[];
    const known = new Set(small.migrations.map((migration) => migration.name));
    const unknown = done.find(({ name }) => !known.has(name));
    if (!unknown) return;
    throw new StartupError(
      `The database was written by a newer version of Tallysheet (${unknown.name}). Update the program, or use another database.`,
    );
  } finally {
    await runner.release();
  }
}
