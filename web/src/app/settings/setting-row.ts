import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/**
 * One setting: its name and, in one sentence, what changing it does; its control at the right (content), and
 * under that what is wrong with it. With `for` the name is the label of that control, else the label of the group.
 * A `wide` one has its control below the words.
 */
@Component({
  selector: 'ts-setting-row',
  template: `
    <div class="words">
      @if (for(); as id) {
        <label class="name" [attr.for]="id">{{ name() }}</label>
      } @else {
        <span class="name" aria-hidden="true">{{ name() }}</span>
      }
      <p class="help" [id]="(for() ?? '') + '-help'">{{ help() }}</p>
    </div>
    <div class="control" [attr.role]="for() ? null : 'group'" [attr.aria-label]="for() ? null : name()">
      <ng-content />
      @if (error(); as text) {
        <p class="field-error" role="alert">{{ text }}</p>
      }
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 300px);
      gap: 8px 32px;
      padding: 14px 18px;
      border-top: 1px solid var(--line-subtle);
    }
    .name {
      display: block;
      font-size: 13px;
      font-weight: var(--weight-medium);
    }
    .help {
      max-width: 460px;
      text-wrap: pretty;
      color: var(--text-muted);
      font-size: 12.5px;
      line-height: 18px;
    }
    .control {
      display: grid;
      gap: 6px;
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      justify-items: start;
    }
    :host(.wide) {
      grid-template-columns: minmax(0, 1fr);
    }
    @media (max-width: 799.98px) {
      :host {
        grid-template-columns: 1fr;
      }
    }
  `,
  host: { '[class.wide]': 'wide()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingRow {
  readonly name = input.required<string>();
  readonly help = input.required<string>();
  readonly error = input<string | null>(null);
  readonly for = input<string>();
  readonly wide = input(false);
}
