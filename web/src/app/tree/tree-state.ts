import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { Messages } from '../core/messages';
import { readStored, writeStored } from '../core/stored';
import { WorkspaceStore } from '../core/workspace';
import { TreeModel } from './tree-model';

const STORED = 'tallysheet.tree-expanded';

/** What of the tree is in sight: what is open, and what is searched for. */
@Injectable({ providedIn: 'root' })
export class TreeState {
  private readonly messages = inject(Messages);
  private readonly workspace = inject(WorkspaceStore);
  /** Null until the reader has opened or closed something, in this visit or an earlier one. */
  private readonly expanded = signal<ReadonlySet<string> | null>(storedKeys());

  readonly search = signal('');
  private readonly model = computed(
    () =>
      new TreeModel(
        this.workspace.tree()?.nodes ?? [],
        { emails: this.messages.t('tree.emails'), messages: this.messages.t('tree.messages') },
        this.messages.language(),
      ),
  );
  private readonly open = computed(() => this.expanded() ?? new Set(this.model().initiallyExpanded()));
  readonly rows = computed(() => this.model().rows(this.open(), this.search()));
  /** The entry of the current address. */
  readonly selectedKey = signal<string | null>(null);

  constructor() {
    // An entry that is opened by its address shows where it stands.
    effect(() => {
      const key = this.selectedKey();
      const model = this.model();
      if (key) untracked(() => this.reveal(model.above(key)));
    });
  }

  expand(key: string): void {
    this.change((keys) => keys.add(key));
  }

  collapse(key: string): void {
    this.change((keys) => keys.delete(key));
  }

  toggle(key: string): void {
    if (this.open().has(key)) this.collapse(key);
    else this.expand(key);
  }

  private reveal(keys: string[]): void {
    if (keys.every((key) => this.open().has(key))) return;
    this.change((open) => keys.forEach((key) => open.add(key)));
  }

  private change(edit: (keys: Set<string>) => void): void {
    const keys = new Set(this.open());
    edit(keys);
    this.expanded.set(keys);
    writeStored(STORED, JSON.stringify([...keys]));
  }
}

function storedKeys(): ReadonlySet<string> | null {
  try {
    const keys: unknown = JSON.parse(readStored(STORED) ?? 'null');
    return Array.isArray(keys) ? new Set(keys.filter((key) => typeof key === 'string')) : null;
  } catch {
    return null;
  }
}
