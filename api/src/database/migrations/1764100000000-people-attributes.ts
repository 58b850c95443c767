import { createIndex, createTable, type Migration } from './migration';

/** The tables of what is known of people. */
export const peopleAttributes: Migration[] = [
  createTable(1764100000001, 'attribute', [
    'id $auto',
    'workspace_id $int NOT NULL',
    'name_key varchar(512) NOT NULL',
    'name varchar(128) NOT NULL',
    'type varchar(16) NOT NULL',
    'created_at bigint NOT NULL',
  ]),
  createIndex(1764100000002, {
    name: 'attribute_name',
    table: 'attribute',
    columns: ['workspace_id', 'name_key'],
    unique: true,
  }),
  createTable(
    1764100000003,
    'person_attribute',
    [
      'workspace_id $int NOT NULL',
      'attribute_id $int NOT NULL',
      'person_id $hash NOT NULL',
      'number_value $number',
      'is_day $tiny NOT NULL',
      'text_value text',
      'PRIMARY KEY (workspace_id, attribute_id, person_id)',
    ],
    'keyed',
  ),
];
