import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { ApiProblem } from '../core/api-problem';
import type { AskSheet } from './sheet-source';

/**
 * Asks for sheets, of which the server tells a very long one in pages: what follows is of the same count, and so is the same
 * sheet in another order or looked through, as long as the server keeps it.
 */
export class PagedSheets {
  private latest: { query: ReportQuery; next: string | undefined } | null = null;

  constructor(private readonly api: AskSheet) {}

  /** Of the count at hand where only its rows are to be others; asked again, a question is counted anew. */
  async ask(query: ReportQuery, signal: AbortSignal): Promise<Sheet> {
    const cursor = this.keptFor(query);
    const sheet = await (cursor === undefined ? this.api(query, signal) : this.fromKept(query, cursor, signal));
    this.latest = { query, next: sheet.next };
    return sheet;
  }

  /** The rows that follow. Rejects with `cursor-expired` when they are no longer kept. */
  async more(signal: AbortSignal): Promise<Sheet | null> {
    const at = this.latest;
    if (at?.next === undefined) return null;
    const { limit: _, ...query } = at.query;
    const sheet = await this.api({ ...query, cursor: at.next }, signal);
    if (this.latest === at) this.latest = { query: at.query, next: sheet.next };
    return sheet;
  }

  private async fromKept(query: ReportQuery, cursor: string, signal: AbortSignal): Promise<Sheet> {
    try {
      return await this.api({ ...query, cursor }, signal);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'cursor-expired') throw error;
      return this.api(query, signal);
    }
  }

  private keptFor(query: ReportQuery): string | undefined {
    if (this.latest === null) return undefined;
    const isSame = withoutOrder(query) === withoutOrder(this.latest.query);
    return isSame && orderOf(query) !== orderOf(this.latest.query) ? this.latest.next : undefined;
  }
}

function withoutOrder({ sort: _, search: __, top: ___, limit: ____, ...query }: ReportQuery): string {
  return JSON.stringify(query);
}

function orderOf({ sort, search, top }: ReportQuery): string {
  return JSON.stringify([sort, search, top]);
}
