import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import {
  reportCloneSchema,
  reportInputSchema,
  reportPatchSchema,
  type Ctx,
  type Report,
  type ReportClone,
  type ReportInput,
  type ReportPatch,
} from '@tallysheet/contract';
import type { Response } from 'express';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { sendSheet } from './kept/sheet-json';
import { ReportService } from './report.service';
import { SheetService } from './sheet.service';

@Controller('reports')
export class ReportController {
  constructor(
    private readonly reports: ReportService,
    private readonly sheets: SheetService,
  ) {}

  @Get()
  @Permission('read')
  list(@CurrentCtx() ctx: Ctx): Promise<Report[]> {
    return this.reports.list(ctx);
  }

  @Post()
  @Permission('admin')
  create(@CurrentCtx() ctx: Ctx, @ZodBody(reportInputSchema) input: ReportInput): Promise<Report> {
    return this.reports.create(ctx, input);
  }

  @Get(':id')
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<Report> {
    return this.reports.read(ctx, id);
  }

  @Patch(':id')
  @Permission('admin')
  change(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @ZodBody(reportPatchSchema) patch: ReportPatch,
  ): Promise<Report> {
    return this.reports.change(ctx, id, patch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Permission('admin')
  remove(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<void> {
    return this.reports.remove(ctx, id);
  }

  @Post(':id/restore')
  @HttpCode(200)
  @Permission('admin')
  restore(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<Report> {
    return this.reports.restore(ctx, id);
  }

  @Post(':id/clone')
  @Permission('admin')
  clone(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @ZodBody(reportCloneSchema) { name }: ReportClone,
  ): Promise<Report> {
    return this.reports.clone(ctx, id, name);
  }

  @Get(':id/sheet')
  @Permission('read')
  async sheet(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const { query } = await this.reports.read(ctx, id);
    await sendSheet(response, await this.sheets.run(ctx, query, signal));
  }
}
