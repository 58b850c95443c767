import type { SmartList } from '@tallysheet/contract';
import { plainName } from '@tallysheet/report-model';
import { attributeKey } from '@tallysheet/sources';
import type { Transaction } from '../database/store';
import type { KnownAttribute } from '../people/attribute.repository';

export interface SavedList {
  name: string;
  smartList: SmartList;
}

/** What rules name: attributes, saved lists and links, each read when the first rule asks for it, in one snapshot. */
export class ListNames {
  private attributes: Promise<Map<string, KnownAttribute>> | undefined;
  private lists: Promise<Map<string, SavedList>> | undefined;
  private links: Promise<{ id: Uint8Array; texts: string[] }[]> | undefined;

  constructor(
    private readonly snapshot: Pick<Transaction, 'query'>,
    private readonly workspaceId: number,
  ) {}

  async attribute(name: string): Promise<KnownAttribute | undefined> {
    this.attributes ??= this.readAttributes();
    return (await this.attributes).get(attributeKey(name));
  }

  async list(id: string): Promise<SavedList | undefined> {
    this.lists ??= this.readLists();
    return (await this.lists).get(id);
  }

  /** Links with a text in their address or label, as they count. */
  async linksWith(text: string): Promise<Uint8Array[]> {
    this.links ??= this.readLinks();
    const wanted = plainName(text);
    return (await this.links).filter(({ texts }) => texts.some((each) => each.includes(wanted))).map(({ id }) => id);
  }

  private async readAttributes(): Promise<Map<string, KnownAttribute>> {
    type Row = KnownAttribute & { name_key: string };
    const text = 'SELECT id, name_key, name, type FROM attribute WHERE workspace_id = ?';
    const rows = await this.snapshot.query<Row>(text, [this.workspaceId]);
    return new Map(rows.map(({ name_key: key, ...attribute }) => [key, attribute]));
  }

  private async readLists(): Promise<Map<string, SavedList>> {
    type Row = { id: string; name: string; smart_list_json: string };
    const text = 'SELECT id, name, smart_list_json FROM smart_list WHERE workspace_id = ?';
    const rows = await this.snapshot.query<Row>(text, [this.workspaceId]);
    return new Map(
      rows.map(({ id, name, smart_list_json: json }) => [id, { name, smartList: JSON.parse(json) as SmartList }]),
    );
  }

  private async readLinks(): Promise<{ id: Uint8Array; texts: string[] }[]> {
    type Row = { link_id: Uint8Array; url: string; label: string | null };
    const text = 'SELECT link_id, url, label FROM link WHERE workspace_id = ? AND link_id = counts_as';
    const rows = await this.snapshot.query<Row>(text, [this.workspaceId]);
    return rows.map(({ link_id: id, url, label }) => ({ id, texts: [url, label ?? ''].map(plainName) }));
  }
}
