import type { Patience } from './store';

const HEAVY_MS = 1000;
const REMEMBERED = 500;

interface Waiting {
  about: string;
  enter: () => void;
}

/**
 * Lets so many long reads run at once. Those that are known to be heavy, for they took long the last time, never take
 * all lanes: a light one does not wait for them.
 */
export class Lanes {
  private readonly heavy = new Set<string>();
  private readonly running: string[] = [];
  private queue: Waiting[] = [];

  constructor(
    private readonly lanes: number,
    private readonly forHeavy: number,
  ) {}

  /** Who is aborted while waiting does not run at all. */
  async pass<T>({ about, signal }: Patience, work: () => Promise<T>): Promise<T> {
    await this.enter(about, signal);
    const begunAt = Date.now();
    try {
      return await work();
    } finally {
      this.remember(about, Date.now() - begunAt >= HEAVY_MS);
      this.running.splice(this.running.indexOf(about), 1);
      this.letIn();
    }
  }

  private enter(about: string, signal: AbortSignal): Promise<void> {
    return new Promise((enter, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const waiting = { about, enter };
      this.queue.push(waiting);
      signal.addEventListener('abort', () => {
        this.queue = this.queue.filter((each) => each !== waiting);
        reject(signal.reason as Error);
      });
      this.letIn();
    });
  }

  private letIn(): void {
    for (const waiting of [...this.queue]) {
      if (!this.hasRoomFor(waiting.about)) continue;
      this.queue = this.queue.filter((each) => each !== waiting);
      this.running.push(waiting.about);
      waiting.enter();
    }
  }

  private hasRoomFor(about: string): boolean {
    if (this.running.length >= this.lanes) return false;
    return !this.heavy.has(about) || this.running.filter((each) => this.heavy.has(each)).length < this.forHeavy;
  }

  private remember(about: string, isHeavy: boolean): void {
    this.heavy.delete(about);
    if (!isHeavy) return;
    this.heavy.add(about);
    const [oldest] = this.heavy;
    if (this.heavy.size > REMEMBERED) this.heavy.delete(oldest!);
  }
}
