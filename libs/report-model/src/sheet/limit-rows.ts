import { OTHERS, type RowKind, type SheetRow, type Sort } from '@tallysheet/contract';
import { metricById } from '../metrics/registry';
import { valuesOf, type CountedLeaves, type SheetPlan } from './assemble';
import { breakdownAt } from './breakdown-level';
import { plainName } from './plain-name';
import { rollUp } from './roll-up';

export interface RowLimits {
  search?: string | undefined;
  top?: number | undefined;
  /** What the row of the others is called. */
  othersName: string;
}

/** The rows to show, and of how many of the first level. Their values and the total stay those of all. */
export function limitRows(
  rows: readonly SheetRow[],
  leaves: CountedLeaves,
  plan: SheetPlan,
  { search, top, othersName }: RowLimits,
): { rows: SheetRow[]; shown: number; all: number } {
  const all = countFirst(rows);
  const found = search === undefined ? [...rows] : foundRows(rows, search);
  if (top === undefined || countFirst(found) <= top) return { rows: found, shown: countFirst(found), all };
  const first = found.filter(isFirst);
  const shown = new Set(first.filter(({ nodeId }) => nodeId !== OTHERS).slice(0, top));
  const rest = first.filter((row) => !shown.has(row));
  const others = othersRow(rest[0]!.kind, new Set(rest.map(({ nodeId }) => nodeId)), leaves, plan, othersName);
  return { rows: [...withThoseBeneath(found, shown), others], shown: shown.size, all };
}

/** What the first rows are the first by: the sheet's own sort, else the first of its counts. */
export function sortForTop(sort: readonly Sort[] | undefined, columns: readonly string[]): Sort[] {
  if (sort && sort.length > 0) return [...sort];
  const count = columns.find((id) => metricById(id)?.unit === 'count');
  return count === undefined ? [] : [{ columnId: count, direction: 'desc' }];
}

/** Rows with the text in their name, those above them, and all beneath them. */
function foundRows(rows: readonly SheetRow[], search: string): SheetRow[] {
  const wanted = plainName(search);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const matches = new Set(
    rows.filter(({ name, address }) => plainName(`${name}\n${address ?? ''}`).includes(wanted)).map(({ id }) => id),
  );
  const kept = new Set<string>();
  for (const row of rows) {
    const above = wayUp(row, byId);
    if (above.some(({ id }) => matches.has(id))) kept.add(row.id);
    if (matches.has(row.id)) for (const { id } of above) kept.add(id);
  }
  return rows.filter(({ id }) => kept.has(id));
}

/** A row and those above it. */
function wayUp(row: SheetRow, byId: ReadonlyMap<string, SheetRow>): SheetRow[] {
  const above = row.parentId === null ? undefined : byId.get(row.parentId);
  return above ? [row, ...wayUp(above, byId)] : [row];
}

/** Rows stand depth first: what follows a row of the first level is beneath it. */
function withThoseBeneath(rows: readonly SheetRow[], shown: ReadonlySet<SheetRow>): SheetRow[] {
  let isShown = false;
  return rows.filter((row) => {
    if (isFirst(row)) isShown = shown.has(row);
    return isShown;
  });
}

/** Counted at its own grain, from what stands behind the rows that are left out. */
function othersRow(
  kind: RowKind,
  rest: ReadonlySet<string>,
  { whole, parts }: CountedLeaves,
  plan: SheetPlan,
  name: string,
): SheetRow {
  const level = plan.levels[0]!;
  const behind = (breakdownAt([level]) ? parts : whole).filter((leaf) => rest.has(leaf.subjects[level]?.id ?? ''));
  // Somebody may have clicked several of the other links.
  const values = valuesOf(rollUp(behind), { ...plan, eventsOnly: level === 'link' }, rollUp(whole));
  return { id: OTHERS, parentId: null, level: 0, kind, nodeId: OTHERS, name, values };
}

function isFirst({ level }: SheetRow): boolean {
  return level === 0;
}

function countFirst(rows: readonly SheetRow[]): number {
  return rows.filter(isFirst).length;
}
