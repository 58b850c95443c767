import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';

/** Names of parameters, each a chip: Enter, a comma or leaving the field adds one, Backspace takes the last away. */
@Component({
  selector: 'ts-word-list',
  imports: [Icon],
  template: `
    <div class="box" [class.input-error]="invalid()">
      @for (word of words(); track word) {
        <span class="chip">
          <span class="truncate" [title]="word">{{ word }}</span>
          <button
            type="button"
            [attr.aria-label]="messages.t('settings.remove', { name: word })"
            (click)="remove(word); field.focus()"
          >
            <ts-icon name="x" [size]="12" />
          </button>
        </span>
      }
      <input
        #field
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        [id]="inputId()"
        [placeholder]="words().length === 0 ? placeholder() : ''"
        [attr.aria-describedby]="describedBy() ?? null"
        [attr.aria-invalid]="invalid() ? true : null"
        (input)="type(field)"
        (keydown.enter)="$event.preventDefault(); add(field)"
        (keydown.backspace)="back(field)"
        (blur)="add(field)"
      />
    </div>
  `,
  styleUrl: './word-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordList {
  readonly inputId = input.required<string>();
  readonly words = input.required<readonly string[]>();
  readonly placeholder = input('');
  readonly describedBy = input<string>();
  readonly invalid = input(false);
  readonly wordsChange = output<string[]>();

  readonly messages = inject(Messages);

  /** A sign that no name has in it ends one. */
  type(field: HTMLInputElement): void {
    if (/[\s,;&]/.test(field.value.trimStart())) this.add(field);
  }

  /** Adds what is typed or pasted, also as it stands in an address: `?seat=7&row=2`. */
  add(field: HTMLInputElement): void {
    const text = field.value;
    field.value = '';
    const seen = new Set(this.words().map((word) => word.toLowerCase()));
    const fresh = text
      .split(/[\s,;&]+/)
      .map((part) => part.replace(/^\?/, '').replace(/=.*$/, ''))
      .filter((word) => word !== '' && !seen.has(word.toLowerCase()) && seen.add(word.toLowerCase()));
    if (fresh.length > 0) this.wordsChange.emit([...this.words(), ...fresh]);
  }

  remove(word: string): void {
    this.wordsChange.emit(this.words().filter((other) => other !== word));
  }

  back(field: HTMLInputElement): void {
    const last = this.words().at(-1);
    if (field.value === '' && last !== undefined) this.remove(last);
  }
}
