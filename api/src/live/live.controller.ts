import { Controller, Get, Headers, Inject, Query, Res } from '@nestjs/common';
import { TallysheetError, type Ctx } from '@tallysheet/contract';
import type { Response } from 'express';
import { filter, fromEvent, interval, lastValueFrom, map, merge, takeUntil, tap } from 'rxjs';
import type { Config } from '../platform/config';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { CONFIG } from '../platform/tokens';
import { UnderWay } from '../platform/under-way';
import { Revisions } from './revisions';

/** Proxies end a connection over which nothing came for half a minute or more. */
const BEAT_EVERY_MS = 15_000;
const BEAT = ':\n\n';

/** Tells open pages that the numbers have changed. */
@Controller('live')
export class LiveController {
  private listeners = 0;

  constructor(
    private readonly revisions: Revisions,
    private readonly underWay: UnderWay,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Server-sent events `revision`, whose id and data are the workspace's revision: the present one, unless the caller
   * names it as the last that it knows, and each later one. Throws `too-many-listeners`.
   */
  @Get()
  @Permission('read')
  async follow(
    @CurrentCtx() ctx: Ctx,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query('lastEventId') since: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const known = lastEventId ?? since;
    if (this.listeners >= this.config.liveListeners) {
      throw new TallysheetError('too-many-listeners', { limit: this.config.liveListeners });
    }
    this.listeners += 1;
    try {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Accel-Buffering': 'no',
      });
      response.write(BEAT);
      const news = this.revisions.follow(ctx).pipe(
        filter((revision, index) => index > 0 || String(revision) !== known),
        map((revision) => `id: ${revision}\nevent: revision\ndata: ${revision}\n\n`),
      );
      const beats = interval(BEAT_EVERY_MS).pipe(
        // Who takes in nothing for so long is not there any more.
        tap(() => response.writableNeedDrain && response.destroy()),
        map(() => BEAT),
      );
      await lastValueFrom(
        merge(news, beats).pipe(
          tap((text) => response.write(text)),
          takeUntil(fromEvent(response, 'close')),
          takeUntil(this.underWay.stopping),
        ),
        { defaultValue: null },
      );
    } finally {
      this.listeners -= 1;
      response.end();
    }
  }
}
