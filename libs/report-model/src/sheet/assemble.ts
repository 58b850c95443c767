import type { CellValue, Language, RowKind, SheetRow, Sort, TimeBasis } from '@tallysheet/contract';
import { calculatedValues, sheetColumn, type ReadColumn } from '../formulas/calculated-columns';
import { evaluate, type RowFacts } from '../metrics/evaluate';
import { countsMessages } from '../metrics/counts-messages';
import type { LocalTime } from '../time/time-levels';
import { metricIn, type ReportType } from '../types/report-type';
import { breakdownAt } from './breakdown-level';
import { comparedValues, otherPeriod, sortedBy } from './compare';
import { withDistinct, type DistinctCounts } from './distinct-rows';
import { rollUp } from './roll-up';
import { inPeriod, trendValues } from './trend';

/** What a row stands for. */
export interface RowSubject {
  kind: RowKind;
  id: string;
  name: string;
  address?: string;
  /** Its place among its like, where that is not by name: days stand as they come. */
  order?: number;
  /** By time, of a compared sheet: what stands beside it in the other period. */
  beside?: string;
  texts: RowFacts['texts'];
}

/** The finest counted thing: one asset as sent by one campaign, of a breakdown also by one link or domain. */
export interface Leaf extends RowFacts {
  /** By what they are the rows of: `levelId`. */
  subjects: Partial<Record<string, RowSubject>>;
  /** When, and how much counts in it, where it is counted by local time. */
  local?: LocalTime;
  present?: number;
}

export interface SheetPlan {
  /** As `levelId` writes them. */
  levels: readonly string[];
  basis: TimeBasis;
  columns: readonly string[];
  calculated: readonly ReadColumn[];
  humanOnly: boolean;
  sort: readonly Sort[];
  language: Language;
  /** Columns that mean something else in its type. */
  own?: ReportType['own'];
  /** Whether the numbers of another period stand beside its own. */
  compared: boolean;
  /** The days, weeks or months that a trend has columns for, by their ids. */
  periods: readonly string[];
  /** Leaves empty what counts messages: that of several links cannot be known from each one's. */
  eventsOnly?: boolean;
}

/** What was counted: messages as a whole, and by the breakdown that the sheet's levels ask for, empty without one. */
export interface CountedLeaves extends DistinctCounts {
  whole: readonly Leaf[];
  parts: readonly Leaf[];
}

/** A node of the sheet before it is flattened. */
interface Group extends CountedLeaves {
  row: SheetRow;
  subject: RowSubject;
  facts: RowFacts;
}

/**
 * Turns counted leaves into a sheet's rows, depth first and sorted within each parent, and its total. Each row is
 * counted at its own grain: those above a breakdown from whole messages, as somebody may click several links.
 */
export function assembleSheet(leaves: CountedLeaves, plan: SheetPlan): { rows: SheetRow[]; total: SheetRow['values'] } {
  const total = withDistinct(rollUp(leaves.whole), 'total', leaves);
  return { rows: rowsOf(leaves, plan, 0, null, total), total: valuesOf(total, plan, total) };
}

function rowsOf(
  leaves: CountedLeaves,
  plan: SheetPlan,
  level: number,
  parent: SheetRow | null,
  above: RowFacts,
): SheetRow[] {
  const kind = plan.levels[level];
  if (!kind) return [];
  const isBroken = breakdownAt(plan.levels.slice(0, level + 1)) !== null;
  const whole = bySubject(leaves.whole, kind);
  const parts = bySubject(leaves.parts, kind);
  const groups: Group[] = [...(isBroken ? parts : whole)].map(([id, own]) => {
    const subject = own[0]!.subjects[kind]!;
    const row = emptyRow(subject, kind, level, parent);
    const facts = withDistinct(rollUp(own, subject.texts), row.id, leaves);
    row.values = valuesOf(facts, plan, above);
    const beside = plan.compared && own.find(({ subjects }) => subjects[kind]?.beside)?.subjects[kind]?.beside;
    if (beside) row.beside = beside;
    return { ...leaves, row, subject, facts, whole: isBroken ? [] : own, parts: parts.get(id) ?? [] };
  });
  return groups
    .sort((a, b) => compareGroups(a, b, plan))
    .flatMap((group) => [group.row, ...rowsOf(group, plan, level + 1, group.row, group.facts)]);
}

function bySubject(leaves: readonly Leaf[], level: string): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const subject = leaf.subjects[level];
    if (!subject) continue;
    const group = groups.get(subject.id);
    if (group) group.push(leaf);
    else groups.set(subject.id, [leaf]);
  }
  return groups;
}

function emptyRow(subject: RowSubject, level: string, depth: number, parent: SheetRow | null): SheetRow {
  const ownId = `${level}:${subject.id}`;
  return {
    id: parent ? `${parent.id}/${ownId}` : ownId,
    parentId: parent?.id ?? null,
    level: depth,
    kind: subject.kind,
    nodeId: subject.id,
    name: subject.name,
    ...(subject.address === undefined ? {} : { address: subject.address }),
    values: {},
  };
}

/**
 * Values of the chosen columns and of those it is sorted by, and beside each rate the two numbers that it divides; of a
 * compared sheet also what the other period makes of them, and of a trend what each of its periods does.
 */
export function valuesOf(row: RowFacts, plan: SheetPlan, above: RowFacts): SheetRow['values'] {
  const values = periodValues(row, plan, above);
  const unitOf = (id: string) => sheetColumn(id, plan.calculated, plan.language).unit;
  if (plan.compared) {
    const other = periodValues(otherPeriod(row), plan, otherPeriod(above));
    Object.assign(values, comparedValues(values, other, unitOf));
  }
  for (const period of plan.periods) {
    const ofPeriod = periodValues(inPeriod(row, period), plan, inPeriod(above, period));
    Object.assign(values, trendValues(ofPeriod, period, unitOf));
  }
  return values;
}

function periodValues(row: RowFacts, plan: SheetPlan, above: RowFacts): SheetRow['values'] {
  const values: SheetRow['values'] = {};
  const calculated = calculatedValues(plan.calculated, (id) => metricValue(id, row, plan, above) as number | null);
  for (const id of new Set([...plan.columns, ...sortedBy(plan.sort)])) {
    if (calculated.has(id)) {
      values[id] = calculated.get(id)!;
      continue;
    }
    const { rule } = metricIn(plan, id);
    const ids = rule.kind === 'rate' ? [id, rule.of, rule.over] : [id];
    for (const part of ids) values[part] ??= metricValue(part, row, plan, above);
  }
  return values;
}

function metricValue(id: string, row: RowFacts, plan: SheetPlan, above: RowFacts): CellValue {
  const own = metricIn(plan, id);
  if (plan.eventsOnly && countsMessages(id)) return null;
  return own.onlyIn && own.onlyIn !== plan.basis ? null : evaluate(own, row, plan.humanOnly, above);
}

/** The sheet's sort, then names as people read them ("2" before "10"), then ids, so that the order never wavers. */
function compareGroups(a: Group, b: Group, plan: SheetPlan): number {
  for (const { columnId, direction } of plan.sort) {
    const order =
      columnId === 'name'
        ? compareSubjects(a.subject, b.subject, plan.language) * (direction === 'asc' ? 1 : -1)
        : compareValues(a.row.values[columnId] ?? null, b.row.values[columnId] ?? null, direction, plan.language);
    if (order !== 0) return order;
  }
  return compareSubjects(a.subject, b.subject, plan.language) || (a.subject.id < b.subject.id ? -1 : 1);
}

function compareSubjects(a: RowSubject, b: RowSubject, language: Language): number {
  if (a.order !== undefined && b.order !== undefined) return a.order - b.order;
  return compareNames(a.name, b.name, language);
}

/** Missing values come last in either direction. */
export function compareValues(a: CellValue, b: CellValue, direction: 'asc' | 'desc', language: Language): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareNames(String(a), String(b), language);
  return direction === 'asc' ? order : -order;
}

const collators = new Map<Language, Intl.Collator>();
function compareNames(a: string, b: string, language: Language): number {
  let collator = collators.get(language);
  if (!collator) collators.set(language, (collator = new Intl.Collator(language, { numeric: true })));
  return collator.compare(a, b);
}
