import { Injectable } from '@nestjs/common';
import {
  LINK_TYPES,
  TallysheetError,
  type Ctx,
  type Link,
  type LinkPage,
  type LinkPatch,
  type LinkQuery,
} from '@tallysheet/contract';
import { linkKey } from '@tallysheet/counting';
import { insertRows, selectIn } from '../database/bulk';
import { LINK } from '../database/facts/fact-tables';
import { hex } from '../database/hash';
import { Store, type SqlValue, type Transaction } from '../database/store';
import { linkIdOfKey } from '../ingest/link.repository';
import { RecountJob } from '../ingest/recount-job';
import { linkPageQuery, type LinkRow } from './link-queries';

const PER_PAGE = 100;

/** The links that people clicked: what they are called, what they are for, and which of them are one. */
@Injectable()
export class LinkService {
  constructor(
    private readonly store: Store,
    private readonly job: RecountJob,
  ) {}

  /** The links that clicks count under, the most clicked first. */
  async page({ workspaceId }: Ctx, { search, after }: LinkQuery): Promise<LinkPage> {
    const { rows, count } = linkPageQuery({ workspaceId, search, after, limit: PER_PAGE });
    const [links, [counted]] = await Promise.all([
      this.store.query<LinkRow>(rows.text, rows.parameters),
      this.store.query<{ n: number }>(count.text, count.parameters),
    ]);
    const total = Number(counted!.n);
    return { links: links.map(toLink), total, next: after + links.length < total ? after + links.length : null };
  }

  /**
   * Renames a link, or says what it is for: then everything in which it was clicked is counted anew, in the background.
   * Throws `link-not-found`.
   */
  async change(ctx: Ctx, id: string, patch: LinkPatch): Promise<Link> {
    const { workspaceId } = ctx;
    const linkId = Buffer.from(id, 'hex');
    const isRetyped = await this.store.transaction(async (transaction) => {
      const [link] = await transaction.query<{ type: number }>(
        'SELECT type FROM link WHERE workspace_id = ? AND link_id = ? AND counts_as = link_id',
        [workspaceId, linkId],
      );
      if (!link) throw new TallysheetError('link-not-found', { id });
      const isOther = patch.type !== undefined && LINK_TYPES.indexOf(patch.type) !== link.type;
      if (isOther) await markStale(transaction, workspaceId, () => Promise.resolve([{ link_id: linkId }]));
      for (const [column, value] of Object.entries(columnsOf(patch))) {
        const text = `UPDATE link SET ${column} = ? WHERE workspace_id = ? AND link_id = ?`;
        await transaction.query(text, [value, workspaceId, linkId]);
      }
      return isOther;
    });
    if (isRetyped) this.job.start(ctx);
    const { rows } = linkPageQuery({ workspaceId, id: linkId, after: 0, limit: 1 });
    const [changed] = await this.store.query<LinkRow>(rows.text, rows.parameters);
    return toLink(changed!);
  }

  /** Takes further parameters of links for personal, of all links there are; what changes is counted anew. */
  async takeAsPersonal(ctx: Ctx, parameters: readonly string[]): Promise<void> {
    const { workspaceId } = ctx;
    const { dialect } = this.store;
    await this.store.transaction(async (transaction) => {
      const moved = await markStale(transaction, workspaceId, () => movedBy(transaction, workspaceId, parameters));
      const columns = Object.keys(LINK.columns);
      const rowOf = (key: string, countsAs: string, type: number): SqlValue[] => [
        workspaceId,
        linkIdOfKey(key),
        key,
        null,
        null,
        type,
        linkIdOfKey(countsAs),
      ];
      // The links that they count as from now on, and themselves: each once, in the order in which all who write links go.
      const rows = new Map([
        ...moved.map(({ key, type }) => [hex(linkIdOfKey(key)), rowOf(key, key, type)] as const),
        ...moved.map(({ url, key, type }) => [hex(linkIdOfKey(url)), rowOf(url, key, type)] as const),
      ]);
      const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
      await insertRows(transaction, LINK.name, columns, ordered, dialect.merge(LINK.key, { counts_as: 'set' }));
      const own = 'UPDATE workspace SET personal_parameters = ?, facts_version = facts_version + 1 WHERE id = ?';
      await transaction.query(own, [JSON.stringify(parameters), workspaceId]);
    });
    this.job.start(ctx);
  }
}

interface MovedLink {
  link_id: Uint8Array;
  url: string;
  type: number;
  /** The address that its clicks count under from now on. */
  key: string;
}

/** The links that count as another one when these parameters are personal. */
async function movedBy(
  transaction: Transaction,
  workspaceId: number,
  parameters: readonly string[],
): Promise<MovedLink[]> {
  const links = await transaction.query<{ link_id: Uint8Array; url: string; counts_as: Uint8Array; type: number }>(
    'SELECT link_id, url, counts_as, type FROM link WHERE workspace_id = ?',
    [workspaceId],
  );
  return links.flatMap(({ link_id, url, counts_as: countsAs, type }) => {
    const key = linkKey(url, parameters);
    return hex(linkIdOfKey(key)) === hex(countsAs) ? [] : [{ link_id, url, type, key }];
  });
}

/**
 * Lets everything wait for a recount in which one of these links was clicked, or one that counts as it. Answers the links
 * as they stand when nobody can bring further ones before this transaction ends.
 */
async function markStale<T extends { link_id: Uint8Array }>(
  transaction: Transaction,
  workspaceId: number,
  linksNow: () => Promise<readonly T[]>,
): Promise<readonly T[]> {
  await markUsesStale(transaction, workspaceId, await linksNow());
  // From here on no batch commits before this does, and one that is under way runs again.
  const raise = 'UPDATE workspace SET rebuilding = 1, facts_version = facts_version + 1 WHERE id = ?';
  await transaction.query(raise, [workspaceId]);
  // A batch may have brought a first click in another campaign meanwhile.
  const links = await linksNow();
  await markUsesStale(transaction, workspaceId, links);
  return links;
}

async function markUsesStale(
  transaction: Transaction,
  workspaceId: number,
  links: readonly { link_id: Uint8Array }[],
): Promise<void> {
  await selectIn(
    transaction,
    'UPDATE campaign_asset SET stale = 1 WHERE workspace_id = ? AND (campaign_key, asset_key) IN (' +
      'SELECT u.campaign_key, u.asset_key FROM link_use u ' +
      'JOIN link l ON l.workspace_id = u.workspace_id AND l.link_id = u.link_id ' +
      'WHERE u.workspace_id = ? AND l.counts_as IN (SELECT counts_as FROM link WHERE workspace_id = ? AND link_id IN {in}))',
    [workspaceId, workspaceId, workspaceId],
    links.map((link) => link.link_id),
  );
}

function columnsOf({ type, label, category }: LinkPatch): Record<string, SqlValue> {
  return {
    ...(type === undefined ? {} : { type: LINK_TYPES.indexOf(type) }),
    ...(label === undefined ? {} : { label: label || null }),
    ...(category === undefined ? {} : { category: category || null }),
  };
}

function toLink(row: LinkRow): Link {
  return {
    id: hex(row.link_id),
    url: row.url,
    label: row.label,
    category: row.category,
    type: LINK_TYPES[row.type]!,
    totalClicks: Number(row.total_clicks ?? 0),
  };
}
