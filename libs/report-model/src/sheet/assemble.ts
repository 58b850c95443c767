import type { CellValue, Language, RowKind, SheetRow, Sort } from '@tallysheet/contract';
import { evaluate, type RowFacts } from '../metrics/evaluate';
import { metric } from '../metrics/registry';
import type { ReportType, RowLevel } from '../types/report-type';
import { rollUp } from './roll-up';

/** The campaign or asset that a row stands for. */
export interface RowSubject {
  kind: RowKind;
  id: string;
  name: string;
  texts: RowFacts['texts'];
}

/** The finest counted thing: one asset as sent by one campaign. */
export interface Leaf extends RowFacts {
  subjects: Record<RowLevel, RowSubject>;
}

export interface SheetPlan {
  type: ReportType;
  columns: readonly string[];
  humanOnly: boolean;
  sort: readonly Sort[];
  language: Language;
}

/** A node of the sheet before it is flattened. */
interface Group {
  row: SheetRow;
  leaves: Leaf[];
}

/** Turns counted leaves into a sheet's rows, depth first and sorted within each parent, and its total. */
export function assembleSheet(
  leaves: readonly Leaf[],
  plan: SheetPlan,
): { rows: SheetRow[]; total: SheetRow['values'] } {
  return {
    rows: rowsOf(leaves, plan, 0, null),
    total: valuesOf(rollUp(leaves), plan),
  };
}

function rowsOf(leaves: readonly Leaf[], plan: SheetPlan, level: number, parent: SheetRow | null): SheetRow[] {
  const kind = plan.type.levels[level];
  if (!kind) return [];
  const groups = new Map<string, Group>();
  for (const leaf of leaves) {
    const subject = leaf.subjects[kind];
    const group = groups.get(subject.id);
    if (group) group.leaves.push(leaf);
    else groups.set(subject.id, { row: emptyRow(subject, kind, level, parent), leaves: [leaf] });
  }
  for (const group of groups.values()) {
    group.row.values = valuesOf(rollUp(group.leaves, group.leaves[0]!.subjects[kind].texts), plan);
  }
  return [...groups.values()]
    .sort((a, b) => compareRows(a.row, b.row, plan))
    .flatMap((group) => [group.row, ...rowsOf(group.leaves, plan, level + 1, group.row)]);
}

function emptyRow(subject: RowSubject, level: RowLevel, depth: number, parent: SheetRow | null): SheetRow {
  const ownId = `${level}:${subject.id}`;
  return {
    id: parent ? `${parent.id}/${ownId}` : ownId,
    parentId: parent?.id ?? null,
    level: depth,
    kind: subject.kind,
    nodeId: subject.id,
    name: subject.name,
    values: {},
  };
}

/** Values of the chosen columns and of those it is sorted by, and beside each rate the two numbers that it divides. */
function valuesOf(row: RowFacts, plan: SheetPlan): Record<string, CellValue> {
  const values: Record<string, CellValue> = {};
  const sorted = plan.sort.map(({ columnId }) => columnId).filter((id) => id !== 'name');
  for (const id of new Set([...plan.columns, ...sorted])) {
    const { rule } = metric(id);
    const ids = rule.kind === 'rate' ? [id, rule.of, rule.over] : [id];
    for (const part of ids) values[part] ??= evaluate(metric(part), row, plan.humanOnly);
  }
  return values;
}

/** The sheet's sort, then names as people read them ("2" before "10"), then ids, so that the order never wavers. */
function compareRows(a: SheetRow, b: SheetRow, plan: SheetPlan): number {
  for (const { columnId, direction } of plan.sort) {
    const order =
      columnId === 'name'
        ? compareNames(a.name, b.name, plan.language) * (direction === 'asc' ? 1 : -1)
        : compareValues(a.values[columnId] ?? null, b.values[columnId] ?? null, direction, plan.language);
    if (order !== 0) return order;
  }
  return compareNames(a.name, b.name, plan.language) || (a.nodeId < b.nodeId ? -1 : 1);
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
