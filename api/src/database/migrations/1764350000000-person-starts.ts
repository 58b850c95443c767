import { EVENT_KINDS, type EventKind } from '@tallysheet/contract';
import { mysql, sqlite, type Dialect } from '../dialect';
import { addColumn, fill, type Migration } from './migration';

const place = (kind: EventKind) => EVENT_KINDS.indexOf(kind);
const CREATED = place('personCreated');
const STARTS = `e.test = 0 AND e.kind NOT IN (${place('personMerged')}, ${place('personDeleted')})`;

/** Everybody who is stored has a row: whatever is inserted is merged into it. */
function merged(dialect: Dialect['name'], column: string): string {
  const key = ['workspace_id', 'person_id'];
  return (dialect === 'sqlite' ? sqlite : mysql).merge(key, { [column]: 'set' });
}

function into(column: string): string {
  return `INSERT INTO person (workspace_id, person_id, person_key, ${column}) SELECT e.workspace_id, e.person_id, ''`;
}

/** The earliest moment of one kind of start. */
function moments(column: string, kinds: string): (dialect: Dialect['name']) => string {
  return (dialect) =>
    `${into(column)}, MIN(e.happened_at) FROM event AS e WHERE ${STARTS} AND ${kinds} ` +
    `GROUP BY e.workspace_id, e.person_id ${merged(dialect, column)}`;
}

/** Where that moment was. */
function places(column: string, at: string, kinds: string): (dialect: Dialect['name']) => string {
  return (dialect) => {
    const place =
      dialect === 'sqlite'
        ? `COALESCE('c' || c.id, 'p' || json_extract(e.details, '$.program.id'))`
        : `COALESCE(CONCAT('c', c.id), CONCAT('p', JSON_UNQUOTE(JSON_EXTRACT(e.details, '$.program.id'))))`;
    return (
      `${into(column)}, MIN(${place}) FROM event AS e ` +
      'JOIN person AS p ON p.workspace_id = e.workspace_id AND p.person_id = e.person_id ' +
      `AND p.${at} = e.happened_at ` +
      'LEFT JOIN smart_campaign AS c ON c.workspace_id = e.workspace_id AND c.campaign_key = e.campaign_key ' +
      `WHERE ${STARTS} AND ${kinds} GROUP BY e.workspace_id, e.person_id ${merged(dialect, column)}`
    );
  };
}

/** When people were created and first heard of, and where. */
export const personStarts: Migration[] = [
  addColumn(1764350000001, { table: 'person', column: 'created_at', type: '$big' }),
  addColumn(1764350000002, { table: 'person', column: 'created_in', type: 'text' }),
  addColumn(1764350000003, { table: 'person', column: 'first_at', type: '$big' }),
  addColumn(1764350000004, { table: 'person', column: 'first_in', type: 'text' }),
  fill(1764350000005, 'person_created_at', moments('created_at', `e.kind = ${CREATED}`)),
  fill(1764350000006, 'person_created_in', places('created_in', 'created_at', `e.kind = ${CREATED}`)),
  fill(1764350000007, 'person_first_at', moments('first_at', `e.kind <> ${CREATED}`)),
  fill(1764350000008, 'person_first_in', places('first_in', 'first_at', `e.kind <> ${CREATED}`)),
];
