import { Controller, HttpCode, Post } from '@nestjs/common';
import { reportQuerySchema, type Ctx, type ReportQuery, type Sheet } from '@tallysheet/contract';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { SheetService } from './sheet.service';

@Controller('sheets')
export class SheetController {
  constructor(private readonly sheets: SheetService) {}

  @Post()
  @HttpCode(200)
  @Permission('read')
  run(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(reportQuerySchema) query: ReportQuery,
    @Aborted() signal: AbortSignal,
  ): Promise<Sheet> {
    return this.sheets.run(ctx, query, signal);
  }
}
