import type { CalculatedColumn, CatalogueColumn, ReportTypeInfo } from '@tallysheet/contract';
import { FormulaFault, isTaken, namedIn, namesOf, parseFormula, type Formula } from '@tallysheet/report-model';

/** A report type together with the columns that a report calculates itself. */
export function withCalculated(
  type: ReportTypeInfo,
  calculated: readonly CalculatedColumn[] = [],
  help: string,
): ReportTypeInfo {
  if (calculated.length === 0) return type;
  const columns = calculated.map(({ id, label, unit, formula }): CatalogueColumn => ({
    ...{ id, label, unit, help, rule: formula.replace(/^=/, '') },
    ...{ default: false, better: null, parts: null, missingAt: [] },
  }));
  return { ...type, columns: [...type.columns, ...columns] };
}

/** Reads the formula of the column at a place in the list of calculated ones; at its end for a new one. */
export function readFormula(
  text: string,
  type: ReportTypeInfo,
  calculated: readonly CalculatedColumn[],
  index: number,
): Formula | FormulaFault {
  const ids = calculated.map(({ id }) => id);
  const own = type.columns.map(({ id }) => id).filter((id) => !ids.includes(id));
  try {
    return parseFormula(text, namesOf(own, ids, index));
  } catch (fault) {
    if (fault instanceof FormulaFault) return fault;
    throw fault;
  }
}

/** An id made of a label, as one would write it in a formula: "Clicks per open" is `clicksPerOpen`. */
export function idFor(label: string, calculated: readonly CalculatedColumn[]): string {
  const words =
    label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-zA-Z0-9]+/g) ?? [];
  const joined = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1)))
    .join('');
  const base = /^[a-zA-Z]/.test(joined) ? joined.slice(0, 48) : `calculated${joined.slice(0, 32)}`;
  const isFree = (id: string) => !isTaken(id) && calculated.every((column) => column.id !== id);
  let id = base;
  for (let n = 2; !isFree(id); n += 1) id = `${base}${n}`;
  return id;
}

/** The calculated columns whose formulas name this one. */
export function usersOf(id: string, type: ReportTypeInfo, calculated: readonly CalculatedColumn[]): CalculatedColumn[] {
  return calculated.filter(({ formula }, index) => {
    const read = readFormula(formula, type, calculated, index);
    return !(read instanceof FormulaFault) && namedIn(read).includes(id);
  });
}
