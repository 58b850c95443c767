import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  reportQuerySchema,
  TallysheetError,
  type Ctx,
  type ReportQuery,
  type Reconciliation,
} from '@tallysheet/contract';
import { z } from 'zod';
import { Aborted, CurrentCtx, Permission } from '../platform/route.decorators';
import { ZodPipe } from '../platform/zod.pipe';
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

/** Another tool's report beside a sheet of ours. */
@Controller('sheets/reconcile')
export class ReconcileController {
  constructor(private readonly reconciliations: ReconcileService) {}

  /** A form of two parts: `query`, what the sheet is asked for, as JSON; and `file`, a Marketo report as XLSX or CSV. */
  @Post()
  @HttpCode(200)
  @Permission('read')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['query', 'file'],
      properties: { query: { type: 'string' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @UseInterceptors(FileInterceptor('file', { limits: LIMITS }))
  run(
    @CurrentCtx() ctx: Ctx,
    @Body(new ZodPipe(formSchema)) { query }: { query: ReportQuery },
    @UploadedFile() file: { buffer: Buffer } | undefined,
    @Aborted() signal: AbortSignal,
  ): Promise<Reconciliation> {
    if (!file) throw new TallysheetError('no-file', {}, 'file');
    return this.reconciliations.run(ctx, query, file.buffer, signal);
  }
}
