import { Controller, HttpCode, Post, Res } from '@nestjs/common';
import { reportQuerySchema, type Ctx, type ReportQuery } from '@tallysheet/contract';
import type { Response } from 'express';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { sendSheet } from './kept/sheet-json';
import { SheetService } from './sheet.service';

@Controller('sheets')
export class SheetController {
  constructor(private readonly sheets: SheetService) {}

  @Post()
  @HttpCode(200)
  @Permission('read')
  async run(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(reportQuerySchema) query: ReportQuery,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    await sendSheet(response, await this.sheets.run(ctx, query, signal));
  }
}
