import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { applyDecorators, Body, Controller, HttpCode, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { reportQuerySchema, TallysheetError, type Ctx, type Reconciliation } from '@tallysheet/contract';
import { limitReconciled } from '@tallysheet/report-model';
import type { Response } from 'express';
import { z } from 'zod';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodPipe } from '../platform/zod.pipe';
import { reconcileCsv } from './reconcile-csv';
import { ReconcileService } from './reconcile.service';

const FILE_LIMIT = 5 * 1024 * 1024;
const LIMITS = { fileSize: FILE_LIMIT, files: 1, fields: 1, fieldSize: FILE_LIMIT, parts: 2 };

const formSchema = z.object({
  query: z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(reportQuerySchema),
});

type Form = z.infer<typeof formSchema>;
type Uploaded = { buffer: Buffer } | undefined;

/** A form of two parts: `query`, what the sheet is asked for, as JSON; and `file`, a Marketo report as XLSX or CSV. */
function TakesReport(): MethodDecorator {
  return applyDecorators(
    HttpCode(200),
    Permission('read'),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['query', 'file'],
        properties: { query: { type: 'string' }, file: { type: 'string', format: 'binary' } },
      },
    }),
    UseInterceptors(FileInterceptor('file', { limits: LIMITS })),
  );
}

/** Another tool's report beside a sheet of ours. */
@Controller('sheets/reconcile')
export class ReconcileController {
  constructor(private readonly reconciliations: ReconcileService) {}

  @Post()
  @TakesReport()
  async run(
    @CurrentCtx() ctx: Ctx,
    @Body(new ZodPipe(formSchema)) { query }: Form,
    @UploadedFile() file: Uploaded,
    @Aborted() signal: AbortSignal,
  ): Promise<Reconciliation> {
    const found = await this.reconciliations.run(ctx, query, bytesOf(file), signal);
    return { ...found, rows: limitReconciled(found.rows) };
  }

  /** The same as CSV, with all rows. */
  @Post('export')
  @TakesReport()
  async download(
    @CurrentCtx() ctx: Ctx,
    @Body(new ZodPipe(formSchema)) { query }: Form,
    @UploadedFile() file: Uploaded,
    @Aborted() signal: AbortSignal,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.reconciliations.run(ctx, query, bytesOf(file), signal);
    response.attachment('comparison.csv').type('text/csv; charset=utf-8');
    await pipeline(Readable.from(reconcileCsv(found, ctx.language)), response);
  }
}

function bytesOf(file: Uploaded): Uint8Array {
  if (!file) throw new TallysheetError('no-file', {}, 'file');
  return file.buffer;
}
