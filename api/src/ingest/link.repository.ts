import { LINK_TYPES, type LinkType } from '@tallysheet/contract';
import { linkKey, linkTypeOf } from '@tallysheet/counting';
import { insertRows, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { LINK, LINK_USE } from '../database/facts/fact-tables';
import { hash16, hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import type { CountedRow } from './event-rows';
import { linkOf } from './incoming';
import type { Pair } from './stored-messages';

/** Which link a clicked address counts as, and what that is for. Ids are in hex. */
export class LinkBook {
  constructor(private readonly links: ReadonlyMap<string, { id: string; type: LinkType }>) {}

  of(id: string): { id: string; type: LinkType } {
    return this.links.get(id) ?? { id, type: 'tracked' };
  }

  has(id: string): boolean {
    return this.links.has(id);
  }

  with(more: LinkBook): LinkBook {
    return new LinkBook(new Map([...this.links, ...more.links]));
  }
}

/** A link as an event names it, and what it was clicked in. */
export interface UsedLink extends Pair {
  url: string;
  label?: string;
  category?: string;
}

/** Keeps the links that events name, and tells what clicks on them count as. */
export class LinkRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  /** Adds links that are new, and where they are used; a label or category is filled in where there was none. */
  async insert(used: Iterable<UsedLink>, personalParameters: readonly string[]): Promise<void> {
    const links = new Map<string, { countsAs: string; label?: string; category?: string }>();
    const uses = new Map<string, SqlValue[]>();
    for (const { url, label, category, campaignKey, assetKey } of used) {
      const key = linkOf(url);
      uses.set(`${campaignKey}/${assetKey}/${key}`, [this.workspaceId, linkIdOfKey(key), campaignKey, assetKey]);
      const countsAs = linkKey(key, personalParameters);
      for (const each of new Set([key, countsAs])) {
        const known = links.get(each);
        links.set(each, { countsAs, label: known?.label ?? label, category: known?.category ?? category });
      }
    }
    // In the order of the key, so that transactions that meet take their locks in one order.
    const byId = (a: SqlValue[], b: SqlValue[]) => Buffer.compare(a[1] as Buffer, b[1] as Buffer);
    const rows = [...links].map(([key, link]) => this.row(key, link)).sort(byId);
    const fill = this.dialect.merge(LINK.key, { label: 'fill', category: 'fill' });
    await Promise.all([
      insertRows(this.transaction, LINK.name, Object.keys(LINK.columns), rows, fill),
      insertRows(
        this.transaction,
        LINK_USE.name,
        LINK_USE.key,
        [...uses.values()].sort(byId),
        this.dialect.keepExisting(LINK_USE.key),
      ),
    ]);
  }

  /** What the links of these events count as, beside those that are known. They must have been inserted. */
  async book(rows: Iterable<Pick<CountedRow, 'link_id'>>, known = new LinkBook(new Map())): Promise<LinkBook> {
    const ids = new Map<string, Uint8Array>();
    for (const { link_id: id } of rows) if (id && !known.has(hex(id))) ids.set(hex(id), id);
    if (ids.size === 0) return known;
    const text =
      'SELECT l.link_id AS link_id, l.counts_as AS counts_as, c.type AS type FROM link l ' +
      'JOIN link c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as ' +
      'WHERE l.workspace_id = ? AND l.link_id IN {in}';
    const found = await selectIn<{ link_id: Uint8Array; counts_as: Uint8Array; type: number }>(
      this.transaction,
      text,
      [this.workspaceId],
      [...ids.values()],
    );
    return known.with(
      new LinkBook(
        new Map(found.map((row) => [hex(row.link_id), { id: hex(row.counts_as), type: LINK_TYPES[row.type]! }])),
      ),
    );
  }

  private row(
    key: string,
    { countsAs, label, category }: { countsAs: string; label?: string; category?: string },
  ): SqlValue[] {
    const type = LINK_TYPES.indexOf(linkTypeOf(key));
    return [this.workspaceId, linkIdOfKey(key), key, label ?? null, category ?? null, type, linkIdOfKey(countsAs)];
  }
}

export function linkIdOfKey(key: string): Buffer {
  return hash16('link', key);
}
