import { addColumn, type Migration } from './migration';

/** Of people who are one: whose attributes speak first. Merges that were told before this count as told by nobody. */
export const mergedAway: Migration[] = [
  addColumn(1764200000001, { table: 'person_identity', column: 'merged_away', type: '$int NOT NULL DEFAULT 0' }),
];
