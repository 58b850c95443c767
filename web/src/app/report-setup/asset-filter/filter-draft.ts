import type { AssetFilter, TreeNodeKind } from '@tallysheet/contract';

/** The lists of a filter that the tree is ticked for. */
const FIELDS = {
  folder: 'folders',
  program: 'programs',
  campaign: 'campaigns',
  email: 'assets',
  sms: 'assets',
  push: 'assets',
} as const satisfies Partial<Record<TreeNodeKind, keyof AssetFilter>>;

export interface Ticked {
  kind: string;
  id: string;
}

export function isTicked(filter: AssetFilter, { kind, id }: Ticked): boolean {
  return Object.hasOwn(FIELDS, kind) && (filter[FIELDS[kind as keyof typeof FIELDS]]?.includes(id) ?? false);
}

/** The filter with an entry of the tree ticked, or no more. */
export function tick(filter: AssetFilter, entry: Ticked): AssetFilter {
  const field = FIELDS[entry.kind as keyof typeof FIELDS];
  const others = (filter[field] ?? []).filter((id) => id !== entry.id);
  return tidy({ ...filter, [field]: isTicked(filter, entry) ? others : [...others, entry.id] });
}

/** Tags as they are typed, separated by commas. */
export function tagsTyped(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
}

/** Without what filters nothing. */
export function tidy(filter: AssetFilter): AssetFilter {
  const means = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false && value !== '';
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => means(value)));
}

/** How many kinds of entries are ticked: different kinds narrow each other. */
export function kindsTicked(filter: AssetFilter): number {
  return [...new Set(Object.values(FIELDS))].filter((field) => (filter[field]?.length ?? 0) > 0).length;
}
