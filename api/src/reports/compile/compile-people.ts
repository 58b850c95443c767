import { QUARTER_MS } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import { speakerOf } from '../../people/person-values';
import type { CompiledQuery } from './sheet-query';

/** What a row of people is by: when they were created, or an attribute, by the number that the store knows it by. */
export type PeopleKey = { by: 'created' } | { by: 'attribute'; id: number | null; type: 'text' | 'number' | 'date' };

export interface PeopleAsked {
  workspaceId: number;
  hideDeleted: boolean;
  /** The attribute that has the date of creation of imported people. */
  createdAttribute: number | null;
  /** Instants of the frame, and the midnights in UTC of its first day and of the one after its last; null for all time. */
  frame: { from: number; to: number; firstDay: number; endDay: number } | null;
  keys: readonly PeopleKey[];
}

/** The columns in which a key's value stands in an answer. */
export function valueColumns(at: number): { number: string; isDay: string; text: string } {
  return { number: `number_${at}`, isDay: `is_day_${at}`, text: `text_${at}` };
}

/**
 * How many people were created in the frame, by their values of the keys. Everybody counts once: most are a person of their
 * own, and those who were merged are one, with the values of whoever speaks for them.
 */
export function compilePeople(
  { workspaceId, hideDeleted, createdAttribute, frame, keys }: PeopleAsked,
  dialect: Pick<Dialect, 'by'>,
): CompiledQuery {
  const speaker = speakerOf(dialect);
  const attributes = keys.flatMap((key, at) => (key.by === 'attribute' ? [{ at, id: key.id ?? NONE }] : []));
  const groups = keys.flatMap((_, at) => Object.values(valueColumns(at)));
  const within = frame
    ? [
        '  WHERE (created_is_day = 0 AND created >= ? AND created < ?)',
        '    OR (created_is_day = 1 AND created >= ? AND created < ?)',
      ]
    : [];
  const text = [
    `SELECT ${[...groups, 'COUNT(*) AS people'].join(', ')} FROM (`,
    `  SELECT ${keys.map(valuesOf).join(',\n    ') || '1 AS everybody'}`,
    '  FROM (',
    '    SELECT p.*, COALESCE(p.told, c.number_value, p.heard) AS created,',
    '      CASE WHEN p.told IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day',
    '    FROM (',
    '      SELECT p.created_at AS told, p.first_at AS heard, p.person_id AS has_created',
    ...attributes.map(({ at }) => `        , p.person_id AS has_${at}`),
    '      FROM person AS p',
    '      LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id',
    '      WHERE p.workspace_id = ? AND i.person_id IS NULL',
    '      UNION ALL',
    `      SELECT MIN(p.created_at) AS told, MIN(p.first_at) AS heard, ${speaker} AS has_created`,
    ...attributes.map(({ at }) => `        , ${speaker} AS has_${at}`),
    '      FROM person_identity AS i',
    '      JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id',
    '      WHERE i.workspace_id = ?',
    `      GROUP BY i.workspace_id, i.root_id${hideDeleted ? ' HAVING MAX(i.deleted) = 0' : ''}`,
    '    ) AS p',
    `    ${joined('c', 'p.has_created')}`,
    '  ) AS people',
    ...attributes.map(({ at }) => `  ${joined(`a_${at}`, `has_${at}`)}`),
    ...within,
    `) AS valued${groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : ''}`,
  ].join('\n');
  const created = createdAttribute ?? NONE;
  const ids = attributes.map(({ id }) => id);
  return {
    text,
    parameters: [
      ...[workspaceId, created, ...ids, workspaceId],
      ...[created, ...ids].flatMap((id) => [workspaceId, id]),
      ...(frame ? [frame.from, frame.to, frame.firstDay, frame.endDay] : []),
    ],
  };
}

/** The number of no attribute. */
const NONE = 0;

function joined(name: string, has: string): string {
  return `LEFT JOIN person_attribute AS ${name} ON ${name}.workspace_id = ? AND ${name}.attribute_id = ? AND ${name}.person_id = ${has}`;
}

/** A key's value. Instants stand together by quarter hours, of which the days of every zone are made up. */
function valuesOf(key: PeopleKey, at: number): string {
  const { number, isDay, text } = valueColumns(at);
  if (key.by === 'created') {
    return `${quarterOf('created', 'created_is_day')} AS ${number}, created_is_day AS ${isDay}, NULL AS ${text}`;
  }
  const value = key.type === 'date' ? quarterOf(`a_${at}.number_value`, `a_${at}.is_day`) : `a_${at}.number_value`;
  return `${value} AS ${number}, a_${at}.is_day AS ${isDay}, a_${at}.text_value AS ${text}`;
}

function quarterOf(instant: string, isDay: string): string {
  const rest = `((${instant} % ${QUARTER_MS}) + ${QUARTER_MS}) % ${QUARTER_MS}`;
  return `CASE WHEN ${isDay} = 1 THEN ${instant} ELSE ${instant} - ${rest} END`;
}
