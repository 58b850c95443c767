import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { type AliasRow, aliasProblems } from './alias-rows';

/** Which domain counts as which other: a row of two fields for each, and what is wrong with it below. */
@Component({
  selector: 'ts-domain-aliases',
  imports: [Icon],
  templateUrl: './domain-aliases.html',
  styleUrl: './domain-aliases.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DomainAliases {
  readonly rows = input.required<readonly AliasRow[]>();
  readonly rowsChange = output<AliasRow[]>();

  readonly messages = inject(Messages);
  private readonly injector = inject(Injector);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** The row being written in: that it is not finished is no news while it is. */
  private readonly current = signal<number | null>(null);

  readonly lines = computed(() => {
    const problems = aliasProblems(this.rows());
    return this.rows().map((row, at) => {
      const problem = problems[at];
      const told = problem && !(problem.unfinished && this.current() === at) ? problem : null;
      return {
        ...row,
        number: at + 1,
        wrong: told?.field,
        problem: told ? this.messages.t(told.key, told.params) : null,
      };
    });
  });

  set(at: number, field: keyof AliasRow, value: string): void {
    this.rowsChange.emit(this.rows().map((row, place) => (place === at ? { ...row, [field]: value } : row)));
  }

  add(): void {
    this.rowsChange.emit([...this.rows(), { alias: '', main: '' }]);
    this.focusLater('li:last-of-type input');
  }

  remove(at: number): void {
    this.rowsChange.emit(this.rows().filter((_, place) => place !== at));
    this.focusLater('.add');
  }

  enterRow(at: number): void {
    this.current.set(at);
  }

  /** The focus goes elsewhere, within the row or out of it. */
  leaveRow(event: FocusEvent): void {
    const row = event.currentTarget as HTMLElement;
    if (!row.contains(event.relatedTarget as Node | null)) this.current.set(null);
  }

  /** Enter saves nothing half-written: it goes on to the next row. */
  next(event: Event, at: number): void {
    event.preventDefault();
    if (at === this.rows().length - 1) this.add();
    else this.host.querySelectorAll<HTMLElement>('li')[at + 1]?.querySelector('input')?.focus();
  }

  private focusLater(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
