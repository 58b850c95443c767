import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';

/** What can be done with the report besides saving it. */
export type ReportCommand =
  'save' | 'save-as' | 'discard' | 'rename' | 'duplicate' | 'delete' | 'export' | 'reconcile' | 'refresh' | 'fold';

/** The ⋯ of a report. On a phone it holds what has no room beside it. */
@Component({
  selector: 'ts-report-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button
      type="button"
      class="icon-btn"
      [attr.aria-label]="messages.t('sheet.more')"
      [title]="messages.t('sheet.more')"
      [cdkMenuTriggerFor]="menu"
    >
      <ts-icon name="ellipsis" />
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @if (phone()) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItem
            [cdkMenuItemDisabled]="!savable()"
            (cdkMenuItemTriggered)="commanded.emit('save')"
          >
            <ts-icon name="save" [size]="15" />{{ messages.t('shell.save') }}
          </button>
        }
        @if (saved()) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('save-as')">
            <ts-icon name="plus" [size]="15" />{{ messages.t('sheet.save-as') }}
          </button>
        }
        @if (phone() && edited()) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('discard')">
            <ts-icon name="undo" [size]="15" />{{ messages.t('sheet.discard') }}
          </button>
        }
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('rename')">
          <ts-icon name="pencil" [size]="15" />{{ messages.t('sheet.rename') }}
        </button>
        @if (phone()) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('refresh')">
            <ts-icon name="refresh" [size]="15" />{{ messages.t('sheet.refresh') }}
          </button>
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('fold')">
            <ts-icon [name]="folded() ? 'chevrons-up-down' : 'chevrons-down-up'" [size]="15" />
            {{ messages.t(folded() ? 'sheet.expand-all' : 'sheet.collapse-all') }}
          </button>
        }
        @if (comparable()) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('reconcile')">
            <ts-icon name="report" [size]="15" />{{ messages.t('reconcile.command') }}
          </button>
        }
        @if (saved()) {
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="commanded.emit('duplicate')">
            <ts-icon name="copy" [size]="15" />{{ messages.t('sheet.duplicate') }}
          </button>
          <hr class="menu-line" />
          <button
            type="button"
            class="menu-item menu-item-danger"
            cdkMenuItem
            (cdkMenuItemTriggered)="commanded.emit('delete')"
          >
            <ts-icon name="trash" [size]="15" />{{ messages.t('sheet.delete') }}
          </button>
        }
      </div>
    </ng-template>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportMenu {
  readonly messages = inject(Messages);
  readonly saved = input.required<boolean>();
  readonly edited = input.required<boolean>();
  readonly savable = input.required<boolean>();
  /** Whether a report of Marketo's can be put beside it. */
  readonly comparable = input(false);
  readonly folded = input(false);
  readonly phone = input(false);
  readonly commanded = output<ReportCommand>();
}
