import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  peopleQuerySchema,
  sheetCellSchema,
  type Ctx,
  type PeoplePage,
  type PeopleQuery,
  type SheetCell,
} from '@tallysheet/contract';
import { metric } from '@tallysheet/report-model';
import type { Response } from 'express';
import { z } from 'zod';
import { Aborted, CurrentCtx, Permission } from '../../platform/route.decorators';
import { ZodBody } from '../../platform/zod-body';
import { ZodPipe } from '../../platform/zod.pipe';
import { peopleCsv } from './people-csv';
import { PeopleService } from './people.service';

const optionsSchema = z.object({ format: z.literal('csv') });

@Controller('sheets/people')
export class PeopleBehindController {
  constructor(private readonly people: PeopleService) {}

  @Post()
  @HttpCode(200)
  @Permission('read')
  page(
    @CurrentCtx() ctx: Ctx,
    @ZodBody(peopleQuerySchema) query: PeopleQuery,
    @Aborted() signal: AbortSignal,
  ): Promise<PeoplePage> {
    return this.people.page(ctx, query, signal);
  }

  /** What is wrong with the question is said before the file begins. */
  @Post('export')
  @HttpCode(200)
  @Permission('read')
  async export(
    @CurrentCtx() ctx: Ctx,
    @Query(new ZodPipe(optionsSchema)) _options: z.infer<typeof optionsSchema>,
    @ZodBody(sheetCellSchema) cell: SheetCell,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const pages = this.people.all(ctx, cell, signal);
    const first = await pages.next();
    response.attachment(
      `${metric(cell.columnId)
        .label[ctx.language].replace(/[^\p{L}\p{N} ]/gu, '')
        .trim()}.csv`,
    );
    response.type('text/csv; charset=utf-8');
    await pipeline(Readable.from(peopleCsv(first.done ? [] : first.value, pages, ctx.language)), response);
  }
}
