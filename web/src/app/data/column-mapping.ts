import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Messages } from '../core/messages';
import type { ColumnSet } from './column-set';

/** The headers of a file whose columns are named otherwise, and what they are to stand for. */
@Component({
  selector: 'ts-column-mapping',
  templateUrl: './column-mapping.html',
  styleUrl: './column-mapping.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnMapping {
  /** What is asked for, which the format of the file decides. */
  readonly set = input.required<ColumnSet>();
  /** The needed columns, and the headers of the file, as the server named them. */
  readonly missing = input.required<readonly string[]>();
  readonly found = input.required<readonly string[]>();
  readonly mapped = output<Record<string, string>>();

  readonly messages = inject(Messages);

  readonly columns = computed(() => this.set().asked(this.missing(), this.found()));

  /** Begins with what the names suggest; a header is proposed once only. */
  readonly choices = linkedSignal<Record<string, string>>(() => {
    const choices: Record<string, string> = {};
    for (const { column } of this.columns()) {
      const taken = new Set(Object.values(choices));
      const header = this.set().likely(
        column,
        this.found().filter((name) => !taken.has(name)),
      );
      if (header) choices[column] = header;
    }
    return choices;
  });
  readonly complete = computed(() => this.set().isEnough(this.columns(), this.choices()));

  choose(column: string, header: string): void {
    this.choices.update(({ [column]: _, ...others }) => (header ? { ...others, [column]: header } : others));
  }

  submit(event: Event): void {
    event.preventDefault();
    if (this.complete()) this.mapped.emit(this.choices());
  }
}
