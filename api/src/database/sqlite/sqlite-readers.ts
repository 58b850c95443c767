import { Lanes } from '../lanes';
import type { Patience } from '../store';
import { SqliteProcess } from './sqlite-process';

const LANES = 4;
const HEAVY_LANES = 2;

/** The processes that count sheets: made when they are needed, and ended in the middle of a count that is given up. */
export class SqliteReaders {
  private readonly lanes = new Lanes(LANES, HEAVY_LANES);
  private readonly idle: SqliteProcess[] = [];
  private readonly all = new Set<SqliteProcess>();

  constructor(private readonly file: string) {}

  /** Their process ids. */
  get pids(): (number | undefined)[] {
    return [...this.all].map(({ pid }) => pid);
  }

  use<T>(patience: Patience, work: (reader: SqliteProcess) => Promise<T>): Promise<T> {
    const { signal } = patience;
    return this.lanes.pass(patience, async () => {
      const reader = this.take();
      const kill = () => void reader.kill();
      signal.addEventListener('abort', kill, { once: true });
      try {
        return await work(reader);
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', kill);
        if (signal.aborted || reader.hasEnded) this.all.delete(reader);
        else this.idle.push(reader);
      }
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.all].map((reader) => reader.kill()));
  }

  private take(): SqliteProcess {
    for (let reader = this.idle.pop(); reader; reader = this.idle.pop()) {
      if (!reader.hasEnded) return reader;
      this.all.delete(reader);
    }
    const made = new SqliteProcess(this.file);
    this.all.add(made);
    return made;
  }
}
