import { PeoplePlaces, type ContributionColumns } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import type { Transaction } from '../../database/store';
import type { Pair } from '../../ingest/stored-messages';
import { loadColumns } from './load-columns';

/** What is kept of one campaign × asset, and how often it had been changed when it was read. */
interface Kept {
  changes: number;
  columns: ContributionColumns;
}

/** The columns of one workspace's campaigns and assets, as far as they were asked for. */
export class WorkspaceColumns {
  /** Who the numbers of people in the columns are. */
  readonly people = new PeoplePlaces();
  /** The one that was asked for last stands last. */
  private readonly pairs = new Map<string, Kept>();

  constructor(private readonly workspaceId: number) {}

  /**
   * The columns of these pairs as they stand in the snapshot, by `textOfPair`. Those that have to be read are, if
   * `mayRead` says so; the others are left out.
   */
  async of(
    snapshot: Transaction,
    dialect: Dialect,
    pairs: readonly Pair[],
    mayRead: (pair: Pair) => boolean,
  ): Promise<Map<string, ContributionColumns>> {
    const changes = await changesOf(snapshot, this.workspaceId);
    const found = new Map<string, ContributionColumns>();
    for (const pair of pairs) {
      const text = textOfPair(pair);
      const now = changes.get(text) ?? 0;
      let kept = this.pairs.get(text);
      if (kept?.changes !== now) {
        if (!mayRead(pair)) continue;
        kept = { changes: now, columns: await loadColumns(snapshot, dialect, this.workspaceId, pair, this.people) };
      }
      this.pairs.delete(text);
      this.pairs.set(text, kept);
      found.set(text, kept.columns);
    }
    return found;
  }

  /** What it takes of memory. */
  get bytes(): number {
    let sum = this.people.bytes;
    for (const { columns } of this.pairs.values()) sum += columns.bytes;
    return sum;
  }

  /** Lets go of what nobody has asked for longest; answers whether there was anything. */
  forgetOldest(): boolean {
    const [oldest] = this.pairs.keys();
    return oldest !== undefined && this.pairs.delete(oldest);
  }
}

export function textOfPair({ campaignKey, assetKey }: Pair): string {
  return `${campaignKey}/${assetKey}`;
}

async function changesOf(snapshot: Transaction, workspaceId: number): Promise<Map<string, number>> {
  const text = 'SELECT campaign_key, asset_key, changes FROM campaign_asset WHERE workspace_id = ?';
  const rows = await snapshot.query<{ campaign_key: number; asset_key: number; changes: number }>(text, [workspaceId]);
  return new Map(
    rows.map((row) => [textOfPair({ campaignKey: row.campaign_key, assetKey: row.asset_key }), Number(row.changes)]),
  );
}
