import type { CanonicalEvent, Ctx } from '@tallysheet/contract';
import { Inject, Injectable } from '@nestjs/common';
import { Store, type Transaction } from '../database/store';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { BatchService } from './batch.service';
import { incoming, type Incoming, type Rejection } from './incoming';
import { isNews, newsSlices } from './news';
import { PersonNewsService } from './person-news.service';
import type { Taken, TakeOptions } from './taken';

export interface IngestResult {
  accepted: number;
  duplicates: number;
  rejected: Taken['rejected'];
}

/** Thrown to undo a trial run; never seen outside. */
class TrialOver extends Error {
  constructor(readonly result: Taken) {
    super('trial over');
  }
}

/** Takes events in, each exactly once, for ever. */
@Injectable()
export class IngestService {
  constructor(
    private readonly store: Store,
    private readonly batches: BatchService,
    private readonly news: PersonNewsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Stores a batch of events of one source and counts them: when this answers, they are on disk. It is one transaction,
   * but for merged and deleted people, who follow in their own. The same id again is a duplicate; the same id for
   * something else is rejected (rule 13).
   */
  async ingest(
    ctx: Ctx,
    source: string,
    events: readonly CanonicalEvent[],
    options: { dryRun?: boolean } = {},
  ): Promise<IngestResult> {
    const now = Date.now();
    const read = events.map((event, index) => incoming(event, index, now, this.config.ipRanges));
    const { accepted, duplicates, rejected } = await this.take(ctx, source, read, options);
    return { accepted, duplicates: duplicates.length, rejected };
  }

  /** The same for events that were read before. */
  async take(
    ctx: Ctx,
    source: string,
    read: readonly (Incoming | Rejection)[],
    options: TakeOptions = {},
  ): Promise<Taken> {
    const result: Taken = { accepted: 0, duplicates: [], rejected: read.filter((each) => 'code' in each) };
    const usable = read.filter((each): each is Incoming => 'event' in each);
    const batch = usable.filter((each) => !isNews(each));
    if (batch.length > 0) {
      let isAgain = false;
      const work = (transaction: Transaction) => {
        const taken = this.batches.takeIn(transaction, ctx, source, batch, { isAgain, onCounted: options.onCounted });
        isAgain = true;
        return taken;
      };
      add(result, await this.within(options, work));
    }
    for (const news of newsSlices(usable.filter(isNews))) {
      add(result, await this.within(options, (transaction) => this.news.takeIn(transaction, ctx, source, news)));
    }
    result.rejected.sort((a, b) => a.index - b.index);
    return result;
  }

  /** One transaction, undone at its end when it is only tried. */
  private async within({ dryRun }: TakeOptions, work: (transaction: Transaction) => Promise<Taken>): Promise<Taken> {
    try {
      return await this.store.transaction(async (transaction) => {
        const result = await work(transaction);
        if (dryRun) throw new TrialOver(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TrialOver) return error.result;
      throw error;
    }
  }
}

function add(into: Taken, more: Taken): void {
  into.accepted += more.accepted;
  into.duplicates.push(...more.duplicates);
  into.rejected.push(...more.rejected);
}
