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
/** Who comes first waits so long for a pause, and whoever comes within the next ten seconds a transaction's time. */
const ALONE_MS = 100;
const COMPANY_LASTS_MS = 10_000;

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
  private companyUntil = 0;
  private pausedAt = 0;
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
    return this.writes.pass(() => this.writer.transaction(() => this.begin(), work));
  }

  snapshot<T>(work: (snapshot: Transaction) => Promise<T>, patience?: Patience): Promise<T> {
    if (patience) return this.patient.use(patience, (reader) => reader.snapshot(work));
    return this.snapshots.pass(() => {
      const reader = (this.snapshotReader ??= new SqliteConnection(this.file, { readonly: true }));
      return reader.transaction(() => reader.run('BEGIN'), work);
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

  /**
   * Within this process writers take turns as they come; others need a pause in which they find the lock free. One after
   * each transaction would cost a lone import a tenth of its time: until it has met somebody, it pauses now and then.
   */
  async giveWay(): Promise<void> {
    const now = performance.now();
    if (this.metAnother) this.companyUntil = now + COMPANY_LASTS_MS;
    this.metAnother = false;
    if (now >= this.companyUntil && now - this.pausedAt < ALONE_MS) return;
    const before = await this.dataVersion();
    await wait(GIVE_WAY_MS);
    this.pausedAt = performance.now();
    if ((await this.dataVersion()) !== before) this.companyUntil = this.pausedAt + COMPANY_LASTS_MS;
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
