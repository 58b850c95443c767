import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';

/** A name edited where it stands: Enter or leaving takes it over, Esc leaves it as it was. */
@Component({
  selector: 'ts-rename-field',
  template: `
    <input
      #field
      class="name"
      maxlength="255"
      autocomplete="off"
      [value]="name()"
      [attr.aria-label]="label()"
      (keydown.enter)="end(field.value)"
      (keydown.escape)="end(null)"
      (blur)="end(field.value)"
    />
  `,
  styles: `
    :host {
      flex: 1;
      min-width: 0;
    }
    .name {
      width: 100%;
      height: 24px;
      margin-left: -5px;
      padding: 0 4px;
      border: 0;
      border-radius: var(--radius-xs);
      outline: 0;
      background: var(--surface-sheet);
      box-shadow:
        inset 0 0 0 1.5px var(--accent),
        0 0 0 3px var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RenameField {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  /** The new name, or null when it stays. */
  readonly finished = output<string | null>();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private done = false;

  constructor() {
    afterNextRender(() => this.field().nativeElement.select());
  }

  end(name: string | null): void {
    // Leaving by Enter or Esc also blurs the field.
    if (this.done) return;
    this.done = true;
    this.finished.emit(name);
  }
}
