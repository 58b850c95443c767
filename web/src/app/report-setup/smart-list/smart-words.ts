import { inject, Injectable } from '@angular/core';
import { CHANNELS, type SmartList } from '@tallysheet/contract';
import { Messages } from '../../core/messages';
import { WorkspaceStore } from '../../core/workspace';
import { listWords } from './model/list-words';
import { PersonAttributes } from './person-attributes';
import { SavedLists } from './saved/saved-lists';

/** Smart lists in the reader's words, with the names that the workspace has for what they mention. */
@Injectable({ providedIn: 'root' })
export class SmartWords {
  private readonly attributes = inject(PersonAttributes);
  private readonly lists = inject(SavedLists);
  private readonly messages = inject(Messages);
  private readonly workspace = inject(WorkspaceStore);

  of(list: SmartList): string {
    return listWords(list, {
      language: this.messages.language(),
      typeOf: this.attributes.typeOf,
      node: (kind, id) => this.nodeName(kind, id),
      // Until the lists are here, nobody knows whether one is gone.
      list: (id) => this.lists.find(id)?.name ?? (this.lists.all() === null ? '…' : undefined),
    });
  }

  nodeName(kind: 'program' | 'campaign' | 'asset', id: string): string {
    const kinds = kind === 'asset' ? CHANNELS : [kind];
    return kinds.map((each) => this.workspace.find(each, id)?.name).find((name) => name !== undefined) ?? id;
  }

  /** Brings what the words need. */
  async prepare(): Promise<void> {
    await Promise.all([
      this.attributes.all() === null ? this.attributes.load() : null,
      this.lists.all() === null ? this.lists.load() : null,
    ]);
  }
}
