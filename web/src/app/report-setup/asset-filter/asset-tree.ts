import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { WorkspaceStore } from '../../core/workspace';
import { treeIcon } from '../../tree/tree-icon';
import { TreeModel, type TreeRow } from '../../tree/tree-model';

/** Programs, campaigns and emails to tick, found by name. */
@Component({
  selector: 'ts-asset-tree',
  imports: [Icon],
  templateUrl: './asset-tree.html',
  styleUrl: './asset-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssetTree {
  private readonly workspace = inject(WorkspaceStore);

  readonly messages = inject(Messages);
  readonly ticked = input.required<(row: TreeRow) => boolean>();
  readonly mayTick = input<(row: TreeRow) => boolean>(() => true);
  readonly toggled = output<TreeRow>();

  readonly search = signal('');
  private readonly model = computed(() => {
    const nodes = (this.workspace.tree()?.nodes ?? []).filter(({ kind }) => kind !== 'report');
    const names = { emails: this.messages.t('tree.emails'), messages: this.messages.t('tree.messages') };
    return new TreeModel(nodes, names, this.messages.language());
  });
  private readonly expanded = linkedSignal<ReadonlySet<string>>(() => new Set(this.model().initiallyExpanded()));
  readonly rows = computed(() => this.model().rows(this.expanded(), this.search()));
  readonly iconOf = treeIcon;

  toggle({ key }: TreeRow): void {
    const open = new Set(this.expanded());
    if (!open.delete(key)) open.add(key);
    this.expanded.set(open);
  }
}
