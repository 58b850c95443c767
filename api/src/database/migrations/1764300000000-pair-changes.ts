import { addColumn, type Migration } from './migration';

/** How often each campaign × asset has been changed. */
export const pairChanges: Migration[] = [
  addColumn(1764300000001, { table: 'campaign_asset', column: 'changes', type: '$int NOT NULL DEFAULT 0' }),
];
