import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx } from '@tallysheet/contract';
import { readMarketoAssets, type AssetRecord } from '@tallysheet/sources';
import type { RowRetry } from '../ingest/row-retry';
import { AssetImportService } from './asset-import.service';

/** Reads rejected records of files of assets again. */
@Injectable()
export class AssetRetryService {
  constructor(private readonly assets: AssetImportService) {}

  /** All of the text is saved, or nothing of it. */
  async take(ctx: Ctx, raw: string): Promise<RowRetry> {
    const records: AssetRecord[] = [];
    try {
      for await (const { result } of readMarketoAssets(once(raw))) {
        if (result.kind === 'rejected') return { accepted: 0, fault: result };
        records.push(result.asset);
      }
    } catch (error) {
      if (!(error instanceof TallysheetError)) throw error;
      return { accepted: 0, fault: { code: 'not-json', field: null, detail: '' } };
    }
    await this.assets.save(ctx, records);
    await this.assets.settle(ctx);
    return { accepted: records.length, fault: null };
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
