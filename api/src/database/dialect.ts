/** Where the SQL of the supported stores differs. Everything else is text that all of them read. */
export interface Dialect {
  name: 'sqlite' | 'mysql';
  /** Appended to an INSERT: keeps the row that is there, and locks it where rows are locked. */
  keepExisting(key: readonly string[]): string;
  /** Appended to an INSERT: adds, narrows or overwrites the columns of the row that is there. */
  merge(key: readonly string[], columns: Readonly<Record<string, MergeRule>>): string;
  /** Appended to a table: read it by this index. An empty store's statistics would have SQLite scan the key instead. */
  by(index: string): string;
  /**
   * Appended to this table: read it by its key. SQLite takes an index in the order of a GROUP BY instead, and with it all
   * rows of the workspace.
   */
  byKey(table: string): string;
  /** Between two tables of a FROM: joins the second to each row of the first, whatever statistics say. */
  joinNext: string;
}

/**
 * `fill` keeps what is there and fills in what is missing. `of` names another column: the value stays that of whichever row
 * has less there, of equals the smaller one; it must be merged before that column is.
 */
export type MergeRule = 'add' | 'min' | 'max' | 'set' | 'fill' | { of: string };

export const sqlite: Dialect = {
  name: 'sqlite',
  by: (index) => `INDEXED BY ${index}`,
  // The name that SQLite gives the key of a table that is stored in its order.
  byKey: (table) => `INDEXED BY sqlite_autoindex_${table}_1`,
  joinNext: 'CROSS JOIN',
  keepExisting: (key) => `ON CONFLICT (${key.join(', ')}) DO NOTHING`,
  merge: (key, columns) => {
    const old = (column: string) => `COALESCE(${column}, excluded.${column})`;
    const now = (column: string) => `COALESCE(excluded.${column}, ${column})`;
    const rules: MergeRules = {
      of: (column, of) =>
        `${column} = CASE WHEN ${of} IS NULL OR excluded.${of} < ${of} THEN excluded.${column} ` +
        `WHEN excluded.${of} = ${of} THEN MIN(${old(column)}, ${now(column)}) ELSE ${column} END`,
      add: (column) => `${column} = ${column} + excluded.${column}`,
      set: (column) => `${column} = excluded.${column}`,
      fill: (column) => `${column} = COALESCE(${column}, excluded.${column})`,
      min: (column) => `${column} = MIN(${old(column)}, ${now(column)})`,
      max: (column) => `${column} = MAX(${old(column)}, ${now(column)})`,
    };
    return `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${assignments(columns, rules)}`;
  },
};

export const mysql: Dialect = {
  name: 'mysql',
  by: (index) => `FORCE INDEX (${index})`,
  byKey: () => 'FORCE INDEX (PRIMARY)',
  joinNext: 'STRAIGHT_JOIN',
  keepExisting: (key) => `ON DUPLICATE KEY UPDATE ${key[0]} = ${key[0]}`,
  merge: (_key, columns) => {
    const old = (column: string) => `COALESCE(${column}, VALUES(${column}))`;
    const now = (column: string) => `COALESCE(VALUES(${column}), ${column})`;
    const rules: MergeRules = {
      of: (column, of) =>
        `${column} = CASE WHEN ${of} IS NULL OR VALUES(${of}) < ${of} THEN VALUES(${column}) ` +
        `WHEN VALUES(${of}) = ${of} THEN LEAST(${old(column)}, ${now(column)}) ELSE ${column} END`,
      add: (column) => `${column} = ${column} + VALUES(${column})`,
      set: (column) => `${column} = VALUES(${column})`,
      fill: (column) => `${column} = ${old(column)}`,
      min: (column) => `${column} = LEAST(${old(column)}, ${now(column)})`,
      max: (column) => `${column} = GREATEST(${old(column)}, ${now(column)})`,
    };
    return `ON DUPLICATE KEY UPDATE ${assignments(columns, rules)}`;
  },
};

type MergeRules = Record<Extract<MergeRule, string>, (column: string) => string> & {
  of: (column: string, of: string) => string;
};

function assignments(columns: Readonly<Record<string, MergeRule>>, rules: MergeRules): string {
  return Object.entries(columns)
    .map(([column, rule]) => (typeof rule === 'string' ? rules[rule](column) : rules.of(column, rule.of)))
    .join(', ');
}
