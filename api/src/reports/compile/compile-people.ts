import { QUARTER_MS } from '@tallysheet/counting';
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
 * own, and those who were merged are one, with the values of the one of them who comes first and has any.
 */
export function compilePeople({ workspaceId, hideDeleted, createdAttribute, frame, keys }: PeopleAsked): CompiledQuery {
  const attributes = keys.flatMap((key, at) => (key.by === 'attribute' ? [{ at, id: key.id ?? NONE }] : []));
  const groups = keys.flatMap((_, at) => Object.values(valueColumns(at)));
  const within = frame
    ? [
        'WHERE (created_is_day = 0 AND created >= ? AND created < ?) OR (created_is_day = 1 AND created >= ? AND created < ?)',
      ]
    : [];
  const text = [
    `SELECT ${[...groups, 'COUNT(*) AS people'].join(', ')} FROM (`,
    `  SELECT ${keys.map(valuesOf).join(',\n    ') || '1 AS everybody'}`,
    '  FROM (',
    '    SELECT',
    ...attributes.map(({ at }) => `      p.person_id AS has_${at},`),
    '      COALESCE(p.created_at, c.number_value, p.first_at) AS created,',
    '      CASE WHEN p.created_at IS NULL AND c.is_day = 1 THEN 1 ELSE 0 END AS created_is_day',
    '    FROM person AS p',
    `    ${CREATED}`,
    '    LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id',
    '    WHERE p.workspace_id = ? AND i.person_id IS NULL',
    '    UNION ALL',
    '    SELECT',
    ...attributes.map(({ at }) => `      ${FIRST_WITH_VALUE} AS has_${at},`),
    '      COALESCE(MIN(p.created_at), MIN(c.number_value), MIN(p.first_at)) AS created,',
    '      CASE WHEN MIN(p.created_at) IS NULL',
    '        AND MIN(c.number_value) = MIN(CASE WHEN c.is_day = 1 THEN c.number_value END) THEN 1 ELSE 0 END AS created_is_day',
    '    FROM person_identity AS i',
    '    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id',
    `    ${CREATED}`,
    '    WHERE i.workspace_id = ?',
    `    GROUP BY i.workspace_id, i.root_id${hideDeleted ? ' HAVING MAX(i.deleted) = 0' : ''}`,
    '  ) AS people',
    ...attributes.map(
      ({ at }) =>
        `  LEFT JOIN person_attribute AS a_${at} ON a_${at}.workspace_id = ? AND a_${at}.attribute_id = ? ` +
        `AND a_${at}.person_id = has_${at}`,
    ),
    ...within.map((condition) => `  ${condition}`),
    `) AS valued${groups.length > 0 ? ` GROUP BY ${groups.join(', ')}` : ''}`,
  ].join('\n');
  const created = createdAttribute ?? NONE;
  return {
    text,
    parameters: [
      ...[created, workspaceId],
      ...[...attributes.map(({ id }) => id), created, workspaceId],
      ...attributes.flatMap(({ id }) => [workspaceId, id]),
      ...(frame ? [frame.from, frame.to, frame.firstDay, frame.endDay] : []),
    ],
  };
}

/** The number of no attribute. */
const NONE = 0;

const CREATED =
  'LEFT JOIN person_attribute AS c ON c.workspace_id = p.workspace_id AND c.attribute_id = ? AND c.person_id = p.person_id';

const FIRST_WITH_VALUE =
  '(SELECT MIN(j.person_id) FROM person_identity AS j JOIN person_attribute AS v ON v.workspace_id = j.workspace_id ' +
  'AND v.person_id = j.person_id WHERE j.workspace_id = i.workspace_id AND j.root_id = i.root_id AND v.attribute_id = ?)';

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
