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
import { Messages } from '../../core/messages';
import { complete, type FormulaName, namesFor, wordBefore } from './completion';

/** A formula as it is written: names are completed by arrow keys and Enter or Tab. */
@Component({
  selector: 'ts-formula-field',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  templateUrl: './formula-field.html',
  styleUrl: './formula-field.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormulaField {
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  readonly messages = inject(Messages);
  readonly inputId = input.required<string>();
  readonly formula = input.required<string>();
  readonly names = input.required<readonly FormulaName[]>();
  readonly invalid = input.required<boolean>();
  readonly describedBy = input.required<string>();
  readonly changed = output<string>();

  private readonly word = signal('');
  readonly active = signal(0);
  readonly found = computed(() => namesFor(this.word(), this.names()));
  readonly open = computed(() => this.found().length > 0);
  readonly width = computed(() => (this.open() ? this.field().nativeElement.offsetWidth : 0));

  /** Puts the cursor on a part of the formula. */
  select(from: number, to: number): void {
    const field = this.field().nativeElement;
    field.focus();
    field.setSelectionRange(from, to);
  }

  type(): void {
    const { value, selectionStart } = this.field().nativeElement;
    this.word.set(wordBefore(value, selectionStart ?? value.length));
    this.active.set(0);
    this.changed.emit(value);
  }

  choose(name: FormulaName): void {
    const field = this.field().nativeElement;
    const { text, caret } = complete(field.value, field.selectionStart ?? field.value.length, name);
    field.value = text;
    this.select(caret, caret);
    this.close();
    this.changed.emit(text);
  }

  close(): void {
    this.word.set('');
  }

  onKey(event: KeyboardEvent): void {
    const count = this.found().length;
    if (count === 0) return;
    const does: Record<string, () => void> = {
      ArrowDown: () => this.go((this.active() + 1) % count),
      ArrowUp: () => this.go((this.active() + count - 1) % count),
      Enter: () => this.choose(this.found()[this.active()]!),
      Tab: () => this.choose(this.found()[this.active()]!),
      Escape: () => this.close(),
    };
    const action = does[event.key];
    if (!action || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  }

  private go(index: number): void {
    this.active.set(index);
    this.list()?.nativeElement.children[index]?.scrollIntoView({ block: 'nearest' });
  }
}
