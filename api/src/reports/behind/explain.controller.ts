import { Controller, HttpCode, Post } from '@nestjs/common';
import { sheetCellSchema, type Ctx, type Explanation, type SheetCell } from '@tallysheet/contract';
import { Aborted, CurrentCtx, Permission } from '../../platform/route.decorators';
import { ZodBody } from '../../platform/zod-body';
import { ExplainService } from './explain.service';

@Controller('sheets/explain')
export class ExplainController {
  constructor(private readonly explanations: ExplainService) {}

  @Post()
  @HttpCode(200)
  @Permission('read')
  explain(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(sheetCellSchema) cell: SheetCell,
    @Aborted() signal: AbortSignal,
  ): Promise<Explanation> {
    return this.explanations.explain(ctx, cell, signal);
  }
}
