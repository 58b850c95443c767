import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  IMPORT_FORMATS,
  sourceNameSchema,
  TallysheetError,
  type Ctx,
  type ImportFormat,
  type ImportResult,
  type RejectedRow,
} from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { csvLine, UTF8_BOM } from '../exports/csv';
import { CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodPipe } from '../platform/zod.pipe';
import { ImportLog } from './import-log';
import { ImportService } from './import.service';

const optionsSchema = z.object({
  format: z.string(),
  source: sourceNameSchema.optional(),
  fileName: z.string().max(255).optional(),
  dryRun: z.enum(['true', 'false']).optional(),
  mapping: z
    .string()
    .transform((text, context): Record<string, string> => {
      try {
        return z.record(z.string(), z.string()).parse(JSON.parse(text));
      } catch {
        context.addIssue({ code: 'custom', message: 'not a JSON object of texts' });
        return z.NEVER;
      }
    })
    .optional(),
});

@Controller('imports')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly log: ImportLog,
  ) {}

  /** The body is the file itself, streamed. Answers when it is all in. */
  @Post()
  @HttpCode(200)
  @Permission('ingest')
  run(
    @CurrentCtx() ctx: Ctx,
    @Query(new ZodPipe(optionsSchema)) options: z.infer<typeof optionsSchema>,
    @Req() request: Request,
  ): Promise<ImportResult> {
    const { dryRun, format: name, ...rest } = options;
    if (!isFormat(name)) throw new TallysheetError('unknown-format', { format: name }, 'format');
    return this.imports.run(ctx, request, { ...rest, format: name, dryRun: dryRun === 'true' });
  }

  @Get()
  @Permission('read')
  latest(@CurrentCtx() ctx: Ctx): Promise<ImportResult[]> {
    return this.log.latest(ctx);
  }

  @Get(':id')
  @Permission('read')
  read(@CurrentCtx() ctx: Ctx, @Param('id') id: string): Promise<ImportResult> {
    return this.log.read(ctx, id);
  }

  /** The rows that could not be used, as CSV: line, reason, and the row as it came. */
  @Get(':id/rejected')
  @Permission('read')
  async rejected(@CurrentCtx() ctx: Ctx, @Param('id') id: string, @Res() response: Response): Promise<void> {
    const rows = this.log.rejectedRows(ctx, id);
    // The first row is asked for before the answer begins, so that an unknown import is an error and not a file.
    const first = await rows.next();
    response.type('text/csv; charset=utf-8').attachment(`rejected-rows-${id}.csv`);
    await pipeline(Readable.from(rejectedCsv(ctx, first, rows)), response);
  }
}

async function* rejectedCsv(
  ctx: Ctx,
  first: IteratorResult<RejectedRow>,
  rest: AsyncGenerator<RejectedRow>,
): AsyncGenerator<string> {
  yield UTF8_BOM + csvLine(['line', 'code', 'reason', 'field', 'detail', 'row']);
  for (let next = first; !next.done; next = await rest.next()) {
    const { line, code, field, detail, raw } = next.value;
    const reason = format(ctx.language, `reject.${code}` as MessageKey);
    yield csvLine([line, code, reason, field ?? '', detail, raw]);
  }
}

function isFormat(name: string): name is ImportFormat {
  return (IMPORT_FORMATS as readonly string[]).includes(name);
}
