/** The types that the fact tables need; each store has its own word for them. A `count` is 0 until it is told. */
export type FactType = 'int' | 'count' | 'tiny' | 'big' | 'number' | 'hash' | 'id' | 'domain' | 'longText' | 'body';

/** One column: its type, and whether it may be null. */
export type FactColumn = readonly [type: FactType, nullable?: 'null'];

/** A table of facts or tallies. Its key leads with the workspace; `indexes` are named after the table. */
export interface FactTable {
  name: string;
  key: readonly string[];
  columns: Readonly<Record<string, FactColumn>>;
  indexes: Readonly<Record<string, { columns: readonly string[]; unique: boolean }>>;
}

/** The column of a counter or instant: `hardBounced` is stored as `hard_bounced`. */
export function columnOf(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
