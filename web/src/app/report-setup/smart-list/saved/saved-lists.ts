import { inject, Injectable, signal } from '@angular/core';
import type { SavedSmartList, SavedSmartListInput, SavedSmartListPatch } from '@tallysheet/contract';
import { SmartListApi } from '../smart-list-api';

/** The smart lists that were saved for the whole workspace; asked for once somebody needs them. */
@Injectable({ providedIn: 'root' })
export class SavedLists {
  private readonly api = inject(SmartListApi);
  private readonly loaded = signal<readonly SavedSmartList[] | null>(null);
  private readonly failure = signal<unknown>(null);

  /** By name; null until the server has answered. */
  readonly all = this.loaded.asReadonly();
  readonly problem = this.failure.asReadonly();

  find(id: string): SavedSmartList | undefined {
    return this.all()?.find((list) => list.id === id);
  }

  async load(): Promise<void> {
    try {
      this.loaded.set(byName(await this.api.saved()));
      this.failure.set(null);
    } catch (error) {
      this.failure.set(error);
    }
  }

  async create(input: SavedSmartListInput): Promise<SavedSmartList> {
    return this.taken(await this.api.create(input));
  }

  async update(id: string, patch: SavedSmartListPatch): Promise<SavedSmartList> {
    return this.taken(await this.api.update(id, patch));
  }

  async remove(id: string): Promise<void> {
    await this.api.delete(id);
    this.loaded.set((this.all() ?? []).filter((list) => list.id !== id));
  }

  private taken(list: SavedSmartList): SavedSmartList {
    this.loaded.set(byName([...(this.all() ?? []).filter(({ id }) => id !== list.id), list]));
    return list;
  }
}

function byName(lists: readonly SavedSmartList[]): SavedSmartList[] {
  return [...lists].sort((a, b) => a.name.localeCompare(b.name));
}
