import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { sourceNameSchema, type Ctx, type EventsResult } from '@tallysheet/contract';
import type { Request } from 'express';
import { z } from 'zod';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodPipe } from '../platform/zod.pipe';
import { EVENT_EXAMPLES } from './event-examples';
import { EventIntakeService } from './event-intake.service';

const querySchema = z.object({ source: sourceNameSchema.default('api') });

@Controller('events')
export class EventController {
  constructor(private readonly intake: EventIntakeService) {}

  /**
   * Takes events in, each exactly once: a JSON list or NDJSON (one event a line), gzip or not, of any length. Answers
   * when all are on disk. Sending the same again is safe.
   */
  @Post()
  @HttpCode(200)
  @Permission('ingest')
  @ApiConsumes('application/json', 'application/x-ndjson')
  @ApiBody(EVENT_EXAMPLES)
  take(
    @CurrentCtx() ctx: Ctx,
    @Query(new ZodPipe(querySchema)) { source }: z.infer<typeof querySchema>,
    @Req() request: Request,
  ): Promise<EventsResult> {
    return this.intake.take(ctx, source, request);
  }
}
