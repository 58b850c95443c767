import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';
import { Icon } from '../core/icon';
import { Brand } from '../shell/brand';
import { ReportActions } from '../tree/report-actions';

/** On a phone, the head of the home page: the workspace, and a new report. */
@Component({
  selector: 'ts-phone-top',
  imports: [Brand, Icon],
  template: `
    <ts-brand [size]="26" [named]="false" />
    <h1 class="truncate name">{{ workspace.name() }}</h1>
    @if (workspace.tree()?.nodes?.length) {
      <button
        type="button"
        class="icon-btn new"
        [attr.aria-label]="messages.t('home.new-report')"
        (click)="reports.create({ kind: 'workspace', id: null, name: workspace.name() })"
      >
        <ts-icon name="plus" [size]="20" />
      </button>
    }
  `,
  styles: `
    :host {
      display: none;
    }
    .name {
      flex: 1;
      font-size: 16px;
      font-weight: var(--weight-semibold);
      letter-spacing: -0.02em;
    }
    .new {
      width: 44px;
      height: 44px;
    }
    @media (max-width: 599.98px) {
      :host {
        display: flex;
        flex: none;
        align-items: center;
        gap: 10px;
        height: 56px;
        padding: 0 8px 0 16px;
        background: var(--surface-app);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PhoneTop {
  readonly messages = inject(Messages);
  readonly workspace = inject(WorkspaceStore);
  readonly reports = inject(ReportActions);
}
