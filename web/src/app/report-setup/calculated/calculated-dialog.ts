import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import type { CalculatedColumn, CellValue, ReportTypeInfo } from '@tallysheet/contract';
import { calculatedValues, FormulaFault } from '@tallysheet/report-model';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Formats } from '../../core/formats';
import { Messages } from '../../core/messages';
import { idFor, readFormula, usersOf } from './calculated-columns';
import { formulaNames } from './completion';
import { FormulaField } from './formula-field';

/** What the dialog works on. */
export interface CalculatedRequest {
  /** With the columns that the report calculates already. */
  type: ReportTypeInfo;
  calculated: readonly CalculatedColumn[];
  /** The one to change; a new one is made without. */
  edited?: CalculatedColumn;
  /** The total row's value of every column that a formula may name. */
  totals: Promise<Record<string, CellValue>>;
}

export type CalculatedAnswer = { kind: 'saved'; column: CalculatedColumn } | { kind: 'removed'; id: string };

const UNITS = ['number', 'count', 'rate'] as const;

/** Writes the formula of a column, with what is wrong at its very character and the total that it comes to. */
@Component({
  selector: 'ts-calculated-dialog',
  imports: [DialogFrame, FormulaField],
  templateUrl: './calculated-dialog.html',
  styleUrl: './calculated-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CalculatedDialog {
  private readonly formats = inject(Formats);
  private readonly request = inject<CalculatedRequest>(DIALOG_DATA);
  private readonly field = viewChild.required(FormulaField);
  private readonly totals = signal<Record<string, CellValue> | null>(null);
  private readonly tried = signal(false);

  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<CalculatedAnswer>>(DialogRef);
  readonly units = UNITS;
  readonly edited = this.request.edited;
  readonly label = signal(this.edited?.label ?? '');
  readonly formula = signal(this.edited?.formula ?? '=');
  readonly unit = signal(this.edited?.unit ?? 'number');
  /** Its place among the calculated columns: it may name those before it. */
  private readonly index = this.edited ? this.request.calculated.indexOf(this.edited) : this.request.calculated.length;
  private readonly earlier = this.request.calculated.slice(0, this.index);
  readonly names = formulaNames(
    this.request.type.columns.filter(
      ({ id }) => !this.request.calculated.slice(this.index).some((own) => own.id === id),
    ),
  );
  readonly users = this.edited ? usersOf(this.edited.id, this.request.type, this.request.calculated) : [];
  readonly usedBy = this.users.map(({ label }) => label).join(', ');

  private readonly read = computed(() =>
    readFormula(this.formula(), this.request.type, this.request.calculated, this.index),
  );
  readonly labelMissing = computed(() => this.tried() && this.label().trim() === '');
  /** What is wrong, once there is something to judge: a formula that is still being written is not finished yet. */
  readonly fault = computed(() => {
    const fault = this.read();
    if (!(fault instanceof FormulaFault)) return null;
    if (!this.tried() && fault.found === '' && fault.expected !== 'length') return null;
    const { position, expected, found } = fault;
    const text = this.formula();
    return {
      before: text.slice(0, position - 1),
      at: found || '\u00a0',
      after: text.slice(position - 1 + found.length),
      words: this.messages.t('error.bad-formula', { position, expected }),
    };
  });
  readonly preview = computed(() => {
    const read = this.read();
    const totals = this.totals();
    if (read instanceof FormulaFault || !totals) return '';
    const before = this.earlier.flatMap(({ id, formula }, at) => {
      const earlier = readFormula(formula, this.request.type, this.request.calculated, at);
      return earlier instanceof FormulaFault ? [] : [{ id, read: earlier }];
    });
    const values = calculatedValues([...before, { id: '', read }], (id) => (totals[id] ?? null) as number | null);
    return this.formats.value(values.get('') ?? null, this.unit());
  });

  constructor() {
    this.request.totals.then(
      (totals) => this.totals.set(totals),
      () => this.totals.set(null),
    );
  }

  remove(): void {
    if (this.edited) this.dialog.close({ kind: 'removed', id: this.edited.id });
  }

  submit(event: Event, name: HTMLInputElement): void {
    event.preventDefault();
    this.tried.set(true);
    const fault = this.read();
    const label = this.label().trim();
    if (label === '') return name.focus();
    if (fault instanceof FormulaFault) {
      return this.field().select(fault.position - 1, fault.position - 1 + fault.found.length);
    }
    const id = this.edited?.id ?? idFor(label, this.request.calculated);
    this.dialog.close({ kind: 'saved', column: { id, label, formula: this.formula(), unit: this.unit() } });
  }
}
