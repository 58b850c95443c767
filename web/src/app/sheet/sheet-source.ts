import { computed, signal } from '@angular/core';
import type { ReportQuery, Sheet } from '@tallysheet/contract';

const SKELETON_AFTER_MS = 150;
const LONG_AFTER_MS = 3000;

/** Asks the server for a sheet; it can be told to stop. */
export type AskSheet = (query: ReportQuery, signal: AbortSignal) => Promise<Sheet>;

/** How far a running count is: too short to show, shown, or long enough to offer an end. */
export type Wait = 'none' | 'short' | 'shown' | 'long';

/** The sheet of the latest question. A newer question ends the one before; its late answer is never shown. */
export class SheetSource {
  private readonly latest = signal<Sheet | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly waiting = signal<Wait>('none');
  private readonly asked = signal('');
  private readonly answered = signal('');
  private readonly ended = signal(false);
  private running: AbortController | null = null;
  private renewal: AbortController | null = null;
  private page: AbortController | null = null;
  private timers: ReturnType<typeof setTimeout>[] = [];

  /** The last answer; it stays while the next one is being counted. */
  readonly sheet = this.latest.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly wait = this.waiting.asReadonly();
  /** Whether the numbers of `sheet` answer an older question for so long that they are not to be read. */
  readonly stale = computed(() => this.answered() !== this.asked() && this.waiting() !== 'short');
  /** Whether the reader stopped the count. */
  readonly stopped = this.ended.asReadonly();

  constructor(private readonly ask: AskSheet) {}

  /** Whether the last answer is about this, whatever its columns. */
  answers(about: string): boolean {
    return this.latest() !== null && this.answered() === about;
  }

  /** Counts; `about` tells questions apart: while one is only asked again, its numbers stay in sight. */
  async load(query: ReportQuery, about: string): Promise<void> {
    this.end();
    this.endRenewal();
    const mine = new AbortController();
    this.running = mine;
    this.asked.set(about);
    this.ended.set(false);
    this.failure.set(null);
    this.waiting.set('short');
    this.after(SKELETON_AFTER_MS, () => this.waiting.set('shown'));
    this.after(LONG_AFTER_MS, () => this.waiting.set('long'));
    try {
      const sheet = await this.ask(query, mine.signal);
      if (this.running !== mine) return;
      this.latest.set(sheet);
      this.answered.set(about);
    } catch (error) {
      if (this.running !== mine) return;
      this.failure.set(error);
    }
    this.end();
  }

  /** Counts the answered question again, unseen: nothing waits for it, and nothing is lost when it fails. */
  async renew(query: ReportQuery, about: string): Promise<void> {
    if (this.running || !this.answers(about)) return;
    this.endRenewal();
    const mine = new AbortController();
    this.renewal = mine;
    const sheet = await this.ask(query, mine.signal).catch(() => null);
    if (this.renewal !== mine) return;
    this.renewal = null;
    if (sheet) this.latest.set(sheet);
  }

  /** Adds the rows that follow, of the same count. */
  async more(askMore: (signal: AbortSignal) => Promise<Sheet | null>): Promise<void> {
    const sheet = this.latest();
    if (!sheet?.next || this.running || this.page) return;
    const mine = new AbortController();
    this.page = mine;
    try {
      const page = await askMore(mine.signal);
      // Counted anew meanwhile: what follows then is of another count.
      if (page && this.latest() === sheet) this.latest.set({ ...page, rows: [...sheet.rows, ...page.rows] });
    } catch (error) {
      if (this.page === mine) throw error;
    } finally {
      if (this.page === mine) this.page = null;
    }
  }

  endRenewal(): void {
    this.renewal?.abort();
    this.renewal = null;
  }

  /** Stops the running count on the reader's word. */
  stop(): void {
    if (!this.running) return;
    this.end();
    this.ended.set(true);
  }

  /** Forgets the sheet: what comes next is about another report. */
  clear(): void {
    this.end();
    this.endRenewal();
    this.latest.set(null);
    this.failure.set(null);
    this.asked.set('');
    this.answered.set('');
    this.ended.set(false);
  }

  private after(ms: number, then: () => void): void {
    this.timers.push(setTimeout(then, ms));
  }

  private end(): void {
    this.timers.forEach(clearTimeout);
    this.timers = [];
    this.running?.abort();
    this.running = null;
    this.page?.abort();
    this.page = null;
    this.waiting.set('none');
  }
}
