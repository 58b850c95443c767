import type { Sheet } from '@tallysheet/contract';

/** A sheet without the moment it was computed at: what two sheets of the same events must have in common. */
export function comparable({ computedAt: _, ...sheet }: Sheet): Omit<Sheet, 'computedAt'> {
  return sheet;
}
