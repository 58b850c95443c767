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
import type { AssetFilter } from '@tallysheet/contract';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { WorkspaceStore } from '../../core/workspace';
import { treeIcon } from '../../tree/tree-icon';
import { TreeModel, type TreeRow } from '../../tree/tree-model';
import { isTicked, kindsTicked, tagsTyped, tick, tidy } from './filter-draft';

/** Chooses what a report is about: entries of the tree, tags, names, what is archived. Nothing counts before Apply. */
@Component({
  selector: 'ts-asset-filter-picker',
  imports: [Icon],
  templateUrl: './asset-filter-picker.html',
  styleUrl: './asset-filter-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssetFilterPicker {
  private readonly workspace = inject(WorkspaceStore);

  readonly messages = inject(Messages);
  readonly filter = input.required<AssetFilter | undefined>();
  readonly applied = output<AssetFilter | undefined>();
  readonly cancelled = output<void>();

  readonly draft = linkedSignal<AssetFilter>(() => this.filter() ?? {});
  readonly tags = linkedSignal(() => this.filter()?.tags?.join(', ') ?? '');
  readonly search = signal('');
  private readonly model = computed(() => {
    const nodes = (this.workspace.tree()?.nodes ?? []).filter(({ kind }) => kind !== 'report');
    const names = { emails: this.messages.t('tree.emails'), messages: this.messages.t('tree.messages') };
    return new TreeModel(nodes, names, this.messages.language());
  });
  private readonly expanded = linkedSignal<ReadonlySet<string>>(() => new Set(this.model().initiallyExpanded()));
  readonly rows = computed(() => this.model().rows(this.expanded(), this.search()));
  readonly mixed = computed(() => kindsTicked(this.draft()) > 1);
  readonly ticked = (row: TreeRow): boolean => isTicked(this.draft(), row);
  readonly iconOf = treeIcon;

  toggle({ key }: TreeRow): void {
    const open = new Set(this.expanded());
    if (!open.delete(key)) open.add(key);
    this.expanded.set(open);
  }

  tick(row: TreeRow): void {
    this.draft.update((filter) => tick(filter, row));
  }

  rename(namePattern: string): void {
    this.draft.update((filter) => ({ ...filter, namePattern }));
  }

  includeArchived(includeArchived: boolean): void {
    this.draft.update((filter) => ({ ...filter, includeArchived }));
  }

  submit(event: Event): void {
    event.preventDefault();
    const { namePattern = '', ...draft } = this.draft();
    const filter = tidy({ ...draft, namePattern: namePattern.trim(), tags: tagsTyped(this.tags()) });
    this.applied.emit(Object.keys(filter).length > 0 ? filter : undefined);
  }
}
