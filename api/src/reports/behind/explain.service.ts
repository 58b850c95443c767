import { Injectable } from '@nestjs/common';
import {
  HUMAN_TWINS,
  TallysheetError,
  type Ctx,
  type ExplainedList,
  type Explanation,
  type Language,
  type SheetCell,
} from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import {
  evaluate,
  leavesOfRow,
  localInstant,
  metric as metricOf,
  metricIn,
  rollUp,
  ruleText,
  withDistinct,
  type Metric,
  type RowFacts,
} from '@tallysheet/report-model';
import { SheetRepository } from '../sheet.repository';
import { ReportCounts } from '../report-counts';
import { checkCell, countsOf, hasList, twinnedCounter } from './cell';
import { PeriodCells } from './period-cells';

/** Tells how a number of a sheet was made: by which rule, of which counts, of what time, and what was left out. */
@Injectable()
export class ExplainService {
  constructor(
    private readonly counts: ReportCounts,
    private readonly repository: SheetRepository,
    private readonly cells: PeriodCells,
  ) {}

  /** Throws what a sheet does, and `row-not-found`. */
  async explain(ctx: Ctx, asked: SheetCell, signal?: AbortSignal): Promise<Explanation> {
    const made = await this.alone(ctx, await this.cells.alone(ctx, asked), signal);
    return this.cells.told(ctx, asked, made);
  }

  private async alone(
    ctx: Ctx,
    { rowId, columnId, ...query }: SheetCell,
    signal: AbortSignal | undefined,
  ): Promise<Explanation> {
    const type = checkCell(query, columnId);
    const metric = metricIn(type, columnId);
    const twinned = [metric, ...partsOf(metric)].flatMap((each) => twinnedCounter(each) ?? []);
    const counters = [
      ...twinned.flatMap((counter) => [counter, HUMAN_TWINS[counter]!]),
      ...(['initial', 'pending', 'pendingYoung', 'noSendRecord'] as const),
    ];
    return this.repository.inSnapshot(
      async (snapshot, dialect) => {
        const options = { columns: [columnId], counters, snapshot: { snapshot, dialect }, signal, tellsList: true };
        const counted = await this.counts.counted(ctx, query, type, options);
        const row = leavesOfRow(counted.leaves, counted.levels, rowId);
        if (!row) throw new TallysheetError('row-not-found', { row: rowId }, 'rowId');
        const above = row.parentId && leavesOfRow(counted.leaves, counted.levels, row.parentId);
        const facts = withDistinct(rollUp(row.leaves, row.subject?.texts), rowId, counted.leaves);
        const factsAbove = above ? rollUp(above.leaves) : facts;
        const { asked, timeFrame, now } = counted;
        const humanOnly = query.humanOnly ?? false;
        const { basis } = timeFrame;
        const isWhole = !row.isBroken && asked !== null;
        const tests = isWhole
          ? await this.counts.counted(ctx, query, type, { ...options, now, audiences: ['test'], tellsList: false })
          : null;
        const testRow = tests && leavesOfRow(tests.leaves, tests.levels, rowId);
        const { pending = 0, pendingYoung = 0, noSendRecord = 0 } = facts.counters;
        const bots = twinned[0];
        const explanation: Explanation = {
          ...{ rowId, columnId, timeFrame },
          rowName: row.subject?.name ?? format(ctx.language, 'export.total'),
          label: metric.label[ctx.language],
          unit: metric.unit,
          value: metric.onlyIn && metric.onlyIn !== basis ? null : evaluate(metric, facts, humanOnly, factsAbove),
          help: metric.help[ctx.language],
          rule: ruleText(metric, ctx.language),
          listed: hasList(metric),
          parts: partsOf(metric).map((part, at) => {
            const isAbove = metric.rule.kind === 'share' && at === 1;
            const value = Number(evaluate(part, isAbove ? factsAbove : facts, humanOnly));
            const place = isAbove ? (row.parentId ?? rowId) : rowId;
            return { rowId: place, columnId: part.id, label: part.label[ctx.language], unit: part.unit, value };
          }),
          filters: {
            assets: query.assetFilter !== undefined,
            humanOnly,
            hideDeletedPeople: !!query.hideDeletedPeople,
            smartList: counted.listCounts && { name: counted.people!.name, ...counted.listCounts },
          },
          excluded: {
            bots: humanOnly && bots ? leftOut(facts, bots) : null,
            aborted: isWhole ? pending - pendingYoung : null,
            noSendRecord: isWhole ? noSendRecord : null,
            testSends: isWhole ? (testRow ? (rollUp(testRow.leaves).counters.initial ?? 0) : 0) : null,
          },
          text: [],
          computedAt: new Date(now).toISOString(),
        };
        return { ...explanation, text: inWords(explanation, ctx.language) };
      },
      signal && { about: `explain behind ${type.id}`, signal },
    );
  }
}

/** The counts that a number is divided from, the denominator last. */
function partsOf(metric: Metric): Metric[] {
  const counts = countsOf(metric);
  return counts ? [metricOf(counts.of), metricOf(counts.over)] : [];
}

function leftOut({ counters }: RowFacts, counter: keyof typeof HUMAN_TWINS): number {
  return (counters[counter] ?? 0) - (counters[HUMAN_TWINS[counter]!] ?? 0);
}

function inWords({ help, parts, timeFrame, filters, excluded }: Explanation, language: Language): string[] {
  const { from, to, timeZone, basis } = timeFrame;
  const local = (at: string | null) => at && localInstant(at, timeZone).slice(0, 16).replace('T', ' ');
  const [of, over] = parts;
  const count = (key: 'bots' | 'aborted' | 'noSendRecord' | 'testSends') =>
    excluded[key] ? [format(language, `explain.${key}`, { count: excluded[key] })] : [];
  return [
    help,
    ...(of && over
      ? [format(language, 'explain.divided', { of: of.label, n: of.value, over: over.label, m: over.value })]
      : []),
    from === null && to === null
      ? format(language, 'explain.all-time', { basis })
      : format(language, 'explain.frame', { from: local(from), to: local(to), timeZone, basis }),
    ...(filters.humanOnly ? [format(language, 'explain.humanOnly')] : []),
    ...(filters.hideDeletedPeople ? [format(language, 'explain.hideDeletedPeople')] : []),
    ...(filters.assets ? [format(language, 'explain.assets')] : []),
    ...(filters.smartList ? [listInWords(filters.smartList, language)] : []),
    ...[...count('bots'), ...count('aborted'), ...count('noSendRecord'), ...count('testSends')],
  ];
}

function listInWords({ name, people }: ExplainedList, language: Language): string {
  const params = { name, people: people.in, of: people.in + people.out };
  return format(language, 'explain.smartList', params);
}
