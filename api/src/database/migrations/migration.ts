import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Dialect } from '../dialect';

/** Makes the migration class of one store. */
export type Migration = (dialect: Dialect['name']) => new () => MigrationInterface;

/** What the words of a table's text mean in each store. */
const WORDS: Record<Dialect['name'], Record<string, string>> = {
  sqlite: {
    // Quoted, because TypeORM finds out about AUTOINCREMENT by reading this text.
    $auto: 'integer PRIMARY KEY AUTOINCREMENT NOT NULL',
    $int: 'integer',
    $tiny: 'integer',
    $big: 'integer',
    $number: 'real',
    $hash: 'blob',
    $id: 'text',
    $domain: 'text',
    $body: 'text',
  },
  mysql: {
    $auto: 'int NOT NULL AUTO_INCREMENT PRIMARY KEY',
    $int: 'int',
    $tiny: 'tinyint',
    $big: 'bigint',
    $number: 'double',
    $hash: 'binary(16)',
    $id: 'varchar(128)',
    $domain: 'varchar(255)',
    $body: 'mediumtext',
  },
};

const OPTIONS: Record<Dialect['name'], { keyed: string; plain: string }> = {
  sqlite: { keyed: 'WITHOUT ROWID', plain: '' },
  mysql: {
    keyed: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
    plain: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
  },
};

/** One table, made unless it is there. `keyed`: rows are stored in the order of their key. */
export function createTable(
  timestamp: number,
  table: string,
  columns: readonly string[],
  storage: 'keyed' | 'plain' = 'plain',
): Migration {
  return (dialect) =>
    migration(`CreateTable_${table}_${timestamp}`, async (runner) => {
      const quoted = columns.map((column) =>
        column.replace(/^(\w+) \$auto/, dialect === 'sqlite' ? '"$1" $$auto' : '$1 $$auto'),
      );
      const body = inWordsOf(dialect, quoted.join(', '));
      await runner.query(`CREATE TABLE IF NOT EXISTS ${table} (${body}) ${OPTIONS[dialect][storage]}`);
    });
}

/** One index, made unless it is there. */
export function createIndex(
  timestamp: number,
  index: { name: string; table: string; columns: string[]; unique: boolean },
): Migration {
  return () =>
    migration(`CreateIndex_${index.name}_${timestamp}`, async (runner) => {
      const table = await runner.getTable(index.table);
      if (table?.indices.some(({ name }) => name === index.name)) return;
      await runner.createIndex(
        index.table,
        new TableIndex({ name: index.name, columnNames: index.columns, isUnique: index.unique }),
      );
    });
}

/** One column of a table that is there, made unless it is there too. */
export function addColumn(
  timestamp: number,
  { table, column, type }: { table: string; column: string; type: string },
): Migration {
  return (dialect) =>
    migration(`AddColumn_${table}_${column}_${timestamp}`, async (runner) => {
      if (await runner.hasColumn(table, column)) return;
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${inWordsOf(dialect, type)}`);
    });
}

/** Fills in what rows of an older version lack, by more than one statement; it must be safe to run again. */
export function fillByWork(timestamp: number, name: string, work: (runner: QueryRunner) => Promise<void>): Migration {
  return () => migration(`Fill_${name}_${timestamp}`, work);
}

function inWordsOf(dialect: Dialect['name'], text: string): string {
  return text.replace(/\$\w+/g, (word) => WORDS[dialect][word]!);
}

/** One statement that fills in what is known already; it must be safe to run again. */
export function fill(timestamp: number, name: string, statement: (dialect: Dialect['name']) => string): Migration {
  return (dialect) =>
    migration(`Fill_${name}_${timestamp}`, async (runner) => {
      await runner.query(statement(dialect));
    });
}

function migration(name: string, up: (runner: QueryRunner) => Promise<void>): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = name;
    up(runner: QueryRunner): Promise<void> {
      return up(runner);
    }
    down(): Promise<void> {
      return Promise.reject(new Error('The schema only moves forward: restore a backup to go back.'));
    }
  };
}
