import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx } from '@tallysheet/contract';
import type { RowFile, RowRetry } from '../ingest/row-retry';
import { PeopleIntakeService } from './people-intake.service';

/** Reads rejected rows of tables of people again, under the header and mapping of their file. */
@Injectable()
export class PeopleRetryService {
  constructor(private readonly intake: PeopleIntakeService) {}

  async take(ctx: Ctx, raw: string, file: RowFile): Promise<RowRetry> {
    const result: RowRetry = { accepted: 0, fault: null };
    try {
      await this.intake.take(ctx, once(`${file?.header ?? ''}\n${raw}\n`), {
        mapping: file?.mapping ?? undefined,
        onReport: ({ accepted, rejected }) => {
          result.accepted += accepted;
          result.fault ??= rejected[0] ?? null;
          return Promise.resolve();
        },
      });
    } catch (error) {
      // Its file's header cannot be read under today's rules, or there is no room for what it brings.
      if (!(error instanceof TallysheetError)) throw error;
      return { accepted: 0, fault: { code: 'invalid-field', field: null, detail: error.code } };
    }
    return result;
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
