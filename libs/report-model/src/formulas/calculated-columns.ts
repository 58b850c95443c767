import { TallysheetError, type CalculatedColumn, type Language, type SheetColumn } from '@tallysheet/contract';
import { metric, metricById } from '../metrics/registry';
import type { ReportType } from '../types/report-type';
import { evaluateFormula } from './evaluate-formula';
import { FUNCTIONS, type Formula } from './formula';
import { FormulaFault } from './formula-fault';
import { parseFormula, type NameCheck } from './parse-formula';

/** A calculated column whose formula was read. */
export interface ReadColumn extends CalculatedColumn {
  read: Formula;
}

/** Reads a query's calculated columns. Throws `column-id-taken` and, at the exact character, `bad-formula`. */
export function readCalculatedColumns(columns: readonly CalculatedColumn[] = [], type: ReportType): ReadColumn[] {
  const ids = columns.map(({ id }) => id);
  return columns.map((column, index) => {
    const path = `calculatedColumns.${index}`;
    if (isTaken(column.id) || ids.indexOf(column.id) < index) {
      throw new TallysheetError('column-id-taken', { column: column.id }, `${path}.id`);
    }
    try {
      return { ...column, read: parseFormula(column.formula, namesOf(type.columns, ids, index)) };
    } catch (fault) {
      if (!(fault instanceof FormulaFault)) throw fault;
      const { position, expected, found } = fault;
      throw new TallysheetError('bad-formula', { column: column.id, position, expected, found }, `${path}.formula`);
    }
  });
}

/** A formula may name the type's columns that are numbers, and the calculated columns that stand before it. */
export function namesOf(typeColumns: readonly string[], calculated: readonly string[], index: number): NameCheck {
  return (name) => {
    const place = calculated.indexOf(name);
    if (place >= 0) return place < index ? 'number' : 'earlier';
    if (!typeColumns.includes(name)) return 'column';
    const { unit } = metric(name);
    return unit === 'count' || unit === 'rate' || unit === 'number' ? 'number' : 'numbers';
  };
}

/** The metrics behind columns: their own, and those that formulas name. */
export function metricsBehind(columns: readonly string[], calculated: readonly ReadColumn[]): string[] {
  const ids = new Set([...columns, ...calculated.flatMap(({ read }) => namedIn(read))]);
  for (const { id } of calculated) ids.delete(id);
  return [...ids];
}

/** A column's heading and unit: a metric's, or those that were given with the formula. */
export function sheetColumn(id: string, calculated: readonly CalculatedColumn[], language: Language): SheetColumn {
  const own = calculated.find((column) => column.id === id);
  if (own) return { id, label: own.label, unit: own.unit };
  const { label, unit } = metric(id);
  return { id, label: label[language], unit };
}

/** What each calculated column comes to in one row, in their order, so that a later one may name an earlier one. */
export function calculatedValues(
  columns: readonly Pick<ReadColumn, 'id' | 'read'>[],
  metricValue: (id: string) => number | null,
): Map<string, number | null> {
  const values = new Map<string, number | null>();
  for (const { id, read } of columns) {
    values.set(
      id,
      evaluateFormula(read, (name) => (values.has(name) ? values.get(name)! : metricValue(name))),
    );
  }
  return values;
}

/** Whether a calculated column may not have this id. */
export function isTaken(id: string): boolean {
  return metricById(id) !== undefined || Object.hasOwn(FUNCTIONS, id) || id === 'null' || id === 'name';
}

/** The columns that a formula names. */
export function namedIn(formula: Formula): string[] {
  switch (formula.kind) {
    case 'number':
      return [];
    case 'column':
      return [formula.id];
    case 'negative':
      return namedIn(formula.of);
    case 'operation':
      return [...namedIn(formula.left), ...namedIn(formula.right)];
    case 'if':
      return [formula.when.left, formula.when.right, formula.then, formula.otherwise].flatMap(namedIn);
    case 'call':
      return formula.values.flatMap(namedIn);
  }
}
