import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Messages } from '../core/messages';

/** The pages about data: files that are brought in, and senders that bring it themselves. */
@Component({
  selector: 'ts-data-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="tabs" [attr.aria-label]="messages.t('data.heading')">
      <div class="tab-list">
        @for (tab of tabs; track tab.link) {
          <a
            class="tab"
            ariaCurrentWhenActive="page"
            [routerLink]="tab.link"
            routerLinkActive="active"
            [routerLinkActiveOptions]="{
              paths: 'exact',
              queryParams: 'ignored',
              fragment: 'ignored',
              matrixParams: 'ignored',
            }"
            >{{ messages.t(tab.label) }}</a
          >
        }
      </div>
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataTabs {
  readonly messages = inject(Messages);
  readonly tabs = [
    { link: '/data', label: 'data.tab.import' },
    { link: '/data/sources', label: 'data.tab.sources' },
    { link: '/data/rejected', label: 'data.tab.rejected' },
    { link: '/data/links', label: 'data.tab.links' },
  ] as const;
}
