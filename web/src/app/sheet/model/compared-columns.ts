import type { CatalogueColumn, Compare, Compared, Language, TimeFrame } from '@tallysheet/contract';
import { canCompare, compareColumns, comparedId, ownColumn } from '@tallysheet/report-model';
import { withSort } from './layout-changes';
import type { Definition } from './report-definition';

/** The report beside another period, or by itself; a sort by what the comparison said ends with it. */
export function withCompare(definition: Definition, compare: Compare | undefined): Definition {
  const { compare: _, ...query } = definition.query;
  if (compare) return { ...definition, query: { ...query, compare } };
  const sorted = query.sort?.[0]?.columnId ?? '';
  const alone = { ...definition, query };
  return ownColumn(sorted) === sorted ? alone : withSort(alone, null);
}

/** The report in another period; a comparison that this one cannot have ends. */
export function withTimeFrame(definition: Definition, timeFrame: TimeFrame): Definition {
  const { compare } = definition.query;
  const moved = { ...definition, query: { ...definition.query, timeFrame } };
  return compare && !canCompare(timeFrame, compare) ? withCompare(moved, undefined) : moved;
}

/** Whether a column says how another one changed, and is written with a sign. */
export function isChange({ compared }: Pick<CatalogueColumn, 'compared'>): boolean {
  return compared === 'change' || compared === 'changeRate';
}

/** What a comparison puts beside a column, with the rule and the two numbers behind each. */
export function comparedColumns(
  column: CatalogueColumn,
  language: Language,
  help: (said: Compared | 'points') => string,
): CatalogueColumn[] {
  const added = compareColumns(column, language);
  const label = (said: Compared) => added.find(({ compared }) => compared === said)?.label;
  const rules: Record<Compared, string> = {
    other: column.rule,
    change: `${column.label} − ${label('other')}`,
    changeRate: `${label('change')} ÷ ${label('other')}`,
  };
  return added.map((each) => ({
    ...column,
    ...each,
    help: help(each.unit === 'points' ? 'points' : each.compared!),
    rule: rules[each.compared!],
    parts:
      each.compared === 'other' && column.parts
        ? { of: comparedId(column.parts.of, 'other'), over: comparedId(column.parts.over, 'other') }
        : null,
  }));
}
