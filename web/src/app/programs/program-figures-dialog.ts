import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ProgramFiguresRead } from '@tallysheet/contract';
import { ProgramApi } from './program-api';
import { DialogFrame } from '../core/dialog/dialog-frame';
import { Formats } from '../core/formats';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { type CostFault, type CostLine, faultOf, nextMonth, readAmount, readFigures } from './figures-draft';

export interface ProgramToEdit {
  id: string;
  name: string;
}

/** Enters what a program cost, month by month, and which statuses are a success in it. */
@Component({
  selector: 'ts-program-figures',
  imports: [DialogFrame, Icon],
  templateUrl: './program-figures-dialog.html',
  styleUrl: './program-figures-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgramFiguresDialog {
  private readonly api = inject(ProgramApi);
  private readonly formats = inject(Formats);
  private readonly problems = inject(ProblemText);
  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<ProgramFiguresRead>>(DialogRef);
  readonly program = inject<ProgramToEdit>(DIALOG_DATA);

  readonly lines = signal<readonly CostLine[]>([]);
  readonly statuses = signal('');
  /** Statuses that people have had in it. */
  readonly known = signal<readonly string[]>([]);
  readonly loading = signal(true);
  readonly busy = signal(false);
  readonly problem = signal<string | null>(null);
  /** Faults are told once one has tried to save. */
  readonly tried = signal(false);
  readonly total = computed(() =>
    this.formats.value(
      this.lines().reduce((sum, { amount }) => sum + Math.round((readAmount(amount) ?? 0) * 100), 0) / 100,
      'number',
    ),
  );
  private latest = 0;

  constructor() {
    void this.load();
  }

  isWrong(line: CostLine, field: 'month' | 'amount'): boolean {
    const fault = this.faultOf(line);
    return fault !== null && (fault === 'amount') === (field === 'amount');
  }

  wordsOf(line: CostLine): string | null {
    const fault = this.faultOf(line);
    return fault && this.messages.t(`program.figures.fault.${fault}`);
  }

  private faultOf(line: CostLine): CostFault | null {
    return this.tried() ? faultOf(line, this.lines()) : null;
  }

  add(): void {
    const month = nextMonth(this.lines(), new Date());
    this.lines.update((lines) => [...lines, { id: ++this.latest, month, amount: '' }]);
  }

  change(id: number, change: Partial<CostLine>): void {
    this.lines.update((lines) => lines.map((line) => (line.id === id ? { ...line, ...change } : line)));
  }

  remove(id: number): void {
    this.lines.update((lines) => lines.filter((line) => line.id !== id));
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy() || this.loading()) return;
    this.tried.set(true);
    const figures = readFigures(this.lines(), this.statuses());
    if (!figures) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.api.updateFigures(this.program.id, figures));
    } catch (error) {
      this.problem.set(this.problems.of(error));
    } finally {
      this.busy.set(false);
    }
  }

  private async load(): Promise<void> {
    try {
      const { costs, successStatuses, statuses } = await this.api.figures(this.program.id);
      const language = this.messages.language();
      const inWords = (amount: number) =>
        amount.toLocaleString(language, { useGrouping: false, maximumFractionDigits: 2 });
      this.lines.set(costs.map(({ month, amount }) => ({ id: ++this.latest, month, amount: inWords(amount) })));
      if (costs.length === 0) this.add();
      this.statuses.set(successStatuses?.join(', ') ?? '');
      this.known.set(statuses);
      this.loading.set(false);
    } catch (error) {
      this.problem.set(this.problems.of(error));
    }
  }
}
