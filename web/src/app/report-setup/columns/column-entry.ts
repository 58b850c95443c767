import type { CatalogueColumn } from '@tallysheet/contract';

/** A column as the chooser lists it; without a letter it is not in the sheet. */
export interface ColumnEntry extends Pick<CatalogueColumn, 'id' | 'label' | 'unit' | 'rule' | 'help'> {
  letter: string | null;
  pinned: boolean;
}

/** Whether a column is meant by what was typed: by its label or its rule, without regard to case and accents. */
export function matches(entry: ColumnEntry, text: string): boolean {
  const wanted = plain(text.trim());
  return wanted === '' || plain(entry.label).includes(wanted) || plain(entry.rule).includes(wanted);
}

/** The order after one column was dropped at a place; pinned ones stay before the others. */
export function reorder(shown: readonly ColumnEntry[], from: number, to: number): string[] {
  const ids = shown.map((entry) => entry.id);
  const [moved] = ids.splice(from, 1);
  if (moved !== undefined) ids.splice(to, 0, moved);
  return ids;
}

/** Whether a column may stand at a place: pinned ones among the pinned, the others behind them. */
export function mayStandAt(shown: readonly ColumnEntry[], entry: ColumnEntry, index: number): boolean {
  const pinned = shown.filter((other) => other.pinned).length;
  return entry.pinned ? index < pinned : index >= pinned && index < shown.length;
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
