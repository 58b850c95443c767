import { setTimeout as wait } from 'node:timers/promises';
import { sqlite } from '../dialect';
import { Store, type Patience, type SqlRow, type SqlValue, type Transaction } from '../store';
import { Turnstile } from '../turnstile';
import { SqliteConnection, SqliteError } from './sqlite-connection';
import { SqliteReaders } from './sqlite-readers';

const READERS = 2;
/** SQLite has no queue for its lock: who waits asks again and again, and must do so within the pause of `giveWay`. */
const BUSY_PAUSE_MS = 1;
const BUSY_PATIENCE_MS = 60_000;
const GIVE_WAY_MS = 3;

/** The embedded store: one writer at a time, readers in snapshots, each connection in a thread of its own. */
export class SqliteStore extends Store {
  readonly dialect = sqlite;
  /** Everyone who writes waits. */
  readonly sliceMs = 25;
  private readonly writer: SqliteConnection;
  private readonly readers: SqliteConnection[];
  /** For what may take long, and may be given up. */
  readonly patient: SqliteReaders;
  /** Whether another process held the lock when this one asked for it. */
  private metAnother = false;
  /** Opened for the first snapshot: a connection has one at a time. */
  private snapshotReader: SqliteConnection | null = null;
  private readonly snapshots = new Turnstile();

  /** `writes` is shared with whatever else in this process writes to the same file. */
  constructor(
    private readonly file: string,
    private readonly writes: Turnstile,
  ) {
    super();
    this.writer = new SqliteConnection(file, { readonly: false });
    this.patient = new SqliteReaders(file);
    this.readers = Array.from({ length: READERS }, () => new SqliteConnection(file, { readonly: true }));
  }

  query<T = SqlRow>(text: string, parameters: readonly SqlValue[] = [], signal?: AbortSignal): Promise<T[]> {
    if (signal) return this.patient.use({ about: text, signal }, (reader) => reader.run<T>(text, parameters));
    const reader = this.readers.find((each) => !each.busy) ?? this.readers[Math.floor(Math.random() * READERS)]!;
    return reader.run<T>(text, parameters);
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.writes.pass(async () => {
      await this.begin();
      try {
        const result = await work(this.writer.transaction);
        await this.writer.run('COMMIT');
        return result;
      } catch (error) {
        await this.writer.run('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  snapshot<T>(work: (snapshot: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    if (patience) return this.patient.use(patience, (reader) => inSnapshot(reader, work));
    return this.snapshots.pass(async () => {
      const reader = (this.snapshotReader ??= new SqliteConnection(this.file, { readonly: true }));
      return inSnapshot(reader, work);
    });
  }

  async close(): Promise<void> {
    await this.writes.pass(() => Promise.resolve());
    await this.patient.close();
    await Promise.all(
      [this.writer, ...this.readers, ...(this.snapshotReader ? [this.snapshotReader] : [])].map((connection) =>
        connection.close(),
      ),
    );
  }

  /** Within this process writers take turns as they come; others need a pause in which they find the lock free. */
  async giveWay(): Promise<boolean> {
    const before = await this.dataVersion();
    let haveOthers = this.metAnother || this.writes.isBusy;
    this.metAnother = false;
    await wait(GIVE_WAY_MS);
    haveOthers ||= this.writes.isBusy;
    return (await this.dataVersion()) !== before || haveOthers;
  }

  /** A number that changes when another connection has written. */
  private async dataVersion(): Promise<number> {
    const [row] = await this.writer.run<{ data_version: number }>('PRAGMA data_version');
    return row!.data_version;
  }

  /** Another process may hold the write lock. */
  private async begin(): Promise<void> {
    for (const end = Date.now() + BUSY_PATIENCE_MS; ;) {
      try {
        await this.writer.run('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!(error instanceof SqliteError) || error.code !== 'SQLITE_BUSY' || Date.now() > end) throw error;
        this.metAnother = true;
        await wait(BUSY_PAUSE_MS);
      }
    }
  }
}

async function inSnapshot<T>(
  reader: Pick<SqliteConnection, 'run' | 'transaction'>,
  work: (snapshot: Transaction) => Promise<T>,
): Promise<T> {
  await reader.run('BEGIN');
  try {
    return await work(reader.transaction);
  } finally {
    await reader.run('COMMIT');
  }
}
