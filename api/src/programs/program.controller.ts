import { Controller, Get, Param, Put } from '@nestjs/common';
import { programFiguresSchema, type Ctx, type ProgramFigures, type ProgramFiguresRead } from '@tallysheet/contract';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { ProgramFiguresService } from './program-figures.service';

@Controller('programs')
export class ProgramController {
  constructor(private readonly figures: ProgramFiguresService) {}

  /** What a program cost, and which statuses are a success in it. */
  @Get(':id/figures')
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<ProgramFiguresRead> {
    return this.figures.read(ctx, id);
  }

  /** Enters both anew. */
  @Put(':id/figures')
  @Permission('admin')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @ZodBody(programFiguresSchema) figures: ProgramFigures,
  ): Promise<ProgramFiguresRead> {
    return this.figures.change(ctx, id, figures);
  }
}
