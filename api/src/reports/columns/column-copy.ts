import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ContributionColumns, PeoplePlaces } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import { Store, type Transaction } from '../../database/store';
import type { Pair } from '../../ingest/stored-messages';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { textOfPair, WorkspaceColumns } from './workspace-columns';

/** So many messages are read for the very sheet that asks for them; where there are more, the next one has them. */
const READ_AT_ONCE = 20_000;

/**
 * Messages in memory, as columns of numbers, for sheets that count some people only: walking through them takes
 * milliseconds where a store would look up each message. They are read when they are first asked for; whatever has been
 * committed since, by any process, is read again before it is counted.
 */
@Injectable()
export class ColumnCopy implements OnModuleDestroy {
  private readonly workspaces = new Map<number, WorkspaceColumns>();
  private readonly limit: number;
  private readonly stop = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private readonly waiting = new Set<string>();

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'columnsMb'>,
    private readonly store: Store,
  ) {
    this.limit = config.columnsMb * 2 ** 20;
  }

  /**
   * What is at hand of these pairs as they stand in the snapshot, with the places of people in it; a few are read for it.
   * What is left out is read afterwards, for the next who asks.
   */
  async of(
    snapshot: Transaction,
    dialect: Dialect,
    workspaceId: number,
    pairs: readonly Pair[],
    room = READ_AT_ONCE,
  ): Promise<{ columns: Map<string, ContributionColumns>; people: PeoplePlaces }> {
    const workspace = this.workspace(workspaceId);
    if (this.limit === 0) return { columns: new Map(), people: workspace.people };
    const columns = await workspace.of(snapshot, dialect, pairs, room);
    this.makeRoom();
    for (const pair of pairs) if (!columns.has(textOfPair(pair))) this.readLater(workspaceId, pair);
    return { columns, people: workspace.people };
  }

  /** Resolves when nothing waits to be read. */
  settled(): Promise<void> {
    return this.reading;
  }

  /** What it takes of memory. */
  get bytes(): number {
    return [...this.workspaces.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    await this.reading;
  }

  private workspace(id: number): WorkspaceColumns {
    const known = this.workspaces.get(id) ?? new WorkspaceColumns(id);
    this.workspaces.delete(id);
    this.workspaces.set(id, known);
    return known;
  }

  /** One after the other, each in a snapshot of its own. Whoever needs what could not be read counts without it. */
  private readLater(workspaceId: number, pair: Pair): void {
    const text = `${workspaceId}/${textOfPair(pair)}`;
    if (this.bytes >= this.limit || this.waiting.has(text)) return;
    this.waiting.add(text);
    const { signal } = this.stop;
    const read = (snapshot: Transaction) =>
      this.workspace(workspaceId).of(snapshot, this.store.dialect, [pair], Infinity);
    this.reading = this.reading
      .then(async () => {
        if (!signal.aborted) await this.store.snapshot(read, { signal, about: 'Messages in memory' });
        this.makeRoom();
      })
      .catch(() => undefined)
      .finally(() => this.waiting.delete(text));
  }

  /** Lets go of what was not asked for longest, until the rest has room. */
  private makeRoom(): void {
    while (this.bytes > this.limit) {
      const [oldest] = this.workspaces;
      if (!oldest) return;
      const [id, workspace] = oldest;
      // The people go with the last of their messages.
      if (!workspace.forgetOldest()) this.workspaces.delete(id);
    }
  }
}
