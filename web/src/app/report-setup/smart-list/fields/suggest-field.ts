import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Messages } from '../../../core/messages';
import { fold } from '../../../tree/tree-model';

/** One thing to choose from a list: what it is called, and a word about it. */
export interface Suggestion {
  id: string;
  label: string;
  detail?: string;
}

/** So many stand in the list at once; who wants others types a part of their name. */
const SHOWN = 100;

/** A field that helps while it is typed in. What is not in the list can be entered as well where `free` says so. */
@Component({
  selector: 'ts-suggest-field',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  templateUrl: './suggest-field.html',
  styleUrl: './suggest-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SuggestField {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly list = viewChild<ElementRef<HTMLElement>>('paper');

  readonly messages = inject(Messages);
  readonly inputId = input.required<string>();
  readonly label = input.required<string>();
  readonly suggestions = input.required<readonly Suggestion[]>();
  /** What stands in the field while nobody types. */
  readonly text = input('');
  readonly placeholder = input('');
  readonly invalid = input(false);
  readonly describedBy = input<string>();
  readonly free = input(false);
  /** What the list says when nothing fits; without it there is no list then. */
  readonly none = input('');
  readonly chosen = output<string>();
  readonly entered = output<string>();
  /** Backspace in an empty field. */
  readonly erased = output<void>();

  readonly typed = signal<string | null>(null);
  private readonly wanted = signal(false);
  /** The marked line of the list; none as long as what is typed stands for itself. */
  readonly active = signal(-1);
  readonly found = computed(() => {
    const wanted = fold((this.typed() ?? '').trim());
    return this.suggestions()
      .filter(({ label }) => fold(label).includes(wanted))
      .slice(0, SHOWN);
  });
  readonly open = computed(() => this.wanted() && (this.found().length > 0 || this.none() !== ''));
  readonly width = signal(0);

  focus(): void {
    this.field().nativeElement.focus();
  }

  type(text: string): void {
    this.typed.set(text);
    this.show();
  }

  show(): void {
    this.width.set(this.field().nativeElement.offsetWidth);
    this.active.set(this.free() ? -1 : 0);
    this.wanted.set(true);
  }

  choose({ id }: Suggestion): void {
    this.clear();
    this.chosen.emit(id);
  }

  /** Who goes on has entered what is typed; where only the list counts, the choice before stands again. */
  leave(): void {
    const typed = this.typed()?.trim();
    this.clear();
    if (typed && this.free()) this.entered.emit(typed);
  }

  onKey(event: KeyboardEvent): void {
    if (this.obey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private obey({ key, altKey }: KeyboardEvent): boolean {
    if (altKey) return false;
    const count = this.found().length;
    switch (key) {
      case 'ArrowDown':
        if (!this.open()) this.show();
        else this.go(Math.min(count - 1, this.active() + 1));
        return true;
      case 'ArrowUp':
        if (!this.open()) return false;
        this.go(Math.max(this.free() ? -1 : 0, this.active() - 1));
        return true;
      case 'Enter':
        return this.enter();
      case 'Escape':
        if (!this.open()) return false;
        this.clear();
        return true;
      case 'Backspace':
        if (this.field().nativeElement.value === '') this.erased.emit();
        return false;
      default:
        return false;
    }
  }

  /** Takes the marked line, else what is typed; a field with nothing in it leaves Enter to the form. */
  private enter(): boolean {
    const marked = this.open() ? this.found()[this.active()] : undefined;
    if (marked) this.choose(marked);
    else if (this.typed() !== null && this.typed() !== '') this.leave();
    else return false;
    return true;
  }

  private go(index: number): void {
    this.active.set(index);
    this.list()?.nativeElement.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  private clear(): void {
    this.typed.set(null);
    this.wanted.set(false);
    // The same text may have to stand there again.
    this.field().nativeElement.value = this.text();
  }
}
