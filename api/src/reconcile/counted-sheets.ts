import { AUDIENCES, type Ctx, type ReconciledRow, type ReportQuery, type Sheet } from '@tallysheet/contract';
import {
  assembleSheet,
  breakdownAt,
  LEAF_RULE_COUNTERS,
  LEAF_RULES,
  leavesOfRow,
  timePartsOf,
  type CountedLeaves,
  type CountedSheet,
  type OtherCount,
  type ReportType,
} from '@tallysheet/report-model';
import { CountingRulesRepository } from '../ingest/counting-rules.repository';
import type { Counted, SheetCounts, Within } from '../reports/sheet-counts';
import type { PairLeaf } from '../reports/sheet-row';
import { otherCountingRules, otherQuestions, otherZones, type Asked, type OtherQuestion } from './other-rules';
import { Recount } from './recount';

/** Messages that are read again from their events: some seconds' worth. */
const RECOUNT_LIMIT = 100_000;

interface Opening {
  ctx: Ctx;
  query: ReportQuery;
  type: ReportType;
  /** The columns that the export has. */
  ids: readonly string[];
  within: Within;
  signal: AbortSignal;
}

/** One sheet, counted by its own rules and by others, all of one moment. */
export class CountedSheets {
  readonly own: CountedSheet;
  private readonly asked: Asked;

  private constructor(
    private readonly counts: SheetCounts,
    private readonly opening: Opening,
    private readonly counted: Counted,
  ) {
    const { levels, settings, timeFrame } = counted;
    this.asked = { ...{ levels, settings, timeFrame }, ...opening, audiences: counted.asked.audiences };
    this.own = this.assembled(counted.leaves, opening.query);
  }

  static async open(counts: SheetCounts, opening: Opening): Promise<CountedSheets> {
    return new CountedSheets(counts, opening, await countedBy(counts, opening, { query: opening.query }));
  }

  get levels() {
    return this.counted.levels;
  }

  get timeFrame(): Sheet['timeFrame'] {
    return this.counted.timeFrame;
  }

  get computedAt(): string {
    return new Date(this.counted.now).toISOString();
  }

  /** By rules that the counters at hand answer. */
  async atHand(): Promise<OtherCount[]> {
    const { whole, parts } = this.counted.leaves;
    return LEAF_RULES.map(({ code, counters }) => {
      const by = (leaves: readonly PairLeaf[]) =>
        leaves.map((leaf) => ({ ...leaf, counters: counters(leaf.counters) }));
      const sheet = this.assembled({ whole: by(whole), parts: by(parts) }, this.opening.query);
      return { ...sheet, rule: { code, params: {} }, wholeRows: false, isPart: false };
    });
  }

  otherQuestions(): Promise<OtherCount[]> {
    return this.answered(otherQuestions(this.asked));
  }

  otherZones(told: readonly string[]): Promise<OtherCount[]> {
    return this.answered(otherZones(this.asked, told));
  }

  /** Rows that differ, counted again from their events by the other choices of the settings, unless these are too many. */
  async recounted(rows: readonly ReconciledRow[]): Promise<OtherCount[]> {
    const { levels, asked, frame, now } = this.counted;
    if (breakdownAt(levels) || timePartsOf(levels).length > 0) return [];
    // What does not count here by our rules may do so by others: of a repeated send, say, the later one.
    const allTime = { ...this.opening.query, timeFrame: { preset: 'all-time' as const } };
    const { leaves } = await countedBy(this.counts, this.opening, { query: allTime, audiences: AUDIENCES }, now);
    const chosen = new Set(
      rows.flatMap(({ rowId }) => (rowId === null ? [] : (leavesOfRow(leaves, levels, rowId)?.leaves ?? []))),
    );
    const messages = [...chosen].reduce((sum, { counters }) => sum + (counters.sent ?? 0), 0);
    if (messages === 0 || messages > RECOUNT_LIMIT) return [];
    const { snapshot, dialect } = this.opening.within;
    const recount = new Recount(snapshot, dialect, asked, frame, now);
    const rules = await new CountingRulesRepository().readFor(snapshot, asked.workspaceId);
    const others: OtherCount[] = [];
    for (const { rule, rules: other } of otherCountingRules(rules)) {
      const whole: PairLeaf[] = [];
      for (const leaf of chosen) whole.push(await recount.leaf(leaf, other));
      const sheet = this.assembled({ whole, parts: [] }, this.opening.query);
      others.push({ ...sheet, rule, wholeRows: false, isPart: true });
    }
    return others;
  }

  private async answered(questions: readonly OtherQuestion[]): Promise<OtherCount[]> {
    const others: OtherCount[] = [];
    for (const question of questions) {
      const { leaves } = await countedBy(this.counts, this.opening, question, this.counted.now);
      const sheet = this.assembled(leaves, question.query);
      others.push({ ...sheet, rule: question.rule, wholeRows: question.wholeRows ?? false, isPart: false });
    }
    return others;
  }

  private assembled(leaves: CountedLeaves, query: ReportQuery): CountedSheet {
    return assembleSheet(leaves, {
      levels: this.levels,
      basis: this.opening.type.basis ?? query.timeBasis ?? 'sent',
      columns: columnsOf(this.opening),
      periods: [],
      calculated: [],
      humanOnly: query.humanOnly ?? false,
      sort: [],
      language: this.opening.ctx.language,
      compared: false,
    });
  }
}

/** Beside the export's own: what tells rows apart, and what rules are told by. */
function columnsOf({ ids }: Opening): string[] {
  return [...new Set([...ids, 'programName', 'pending', 'aborted'])];
}

function countedBy(
  counts: SheetCounts,
  opening: Opening,
  { query, audiences }: Omit<OtherQuestion, 'rule'>,
  now?: number,
): Promise<Counted> {
  const { ctx, type, within, signal } = opening;
  return counts.counted(ctx, query, type, {
    ...{ columns: columnsOf(opening), counters: LEAF_RULE_COUNTERS, snapshot: within, signal, now },
    ...(audiences ? { audiences } : {}),
  });
}
