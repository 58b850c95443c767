import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { ActivityRule, AssetFilter } from '@tallysheet/contract';
import { Icon } from '../../../core/icon';
import { Messages } from '../../../core/messages';
import type { TreeRow } from '../../../tree/tree-model';
import { AssetTree } from '../../asset-filter/asset-tree';
import { isTicked, kindsTicked, tick } from '../../asset-filter/filter-draft';
import { Popover } from '../../popover';
import { SmartWords } from '../smart-words';

/** The messages that an activity is about. */
export type Scope = Pick<ActivityRule, 'programs' | 'campaigns' | 'assets'>;

/** With which messages something was done: with any, or with those of ticked programs, campaigns and emails. */
@Component({
  selector: 'ts-activity-scope',
  imports: [AssetTree, Icon, Popover],
  template: `
    <button
      #control
      type="button"
      class="chip"
      [class.chip-add]="!limited()"
      aria-haspopup="dialog"
      [attr.aria-expanded]="open()"
      (click)="open.set(true)"
    >
      <ts-icon name="mail" [size]="14" />
      <span class="truncate" [title]="words()">{{ words() }}</span>
      <ts-icon name="chevron-down" [size]="13" />
    </button>
    @if (open()) {
      <ts-popover [origin]="control" [label]="messages.t('smart.what')" [width]="400" (closed)="open.set(false)">
        <ts-asset-tree [ticked]="ticked" [mayTick]="mayTick" (toggled)="toggle($event)" />
        <p class="mixed" aria-live="polite">{{ mixed() ? messages.t('setup.assets.mixed') : '' }}</p>
        <div class="foot">
          <button type="button" class="btn btn-sm btn-quiet" [disabled]="!limited()" (click)="clear()">
            {{ messages.t('smart.what.clear') }}
          </button>
          <span class="gap"></span>
          <button type="button" class="btn btn-sm btn-filled" (click)="open.set(false)">
            {{ messages.t('smart.what.done') }}
          </button>
        </div>
      </ts-popover>
    }
  `,
  styleUrl: './activity-chip.css',
  styles: `
    .mixed:not(:empty) {
      padding: 8px 16px;
      border-top: 1px solid var(--line-subtle);
      color: var(--text-muted);
      font-size: 12.5px;
      line-height: 18px;
    }
    .foot {
      display: flex;
      align-items: center;
      padding: 11px 16px 11px 8px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-header);
    }
    .gap {
      flex: 1;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityScope {
  private readonly names = inject(SmartWords);

  readonly messages = inject(Messages);
  readonly scope = input.required<Scope>();
  readonly changed = output<Scope>();

  readonly open = signal(false);
  private readonly filter = computed<AssetFilter>(() => {
    const { programs, campaigns, assets } = this.scope();
    return { programs, campaigns, assets };
  });
  readonly limited = computed(() => kindsTicked(this.filter()) > 0);
  readonly mixed = computed(() => kindsTicked(this.filter()) > 1);
  readonly ticked = (row: TreeRow): boolean => isTicked(this.filter(), row);
  /** A rule names programs; a folder only holds them. */
  readonly mayTick = ({ kind }: TreeRow): boolean => kind !== 'folder';
  readonly words = computed(() => {
    const { programs = [], campaigns = [], assets = [] } = this.scope();
    const names = [
      ...assets.map((id) => this.names.nodeName('asset', id)),
      ...campaigns.map((id) => this.names.nodeName('campaign', id)),
      ...programs.map((id) => this.names.nodeName('program', id)),
    ];
    return names.join(', ') || this.messages.t('smart.what.any');
  });

  toggle(row: TreeRow): void {
    const { programs, campaigns, assets } = tick(this.filter(), row);
    this.changed.emit({ programs, campaigns, assets });
  }

  clear(): void {
    this.changed.emit({ programs: undefined, campaigns: undefined, assets: undefined });
  }
}
