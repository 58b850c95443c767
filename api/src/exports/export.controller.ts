import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { isNamedLevel, reportQuerySchema, type Ctx, type ReportQuery } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import { kindAt, reportTypeById } from '@tallysheet/report-model';
import type { Response } from 'express';
import { z } from 'zod';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodBody } from '../platform/zod-body';
import { ZodPipe } from '../platform/zod.pipe';
import { ReportService } from '../reports/report.service';
import { SheetService } from '../reports/sheet.service';
import { exportName } from './export-name';
import { sheetCsv } from './sheet-csv';

const optionsSchema = z.object({ format: z.literal('csv'), title: z.string().max(255).optional() });
type Options = z.infer<typeof optionsSchema>;

/** Files with the same rows, totals and order as the sheet on screen, made by the same engine. */
@Controller()
export class ExportController {
  constructor(
    private readonly reports: ReportService,
    private readonly sheets: SheetService,
  ) {}

  @Get('reports/:id/export')
  @Permission('read')
  async report(
    @CurrentCtx() ctx: Ctx,
    @Param('id') id: string,
    @Query(new ZodPipe(optionsSchema)) options: Options,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const { name, query } = await this.reports.read(ctx, id);
    await this.send(ctx, query, options.title ?? name, signal, response);
  }

  @Post('sheets/export')
  @HttpCode(200)
  @Permission('read')
  async sheet(
    @CurrentCtx() ctx: Ctx,
    @Query(new ZodPipe(optionsSchema)) options: Options,
    @ZodBody(reportQuerySchema) query: ReportQuery,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const title = options.title ?? reportTypeById(query.reportType).label[ctx.language];
    await this.send(ctx, query, title, signal, response);
  }

  private async send(ctx: Ctx, query: ReportQuery, title: string, signal: AbortSignal, response: Response) {
    const sheet = await this.sheets.whole(ctx, query, signal);
    response.attachment(exportName(title, sheet, 'csv'));
    response.type('text/csv; charset=utf-8');
    const type = reportTypeById(query.reportType);
    const levels = (query.groupBy ?? type.levels).map((level) =>
      isNamedLevel(level) ? format(ctx.language, `level.${kindAt(level, type.channel)}`) : level.attribute,
    );
    await pipeline(Readable.from(sheetCsv(sheet, levels, ctx.language)), response);
  }
}
