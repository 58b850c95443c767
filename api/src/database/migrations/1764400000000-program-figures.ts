import { EVENT_KINDS } from '@tallysheet/contract';
import { mysql, sqlite } from '../dialect';
import { PROGRAM_STATUS } from '../facts/person-tables';
import { addColumn, createTable, fill, type Migration } from './migration';

const CHANGED = EVENT_KINDS.indexOf('programStatusChanged');

/** What programs cost, and which statuses people got in them. */
export const programFigures: Migration[] = [
  createTable(1764400000001, 'program_cost', [
    'workspace_id $int NOT NULL',
    'program_id varchar(128) NOT NULL',
    'month varchar(7) NOT NULL',
    'amount bigint NOT NULL',
    'PRIMARY KEY (workspace_id, program_id, month)',
  ]),
  addColumn(1764400000002, { table: 'program', column: 'success_statuses', type: 'text' }),
  createTable(
    1764400000003,
    'program_status',
    [
      'workspace_id $int NOT NULL',
      'program_id $id NOT NULL',
      'happened_at $big NOT NULL',
      'source_id $int NOT NULL',
      'event_hash $hash NOT NULL',
      'person_id $hash NOT NULL',
      'status text',
      'success $tiny NOT NULL',
      'PRIMARY KEY (workspace_id, program_id, happened_at, source_id, event_hash)',
    ],
    'keyed',
  ),
  fill(1764400000004, 'program_status', (dialect) => {
    const path = (name: string) =>
      dialect === 'sqlite' ? `json_extract(details, '$.${name}')` : `JSON_UNQUOTE(JSON_EXTRACT(details, '$.${name}'))`;
    // SQLite reads `true` as 1, the others as text.
    const success = `CASE WHEN ${path('status.success')} IN ${dialect === 'sqlite' ? '(1)' : "('true')"} THEN 1 ELSE 0 END`;
    return (
      'INSERT INTO program_status ' +
      '(workspace_id, program_id, happened_at, source_id, event_hash, person_id, status, success) ' +
      `SELECT workspace_id, ${path('program.id')}, happened_at, source_id, event_hash, person_id, ` +
      `${path('status.name')}, ${success} FROM event ` +
      `WHERE kind = ${CHANGED} AND test = 0 AND ${path('program.id')} IS NOT NULL ` +
      (dialect === 'sqlite' ? sqlite : mysql).merge(PROGRAM_STATUS.key, { success: 'set' })
    );
  }),
];
