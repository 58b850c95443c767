import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Messages } from '../core/messages';
import { absentColumns, ACTIVITY_COLUMNS, type ActivityColumn, likelyHeader } from './activity-columns';

/** The headers of a file whose columns are named otherwise, and what they are to stand for. */
@Component({
  selector: 'ts-column-mapping',
  templateUrl: './column-mapping.html',
  styleUrl: './column-mapping.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnMapping {
  /** The needed columns, and the headers of the file, as the server named them. */
  readonly missing = input.required<readonly string[]>();
  readonly found = input.required<readonly string[]>();
  readonly mapped = output<Record<string, string>>();

  readonly messages = inject(Messages);

  /** Needed ones first; the others help, but a file can do without them. */
  readonly columns = computed(() => {
    const isMissing = (column: ActivityColumn): boolean => this.missing().includes(column);
    const absent = new Set(absentColumns(this.found()));
    return ACTIVITY_COLUMNS.filter((column) => absent.has(column) || isMissing(column))
      .map((column) => ({ column, needed: isMissing(column), text: this.messages.t(`data.column.${column}`) }))
      .sort((a, b) => Number(b.needed) - Number(a.needed));
  });

  /** Begins with what the names suggest; a header is proposed once only. */
  readonly choices = linkedSignal<Record<string, string>>(() => {
    const choices: Record<string, string> = {};
    for (const { column } of this.columns()) {
      const taken = new Set(Object.values(choices));
      const header = likelyHeader(
        column,
        this.found().filter((name) => !taken.has(name)),
      );
      if (header) choices[column] = header;
    }
    return choices;
  });
  readonly complete = computed(() => this.columns().every(({ column, needed }) => !needed || this.choices()[column]));

  choose(column: string, header: string): void {
    this.choices.update(({ [column]: _, ...others }) => (header ? { ...others, [column]: header } : others));
  }

  submit(event: Event): void {
    event.preventDefault();
    if (this.complete()) this.mapped.emit(this.choices());
  }
}
