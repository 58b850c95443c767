import type { CalculatedColumn, ReportTypeInfo } from '@tallysheet/contract';
import { withColumns, withSort } from './layout-changes';
import { columnIds, type Definition } from './report-definition';

/** The report with a calculated column changed, or a new one, which stands last. */
export function withCalculatedColumn(
  definition: Definition,
  type: ReportTypeInfo,
  column: CalculatedColumn,
): Definition {
  const known = definition.query.calculatedColumns ?? [];
  if (known.some(({ id }) => id === column.id)) {
    return withFormulas(
      definition,
      known.map((each) => (each.id === column.id ? column : each)),
    );
  }
  return withColumns(withFormulas(definition, [...known, column]), [...columnIds(definition, type), column.id]);
}

/** The report without a calculated column; a sort by it ends with it. */
export function withoutCalculatedColumn(definition: Definition, type: ReportTypeInfo, id: string): Definition {
  const kept = (definition.query.calculatedColumns ?? []).filter((column) => column.id !== id);
  const sorted = definition.query.sort?.[0]?.columnId === id;
  const without = withFormulas(sorted ? withSort(definition, null) : definition, kept);
  const shown = columnIds(definition, type).filter((column) => column !== id);
  return shown.length > 0 ? withColumns(without, shown) : without;
}

function withFormulas(definition: Definition, calculated: readonly CalculatedColumn[]): Definition {
  const { calculatedColumns: _, ...query } = definition.query;
  return { ...definition, query: calculated.length > 0 ? { ...query, calculatedColumns: [...calculated] } : query };
}
