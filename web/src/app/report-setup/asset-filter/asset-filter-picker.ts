import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { AssetFilter } from '@tallysheet/contract';
import { Messages } from '../../core/messages';
import type { TreeRow } from '../../tree/tree-model';
import { AssetTree } from './asset-tree';
import { isTicked, kindsTicked, tagsTyped, tick, tidy } from './filter-draft';

/** Chooses what a report is about: entries of the tree, tags, names, what is archived. Nothing counts before Apply. */
@Component({
  selector: 'ts-asset-filter-picker',
  imports: [AssetTree],
  templateUrl: './asset-filter-picker.html',
  styleUrl: './asset-filter-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssetFilterPicker {
  readonly messages = inject(Messages);
  readonly filter = input.required<AssetFilter | undefined>();
  readonly applied = output<AssetFilter | undefined>();
  readonly cancelled = output<void>();

  readonly draft = linkedSignal<AssetFilter>(() => this.filter() ?? {});
  readonly tags = linkedSignal(() => this.filter()?.tags?.join(', ') ?? '');
  readonly mixed = computed(() => kindsTicked(this.draft()) > 1);
  readonly ticked = (row: TreeRow): boolean => isTicked(this.draft(), row);

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
