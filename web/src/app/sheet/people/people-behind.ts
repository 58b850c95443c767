import { inject, Injectable, signal } from '@angular/core';
import type { Explanation, PersonBehind, SheetCell } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { saveFile } from '../../core/file-name';
import { ProblemText } from '../../core/problem-text';
import { Toasts } from '../../core/toasts';

/** The list behind one cell as far as it is read, and how its number was made. A rate has no list of its own. */
@Injectable()
export class PeopleBehind {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  private readonly toasts = inject(Toasts);
  private running = 0;
  private cell: SheetCell | null = null;
  private cursor: string | null = null;

  readonly explanation = signal<Explanation | null>(null);
  readonly lines = signal<readonly PersonBehind[]>([]);
  readonly total = signal<number | null>(null);
  readonly sent = signal<number | null>(null);
  readonly hasMore = signal(false);
  readonly loading = signal(false);
  readonly saving = signal(false);
  readonly problem = signal<unknown>(null);

  /** Lists another cell from its beginning. */
  async open(cell: SheetCell): Promise<void> {
    const mine = this.begin(cell);
    try {
      const explanation = await this.api.explain(cell);
      if (this.running !== mine) return;
      this.explanation.set(explanation);
      if (explanation.listed) await this.read(mine);
      else this.loading.set(false);
    } catch (error) {
      this.fail(mine, error);
    }
  }

  async more(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.problem.set(null);
    try {
      await this.read(this.running);
    } catch (error) {
      this.fail(this.running, error);
    }
  }

  /** From where it failed: the beginning, or the page that did not come. */
  again(): Promise<void> {
    if (this.lines().length > 0) return this.more();
    return this.cell ? this.open(this.cell) : Promise.resolve();
  }

  async download(): Promise<void> {
    if (!this.cell || this.saving()) return;
    this.saving.set(true);
    try {
      const file = await this.api.exportPeople(this.cell);
      saveFile(file.name, file.blob);
    } catch (error) {
      this.toasts.show({ text: this.problems.of(error) });
    }
    this.saving.set(false);
  }

  private begin(cell: SheetCell): number {
    this.cell = cell;
    this.cursor = null;
    this.explanation.set(null);
    this.lines.set([]);
    this.total.set(null);
    this.hasMore.set(false);
    this.problem.set(null);
    this.loading.set(true);
    return ++this.running;
  }

  private async read(mine: number): Promise<void> {
    const page = await this.api.people({ ...this.cell!, ...(this.cursor === null ? {} : { cursor: this.cursor }) });
    if (this.running !== mine) return;
    this.cursor = page.next;
    this.lines.update((lines) => [...lines, ...page.rows]);
    this.total.set(page.total);
    this.sent.set(page.sent);
    this.hasMore.set(page.next !== null);
    this.loading.set(false);
  }

  private fail(mine: number, error: unknown): void {
    if (this.running !== mine) return;
    this.problem.set(error);
    this.loading.set(false);
  }
}
