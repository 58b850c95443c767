import type { QueryRunner } from 'typeorm';
import { textKey } from '../../people/stored-value';
import { addColumn, createTable, fillByWork, type Migration } from './migration';

const ROWS_PER_READ = 1000;

/** Texts as they are compared, and saved smart lists. */
export const smartLists: Migration[] = [
  addColumn(1764200000001, { table: 'person_attribute', column: 'text_key', type: 'text' }),
  fillByWork(1764200000002, 'person_attribute_text_key', fillTextKeys),
  createTable(1764200000003, 'smart_list', [
    'workspace_id $int NOT NULL',
    'id varchar(36) NOT NULL',
    'name varchar(255) NOT NULL',
    'smart_list_json text NOT NULL',
    'created_at bigint NOT NULL',
    'updated_at bigint NOT NULL',
    'PRIMARY KEY (workspace_id, id)',
  ]),
];

interface Row {
  workspace_id: number;
  attribute_id: number;
  person_id: Uint8Array;
  text_value: string;
}

async function fillTextKeys(runner: QueryRunner): Promise<void> {
  for (;;) {
    const rows = (await runner.query(
      'SELECT workspace_id, attribute_id, person_id, text_value FROM person_attribute ' +
        `WHERE text_value IS NOT NULL AND text_key IS NULL LIMIT ${ROWS_PER_READ}`,
    )) as Row[];
    for (const row of rows) {
      await runner.query(
        'UPDATE person_attribute SET text_key = ? WHERE workspace_id = ? AND attribute_id = ? AND person_id = ?',
        [textKey(row.text_value), row.workspace_id, row.attribute_id, row.person_id],
      );
    }
    if (rows.length < ROWS_PER_READ) return;
  }
}
