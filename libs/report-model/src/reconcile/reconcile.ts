import type { ReconciledCell, ReconciledRow, RowLevel, RuleFound, SheetRow } from '@tallysheet/contract';
import { agrees, comparedCells, countedEarlier, followsCounts, isDifferent } from './compare-row';
import { matchRows, type Match } from './match-rows';
import type { NameLevel } from './export-columns';
import { OtherCounts, TOTAL_ID, type CountedSheet, type OtherCount } from './other-counts';
import type { TheirReport, TheirRow } from './their-rows';

const UNEXPLAINED: RuleFound = { code: 'unexplained', params: {} };

/**
 * Another tool's report beside ours: rows of the file in its order, then those that only we have. Each difference has the
 * rule that accounts for it: that by which our own count is exactly theirs.
 */
export function reconcile(
  report: TheirReport,
  ours: CountedSheet,
  levels: readonly RowLevel[],
  others: readonly OtherCount[],
): { rows: ReconciledRow[]; total: ReconciledRow | null } {
  const { theirs, onlyOurs } = matchRows(report.rows, ours.rows, levels);
  const rules = new OtherCounts(others, levels);
  const nameOf = new Map(ours.rows.map(({ id, name }) => [id, name]));
  const pairs = theirs.flatMap((match) => (match.kind === 'matched' ? [pairOf(match.theirs, match.ours)] : []));
  const total = report.total && pairOf(report.total, { id: TOTAL_ID, values: ours.total });
  // Which rule speaks for most is known only when all have been heard.
  const found = new Map([...pairs, ...(total ? [total] : [])].map((pair) => [pair, candidatesOf(pair, rules)]));
  const explained = (pair: Pair) => pair.cells.map((cell, at) => withRule(cell, pair, found.get(pair)![at]!, rules));
  const missing = rules.rulesOfTheirs(theirs.flatMap((match) => (match.kind === 'none' ? [match.theirs] : [])));
  const cellsOf = new Map(pairs.map((pair) => [pair.theirs, explained(pair)]));
  const rows = [
    ...theirs.map((match) => theirRow(match, nameOf, cellsOf.get(match.theirs), missing.get(match.theirs))),
    ...onlyOurs.map((row) => ourRow(row, nameOf, report, rules)),
  ];
  return { rows, total: total && { ...blankRow(total.theirs), rowId: TOTAL_ID, cells: explained(total) } };
}

/** A row of both, with their numbers compared. */
interface Pair {
  theirs: TheirRow;
  ours: Pick<SheetRow, 'id' | 'values'>;
  cells: ReconciledCell[];
}

function pairOf(theirs: TheirRow, ours: Pick<SheetRow, 'id' | 'values'>): Pair {
  return { theirs, ours, cells: comparedCells(theirs, ours.values) };
}

/** The rules that account for each cell. */
function candidatesOf({ theirs, ours, cells }: Pair, rules: OtherCounts): number[][] {
  return cells.map((cell) => {
    if (!isDifferent(cell)) return [];
    const number = [...theirs.values].find(([id]) => id === cell.columnId)![1];
    return rules.accountFor(ours.id, theirs, (values) => agrees(number, values[cell.columnId]));
  });
}

function withRule(cell: ReconciledCell, { theirs, ours }: Pair, found: number[], rules: OtherCounts): ReconciledCell {
  if (!isDifferent(cell)) return cell;
  if (countedEarlier(cell, theirs, ours.values)) return { ...cell, rule: { code: 'counted-earlier', params: {} } };
  const rule = rules.best(found);
  if (rule) return { ...cell, rule };
  if (followsCounts(cell, theirs, ours.values)) return { ...cell, rule: { code: 'follows-counts', params: {} } };
  return { ...cell, rule: UNEXPLAINED };
}

function theirRow(
  match: Match,
  nameOf: ReadonlyMap<string, string>,
  cells: ReconciledCell[] | undefined,
  rule: RuleFound | undefined,
): ReconciledRow {
  const row = blankRow(match.theirs);
  if (match.kind === 'matched') {
    const { id, name, parentId } = match.ours;
    return { ...row, rowId: id, name, parentName: (parentId && nameOf.get(parentId)) ?? null, cells: cells! };
  }
  const told = [...match.theirs.values].map(([columnId, { value }]): ReconciledCell => {
    return { columnId, ours: null, theirs: value, difference: null };
  });
  if (match.kind === 'ambiguous') return { ...row, state: 'ambiguous', cells: told };
  return { ...row, state: 'only-theirs', cells: told, rule: rule ?? UNEXPLAINED };
}

function ourRow(
  row: SheetRow,
  nameOf: ReadonlyMap<string, string>,
  report: TheirReport,
  rules: OtherCounts,
): ReconciledRow {
  const columns = new Set(report.rows.flatMap(({ values }) => [...values.keys()]));
  const cells = [...columns].map((columnId): ReconciledCell => {
    const value = row.values[columnId];
    return { columnId, ours: typeof value === 'number' ? value : null, theirs: null, difference: null };
  });
  return {
    ...{ rowId: row.id, line: null, name: row.name, parentName: (row.parentId && nameOf.get(row.parentId)) ?? null },
    ...{ state: 'only-ours', cells, rule: rules.ruleOfOurs(row) ?? UNEXPLAINED },
  };
}

const INNERMOST: readonly NameLevel[] = ['any', 'link', 'asset', 'campaign', 'program'];

function blankRow({ line, names }: TheirRow): ReconciledRow {
  const told = INNERMOST.flatMap((level) => names[level] || []);
  return { rowId: null, line, name: told[0] ?? '', parentName: told[1] ?? null, state: 'matched', cells: [] };
}
