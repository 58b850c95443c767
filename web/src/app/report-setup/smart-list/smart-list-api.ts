import { Injectable } from '@angular/core';
import type {
  PeopleCount,
  SavedSmartList,
  SavedSmartListInput,
  SavedSmartListPatch,
  SmartList,
} from '@tallysheet/contract';
import { ApiCalls } from '../../core/api-calls';

/** What the server is asked about smart lists. */
@Injectable({ providedIn: 'root' })
export class SmartListApi extends ApiCalls {
  /** Counts the people in a list; a signal takes the question back. */
  count(smartList: SmartList, signal: AbortSignal): Promise<PeopleCount> {
    return this.answer(this.http.post<PeopleCount>('/api/smart-lists/count', { smartList }), signal);
  }

  /** The lists that were saved for the whole workspace, by name. */
  saved(): Promise<SavedSmartList[]> {
    return this.answer(this.http.get<SavedSmartList[]>('/api/smart-lists'));
  }

  create(list: SavedSmartListInput): Promise<SavedSmartList> {
    return this.answer(this.http.post<SavedSmartList>('/api/smart-lists', list));
  }

  update(id: string, patch: SavedSmartListPatch): Promise<SavedSmartList> {
    return this.answer(this.http.patch<SavedSmartList>(listUrl(id), patch));
  }

  async delete(id: string): Promise<void> {
    await this.answer(this.http.delete(listUrl(id)));
  }
}

function listUrl(id: string): string {
  return `/api/smart-lists/${encodeURIComponent(id)}`;
}
