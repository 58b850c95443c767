import type { AssetFilter } from '@tallysheet/contract';

/** The program or folder that a report belongs to, and can be about. */
export interface Home {
  kind: 'program' | 'folder';
  id: string;
}

const FIELDS = [
  'programs',
  'folders',
  'campaigns',
  'assets',
  'channels',
  'tags',
  'namePattern',
  'includeArchived',
] as const;
export type Field = (typeof FIELDS)[number];

/** One filter in force: what it is about, and the names of what it lets through, if it names any. */
export interface FilterChip {
  field: Field;
  names: string[];
}

/** Whether a report is about its own program or folder, and nothing else of that kind. */
export function isAtHome(filter: AssetFilter | undefined, home: Home): boolean {
  const ids = filter?.[fieldOf(home)];
  return ids?.length === 1 && ids[0] === home.id;
}

/** The filter narrowed to a report's own program or folder, or widened to the whole workspace. */
export function withHome(filter: AssetFilter | undefined, home: Home, narrow: boolean): AssetFilter | undefined {
  return withoutEmpty({ ...filter, [fieldOf(home)]: narrow ? [home.id] : undefined });
}

export function withoutFilter(filter: AssetFilter | undefined, field: Field): AssetFilter | undefined {
  return withoutEmpty({ ...filter, [field]: undefined });
}

/** The filters to show as chips: all but the report's own program or folder, which has a switch. */
export function filterChips(
  filter: AssetFilter | undefined,
  home: Home | null,
  nameOf: (field: Field, id: string) => string,
): FilterChip[] {
  return FIELDS.flatMap((field) => {
    const wanted = filter?.[field];
    if (!wanted || (home && field === fieldOf(home) && isAtHome(filter, home))) return [];
    if (wanted === true) return [{ field, names: [] }];
    return [{ field, names: typeof wanted === 'string' ? [wanted] : wanted.map((id) => nameOf(field, id)) }];
  });
}

function fieldOf(home: Home): 'programs' | 'folders' {
  return home.kind === 'program' ? 'programs' : 'folders';
}

function withoutEmpty(filter: AssetFilter): AssetFilter | undefined {
  const kept = Object.entries(filter).filter(([, ids]) => ids !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
