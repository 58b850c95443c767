import type { Sheet } from '@tallysheet/contract';

/** A sheet without the moment and the revision it was computed at: what two sheets of the same events must have in common. */
export function comparable({ computedAt: _, revision: __, ...sheet }: Sheet): Omit<Sheet, 'computedAt' | 'revision'> {
  return sheet;
}
