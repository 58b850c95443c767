import { Inject, Injectable } from '@nestjs/common';
import { TallysheetError } from '@tallysheet/contract';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';

/** How long a sheet may take: what takes longer is ended in the database as well, so that it holds up nobody. */
@Injectable()
export class TimeLimit {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Ends `work` when the caller has gone, or after the time that is set. Throws `report-timed-out`. */
  async within<T>(caller: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const seconds = this.config.sheetSeconds;
    const limit = AbortSignal.timeout(seconds * 1000);
    try {
      return await work(caller ? AbortSignal.any([caller, limit]) : limit);
    } catch (error) {
      if (limit.aborted && !caller?.aborted) throw new TallysheetError('report-timed-out', { seconds });
      throw error;
    }
  }
}
