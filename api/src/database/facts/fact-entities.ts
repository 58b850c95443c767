import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Dialect } from '../dialect';
import { type FactColumn, type FactTable, type FactType } from './fact-table';
import { FACT_TABLES } from './fact-tables';

const TYPES: Record<Dialect['name'], Record<FactType, EntitySchemaColumnOptions>> = {
  sqlite: {
    int: { type: 'integer' },
    count: { type: 'integer', default: 0 },
    tiny: { type: 'integer' },
    big: { type: 'integer' },
    number: { type: 'real' },
    hash: { type: 'blob' },
    id: { type: 'text' },
    domain: { type: 'text' },
    longText: { type: 'text' },
    body: { type: 'text' },
  },
  mysql: {
    int: { type: 'int' },
    count: { type: 'int', default: 0 },
    tiny: { type: 'tinyint' },
    big: { type: 'bigint' },
    number: { type: 'double' },
    hash: { type: 'binary', length: 16 },
    id: { type: 'varchar', length: 128 },
    domain: { type: 'varchar', length: 255 },
    longText: { type: 'text' },
    body: { type: 'mediumtext' },
  },
};

/** The fact tables as TypeORM knows them, so that its migrations and the schema check cover them too. */
export function factEntities(dialect: Dialect['name']): EntitySchema[] {
  return FACT_TABLES.map((table) => factEntity(table, dialect));
}

function factEntity(table: FactTable, dialect: Dialect['name']): EntitySchema {
  const column = (name: string, [type, nullable]: FactColumn): EntitySchemaColumnOptions => ({
    ...TYPES[dialect][type],
    name,
    nullable: nullable === 'null',
    primary: table.key.includes(name),
  });
  return new EntitySchema({
    name: table.name,
    tableName: table.name,
    withoutRowid: dialect === 'sqlite',
    columns: Object.fromEntries(Object.entries(table.columns).map(([name, type]) => [name, column(name, type)])),
    indices: Object.entries(table.indexes).map(([name, index]) => ({
      name,
      columns: [...index.columns],
      unique: index.unique,
    })),
  });
}
