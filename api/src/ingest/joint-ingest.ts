import { Injectable } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import type { Incoming, Rejection } from './incoming';
import { IngestService } from './ingest.service';
import { isNews } from './news';
import type { Taken, TakeOptions } from './taken';

/** So many events share one transaction, unless one call alone has more. */
const EVENTS_TOGETHER = 2000;

/** One call's events, waiting for their turn. */
interface Waiting {
  ctx: Ctx;
  events: readonly (Incoming | Rejection)[];
  onCounted: (() => void) | undefined;
  settle: (result: Taken) => void;
  fail: (error: unknown) => void;
}

/**
 * Takes in what several calls bring in one transaction: while one is under way, whatever comes of the same source waits
 * and goes together. Each call is answered with what came of its own events, and only once they are on disk.
 */
@Injectable()
export class JointIngest {
  /** By workspace and source; there while a transaction is under way. */
  private readonly queues = new Map<string, Waiting[]>();

  constructor(private readonly ingest: IngestService) {}

  take(
    ctx: Ctx,
    source: string,
    events: readonly (Incoming | Rejection)[],
    { onCounted }: Pick<TakeOptions, 'onCounted'> = {},
  ): Promise<Taken> {
    return new Promise((settle, fail) => {
      const waiting: Waiting = { ctx, events, onCounted, settle, fail };
      const key = `${ctx.workspaceId}/${source}`;
      const queue = this.queues.get(key);
      if (queue) queue.push(waiting);
      else void this.work(key, source, waiting);
    });
  }

  private async work(key: string, source: string, first: Waiting): Promise<void> {
    const queue = [first];
    this.queues.set(key, queue);
    while (queue.length > 0) {
      const together = queue.splice(0, howMany(queue));
      if (!(await this.takeTogether(source, together))) for (const each of together) await this.takeAlone(source, each);
    }
    this.queues.delete(key);
  }

  /**
   * Answers false when the transaction of several calls failed: which of them is to blame shows one by one. News about
   * people needs a further one: if that failed, the others would be told that their events had come before.
   */
  private async takeTogether(source: string, calls: readonly Waiting[]): Promise<boolean> {
    if (calls.length === 1 || calls.some(hasNews)) return false;
    let result: Taken;
    try {
      const events = calls.flatMap((call) => call.events).map((event, index) => ({ ...event, index }));
      const onCounted = () => calls.forEach((call) => call.onCounted?.());
      result = await this.ingest.take(calls[0]!.ctx, source, events, { onCounted });
    } catch {
      return false;
    }
    let from = 0;
    for (const { events, settle } of calls) {
      settle(partOf(result, from, from + events.length));
      from += events.length;
    }
    return true;
  }

  private async takeAlone(source: string, { ctx, events, onCounted, settle, fail }: Waiting): Promise<void> {
    await this.ingest.take(ctx, source, events, { onCounted }).then(settle, fail);
  }
}

function hasNews({ events }: Waiting): boolean {
  return events.some((each) => 'event' in each && isNews(each));
}

/** As many calls as go together, in the order in which they came. */
function howMany(queue: readonly Waiting[]): number {
  let events = 0;
  const end = queue.findIndex((call) => (events += call.events.length) > EVENTS_TOGETHER);
  return end < 0 ? queue.length : Math.max(1, end);
}

/** What came of the events from one index to another, which then count from 0. */
function partOf({ duplicates, rejected }: Taken, from: number, to: number): Taken {
  const isMine = (index: number) => index >= from && index < to;
  const mine = {
    duplicates: duplicates.filter(isMine).map((index) => index - from),
    rejected: rejected.filter(({ index }) => isMine(index)).map((each) => ({ ...each, index: each.index - from })),
  };
  return { accepted: to - from - mine.duplicates.length - mine.rejected.length, ...mine };
}
