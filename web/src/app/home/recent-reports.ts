import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Catalogue } from '../core/catalogue';
import { Formats } from '../core/formats';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { WorkspaceStore } from '../core/workspace';

const SHOWN = 8;

/** The reports changed last, each with its type, its place and when that was. */
@Component({
  selector: 'ts-recent-reports',
  imports: [Icon, RouterLink],
  template: `
    @if (reports().length > 0) {
      <ul class="card">
        @for (report of reports(); track report.key) {
          <li>
            <a class="line" [routerLink]="['/reports', report.id]">
              <ts-icon name="report" />
              <span class="words">
                <b class="truncate" [title]="report.name">{{ report.name }}</b>
                <small class="truncate">{{ report.type }}</small>
              </span>
              <span class="place truncate">{{ report.place }}</span>
              <span class="when num">{{ report.when }}</span>
              <ts-icon class="go" name="chevron-right" [size]="14" />
            </a>
          </li>
        }
      </ul>
    } @else if (workspace.tree()) {
      <p class="none">{{ messages.t('home.recent-none') }}</p>
    }
  `,
  styleUrl: './recent-reports.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecentReports {
  readonly messages = inject(Messages);
  readonly workspace = inject(WorkspaceStore);
  private readonly catalogue = inject(Catalogue);
  private readonly formats = inject(Formats);

  readonly reports = computed(() =>
    (this.workspace.tree()?.nodes ?? [])
      .filter((node) => node.kind === 'report')
      .sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''))
      .slice(0, SHOWN)
      .map((node) => ({
        key: node.key,
        id: node.id,
        name: node.name,
        type: this.catalogue.type(node.reportType ?? '')?.label ?? '',
        place: this.workspace.ancestors(node.key).at(-1)?.name ?? this.messages.t('home.whole-workspace'),
        when: node.updatedAt ? this.messages.t('home.changed', { when: this.formats.instant(node.updatedAt) }) : '',
      })),
  );
}
