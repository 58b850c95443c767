import { PeoplePlaces, type ContributionColumns } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import type { Transaction } from '../../database/store';
import type { Pair } from '../../ingest/stored-messages';
import { compilePairSizes } from '../compile/compile-pair-sizes';
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
   * The columns of these pairs as they stand in the snapshot, by `textOfPair`. Those that have to be read are, as long as
   * they have no more than `room` messages together; the others are left out.
   */
  async of(
    snapshot: Transaction,
    dialect: Dialect,
    pairs: readonly Pair[],
    room: number,
  ): Promise<Map<string, ContributionColumns>> {
    const stored = await storedPairs(snapshot, dialect, this.workspaceId);
    let left = room;
    const found = new Map<string, ContributionColumns>();
    for (const pair of pairs) {
      const text = textOfPair(pair);
      const { changes, messages } = stored.get(text) ?? { changes: 0, messages: 0 };
      let kept = this.pairs.get(text);
      if (kept?.changes !== changes) {
        if (messages > left) continue;
        left -= messages;
        kept = { changes, columns: await loadColumns(snapshot, dialect, this.workspaceId, pair, this.people) };
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

interface Stored {
  changes: number;
  messages: number;
}

async function storedPairs(snapshot: Transaction, dialect: Dialect, workspaceId: number): Promise<Map<string, Stored>> {
  const { text, parameters } = compilePairSizes(workspaceId, (index) => dialect.by(index));
  type Row = Record<'campaign_key' | 'asset_key' | 'changes' | 'messages', number>;
  const rows = await snapshot.query<Row>(text, parameters);
  return new Map(
    rows.map(({ campaign_key: campaignKey, asset_key: assetKey, changes, messages }) => [
      textOfPair({ campaignKey, assetKey }),
      { changes: Number(changes), messages: Number(messages) },
    ]),
  );
}
