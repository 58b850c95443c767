import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  rejectedQuerySchema,
  repairSchema,
  retrySchema,
  type Ctx,
  type RejectedPage,
  type RejectedQuery,
  type RetryResult,
} from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import type { Response } from 'express';
import { z } from 'zod';
import { csvLine, UTF8_BOM } from '../exports/csv';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { ZodPipe } from '../platform/zod.pipe';
import { RejectedService, told } from './rejected.service';
import { RetryService } from './retry.service';

const idSchema = z.coerce.number().int().positive();

@Controller('rejected')
export class RejectedController {
  constructor(
    private readonly rejected: RejectedService,
    private readonly retries: RetryService,
  ) {}

  /** Rows and notices that could not be used, the newest first. */
  @Get()
  @Permission('read')
  page(@CurrentCtx() ctx: Ctx, @Query(new ZodPipe(rejectedQuerySchema)) query: RejectedQuery): Promise<RejectedPage> {
    return this.rejected.page(ctx, query);
  }

  /** All of them as CSV, the oldest first. */
  @Get('download')
  @Permission('read')
  async download(
    @CurrentCtx() ctx: Ctx,
    @Query(new ZodPipe(rejectedQuerySchema)) { source }: RejectedQuery,
    @Res() response: Response,
  ): Promise<void> {
    response.type('text/csv; charset=utf-8').attachment('rejected-rows.csv');
    await pipeline(Readable.from(this.csv(ctx, source)), response);
  }

  /** Reads them all again, or those of one source: a mapping may have changed, or Tallysheet may know more by now. */
  @Post('retry')
  @HttpCode(200)
  @Permission('ingest')
  retryAll(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(retrySchema) { source }: z.infer<typeof retrySchema>,
  ): Promise<RetryResult> {
    return this.retries.all(ctx, source);
  }

  /** Reads one row again, repaired if a text is given. */
  @Post(':id/retry')
  @HttpCode(200)
  @Permission('ingest')
  retry(
    @CurrentCtx() ctx: Ctx,
    @Param('id', new ZodPipe(idSchema)) id: number,
    @ZodBody(repairSchema) { raw }: z.infer<typeof repairSchema>,
  ): Promise<RetryResult> {
    return this.retries.one(ctx, id, raw);
  }

  private async *csv(ctx: Ctx, source?: string): AsyncGenerator<string> {
    yield UTF8_BOM + csvLine(['at', 'source', 'file', 'line', 'code', 'reason', 'field', 'detail', 'row']);
    for await (const rows of this.rejected.all(ctx, source)) {
      for (const each of rows.map(told)) {
        const reason = format(ctx.language, `reject.${each.code}` as MessageKey);
        const { at, fileName, line, code, field, detail, raw } = each;
        yield csvLine([at, each.source, fileName ?? '', line, code, reason, field ?? '', detail, raw]);
      }
    }
  }
}
