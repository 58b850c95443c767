import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { map } from 'rxjs';
import { Messages } from '../core/messages';
import { PageTitle } from '../core/page-title';
import { WorkspaceStore } from '../core/workspace';
import { AppBar } from '../shell/app-bar';
import { PreviewContent } from './preview-content';
import { PreviewFacts } from './preview-facts';
import { PreviewFailed } from './preview-failed';
import { PreviewedAsset } from './previewed-asset';

/** An email on a page of its own. */
@Component({
  selector: 'ts-preview-page',
  imports: [AppBar, PreviewContent, PreviewFacts, PreviewFailed],
  providers: [PreviewedAsset],
  template: `
    <ts-app-bar [heading]="heading()" [crumbs]="crumbs()" />
    @if (store.error(); as error) {
      <ts-preview-failed [error]="error" (retry)="store.retry()" />
    } @else if (store.asset(); as asset) {
      <ts-preview-facts class="facts" [asset]="asset" />
      <ts-preview-content [asset]="asset" />
    } @else {
      <div class="waiting" role="status">
        <span class="visually-hidden">{{ messages.t('preview.loading') }}</span>
      </div>
    }
  `,
  styles: `
    .facts {
      flex: none;
      padding: 2px 20px 12px;
      border-bottom: 1px solid var(--line-subtle);
      background: var(--surface-sheet);
    }
    .waiting {
      flex: 1;
      background: var(--surface-app);
    }
    @media (max-width: 599.98px) {
      .facts {
        padding: 2px 16px 10px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewPage {
  readonly messages = inject(Messages);
  readonly store = inject(PreviewedAsset);
  private readonly workspace = inject(WorkspaceStore);

  private readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map((params) => params.get('id') ?? '')), {
    requireSync: true,
  });
  private readonly node = computed(
    () =>
      this.workspace.find('email', this.id()) ??
      this.workspace.find('sms', this.id()) ??
      this.workspace.find('push', this.id()),
  );
  readonly heading = computed(() => this.store.asset()?.name ?? this.node()?.name ?? '');
  readonly crumbs = computed(() => {
    const node = this.node();
    if (node) return this.workspace.ancestors(node.key).map(({ name }) => ({ label: name }));
    const program = this.store.asset()?.programName;
    return program ? [{ label: program }] : [];
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.load(id));
    });
    effect(() => {
      if (this.heading()) title.show(this.heading());
    });
  }
}
