import {
  isNamedLevel,
  levelId,
  type Layout,
  type QueryLevel,
  type Report,
  type ReportQuery,
  type ReportTypeInfo,
} from '@tallysheet/contract';

/** What a report is: the part of it that is saved, shown and compared. */
export interface Definition {
  name: string;
  programId: string | null;
  folderId: string | null;
  query: ReportQuery;
  layout: Layout;
}

/** What a new report is about. */
export interface Subject {
  programId: string | null;
  campaignId: string | null;
}

/**
 * A report nobody has saved yet: the last 30 days of its program, of one campaign, or of the whole workspace, as one that
 * cannot be filtered always is.
 */
export function newDefinition(
  reportType: string,
  name: string,
  { programId, campaignId }: Subject,
  canBeFiltered = true,
): Definition {
  const filter = canBeFiltered && {
    ...(programId === null ? {} : { programs: [programId] }),
    ...(campaignId === null ? {} : { campaigns: [campaignId] }),
  };
  return {
    name,
    programId,
    folderId: null,
    query: {
      reportType,
      timeFrame: { preset: 'last-30-days' },
      ...(filter && Object.keys(filter).length > 0 ? { assetFilter: filter } : {}),
    },
    layout: { columns: [], collapsed: [] },
  };
}

export function definitionOf(report: Report): Definition {
  const { name, programId, folderId, query, layout } = report;
  return { name, programId, folderId, query, layout };
}

/** What a report's rows are, outermost first: what it asks for, else its type's own. Unknown levels are passed over. */
export function levelsOf({ groupBy }: ReportQuery, type: ReportTypeInfo): QueryLevel[] {
  const isKnown = (level: QueryLevel) =>
    isNamedLevel(level) ? type.groupings.includes(level) : type.counts === 'people';
  const known = groupBy?.filter(isKnown) ?? [];
  return known.length > 0 ? known : type.rowLevels;
}

/**
 * The columns a definition shows, in their order: its own, else the type's own. Those that are not known, or that its
 * rows cannot show, are passed over.
 */
export function columnIds({ query }: Definition, type: ReportTypeInfo): string[] {
  const levels = levelsOf(query, type);
  const shown = type.columns.filter(({ missingAt }) => !missingAt.some((level) => levels.includes(level)));
  const known = new Set(shown.map(({ id }) => id));
  const own = query.columns?.filter((id) => known.has(id)) ?? [];
  return own.length > 0 ? own : defaultColumnIds(type);
}

export function defaultColumnIds(type: ReportTypeInfo): string[] {
  return type.columns.filter((column) => column.default).map((column) => column.id);
}

/** Whether two definitions mean the same report, whatever is written out or left to its default. */
export function sameDefinition(a: Definition, b: Definition, type: ReportTypeInfo): boolean {
  return JSON.stringify(canonical(a, type)) === JSON.stringify(canonical(b, type));
}

function canonical(definition: Definition, type: ReportTypeInfo): unknown {
  const { query, layout } = definition;
  const filter = Object.entries(query.assetFilter ?? {})
    .filter(([, wanted]) => wanted !== undefined && wanted !== false)
    .map(([field, wanted]) => [field, Array.isArray(wanted) ? [...wanted].sort() : wanted] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const columns = layout.columns
    .filter((column) => column.width !== undefined || column.pinned)
    .map(({ id, width, pinned }) => [id, width ?? null, pinned ?? false] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { timeFrame } = query;
  return [
    definition.name,
    definition.programId,
    definition.folderId,
    query.reportType,
    'preset' in timeFrame ? timeFrame.preset : [timeFrame.from, timeFrame.to],
    query.timeBasis ?? 'sent',
    query.timeZone ?? null,
    query.humanOnly ?? false,
    query.hideDeletedPeople ?? false,
    (query.sort ?? []).map(({ columnId, direction }) => [columnId, direction]),
    filter,
    inOrder(query.smartList ?? null),
    query.search ?? null,
    query.top ?? null,
    comparedWith(query),
    query.trend ?? null,
    (query.calculatedColumns ?? []).map(({ id, label, formula, unit }) => [id, label, formula, unit]),
    columnIds(definition, type),
    levelsOf(query, type).map(levelId),
    columns,
    [...layout.collapsed].sort(),
  ];
}

/** The same value with the fields of its objects in one order, whoever wrote them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]);
}

function comparedWith({ compare }: ReportQuery): unknown {
  if (!compare) return null;
  return typeof compare.to === 'string' ? compare.to : [compare.to.from, compare.to.to];
}
