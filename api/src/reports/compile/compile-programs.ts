import type { CompiledQuery, ResolvedFilter } from './sheet-query';

/** Instants of a frame; null is open. */
interface Bounds {
  from: number | null;
  to: number | null;
}

interface OfPeople extends Bounds {
  workspaceId: number;
  hideDeleted: boolean;
}

/** The programs that a filter leaves: those that it names, and those in which any of what it names stands. */
export function compilePrograms(workspaceId: number, filter: ResolvedFilter): CompiledQuery {
  const conditions = ['p.workspace_id = ?'];
  const parameters: CompiledQuery['parameters'] = [workspaceId];
  const add = (text: string, ...values: CompiledQuery['parameters']) => {
    conditions.push(text);
    parameters.push(...values);
  };
  const holds = (table: 'smart_campaign' | 'asset', column: string, values: readonly string[]) => ({
    text: `p.id IN (SELECT h.program_id FROM ${table} AS h WHERE h.workspace_id = ? AND ${isIn(`h.${column}`, values)})`,
    values: [workspaceId, ...values],
  });
  const { programs, campaigns, assets, channels, named, withoutArchived } = filter;
  if (programs) add(isIn('p.id', programs), ...programs);
  for (const held of [
    campaigns && holds('smart_campaign', 'id', campaigns),
    assets && holds('asset', 'id', assets),
    channels && holds('asset', 'channel', channels),
  ]) {
    if (held) add(held.text, ...held.values);
  }
  if (named) {
    const either = [holds('smart_campaign', 'id', named.campaigns), holds('asset', 'id', named.assets)];
    add(`(${either.map(({ text }) => text).join(' OR ')})`, ...either.flatMap(({ values }) => values));
  }
  if (withoutArchived) add(`NOT (${isIn('p.id', withoutArchived.programs)})`, ...withoutArchived.programs);
  const text = `SELECT p.id, p.name, p.tags, p.success_statuses FROM program AS p WHERE ${conditions.join(' AND ')}`;
  return { text, parameters };
}

/**
 * How many people begin in the period, by where: `c` and a campaign, `p` and a program. Who was created begins there and
 * then, others with their first event; of merged people the first beginning is that of all.
 */
export function compileStarts({ workspaceId, hideDeleted, from, to }: OfPeople): CompiledQuery {
  const within = bounds('began', { from, to });
  const text = [
    'SELECT place, COUNT(*) AS people FROM (',
    '  SELECT COALESCE(p.created_at, p.first_at) AS began,',
    '    CASE WHEN p.created_at IS NULL THEN p.first_in ELSE p.created_in END AS place',
    '  FROM person AS p',
    '  LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id',
    '  WHERE p.workspace_id = ? AND i.person_id IS NULL',
    '  UNION ALL',
    '  SELECT COALESCE(s.created_at, s.first_at) AS began,',
    '    MIN(CASE WHEN s.created_at IS NULL THEN p.first_in ELSE p.created_in END) AS place',
    '  FROM (',
    '    SELECT i.root_id, MIN(p.created_at) AS created_at, MIN(p.first_at) AS first_at',
    '    FROM person_identity AS i',
    '    JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id',
    `    WHERE i.workspace_id = ? GROUP BY i.root_id${hideDeleted ? ' HAVING MAX(i.deleted) = 0' : ''}`,
    '  ) AS s',
    '  JOIN person_identity AS i ON i.workspace_id = ? AND i.root_id = s.root_id',
    '  JOIN person AS p ON p.workspace_id = i.workspace_id AND p.person_id = i.person_id',
    '  WHERE p.created_at = s.created_at OR (s.created_at IS NULL AND p.first_at = s.first_at)',
    '  GROUP BY s.root_id, s.created_at, s.first_at',
    ') AS starts',
    `WHERE ${['place IS NOT NULL', ...within.conditions].join(' AND ')} GROUP BY place`,
  ].join('\n');
  return { text, parameters: [workspaceId, workspaceId, workspaceId, ...within.parameters] };
}

export interface SuccessesAsked extends OfPeople {
  programs: readonly string[];
  /** The statuses that are a success, of programs that say so themselves. */
  own: ReadonlyMap<string, readonly string[]>;
  /** For the total, in which somebody counts once, instead of by program. */
  inAll: boolean;
}

/** How many different people first succeeded in a program in the period. */
export function compileSuccesses(asked: SuccessesAsked): CompiledQuery {
  const { workspaceId, hideDeleted, programs, own, inAll, from, to } = asked;
  const within = bounds('reached', { from, to });
  const rules = [...own].map(([id, statuses]) => ({
    text: `(s.program_id = ? AND ${isIn('s.status', statuses)})`,
    values: [id, ...statuses],
  }));
  const others =
    own.size === 0 ? 's.success = 1' : `(s.success = 1 AND NOT (${isIn('s.program_id', [...own.keys()])}))`;
  const text = [
    `SELECT ${inAll ? '' : 'program_id, '}COUNT(DISTINCT person) AS counted FROM (`,
    '  SELECT s.program_id, COALESCE(i.root_id, s.person_id) AS person, MIN(s.happened_at) AS reached,',
    '    MAX(COALESCE(i.deleted, 0)) AS deleted',
    '  FROM program_status AS s',
    '  LEFT JOIN person_identity AS i ON i.workspace_id = s.workspace_id AND i.person_id = s.person_id',
    `  WHERE s.workspace_id = ? AND ${isIn('s.program_id', programs)}`,
    `    AND (${[...rules.map((rule) => rule.text), others].join(' OR ')})`,
    '  GROUP BY s.program_id, COALESCE(i.root_id, s.person_id)',
    ') AS successes',
    `WHERE ${['1 = 1', ...(hideDeleted ? ['deleted = 0'] : []), ...within.conditions].join(' AND ')}`,
    ...(inAll ? [] : ['GROUP BY program_id']),
  ].join('\n');
  return {
    text,
    parameters: [
      ...[workspaceId, ...programs],
      ...rules.flatMap(({ values }) => values),
      ...own.keys(),
      ...within.parameters,
    ],
  };
}

/** What was entered for months that begin in the period, by program, in hundredths. */
export function compileCosts(workspaceId: number, firstDay: string | null, lastDay: string | null): CompiledQuery {
  const months = firstDay !== null && lastDay !== null ? [firstMonth(firstDay), lastDay.slice(0, 7)] : [];
  const within = months.length > 0 ? ' AND month >= ? AND month <= ?' : '';
  return {
    text: `SELECT program_id, SUM(amount) AS amount FROM program_cost WHERE workspace_id = ?${within} GROUP BY program_id`,
    parameters: [workspaceId, ...months],
  };
}

/** The first month that begins on a day or after it. */
function firstMonth(day: string): string {
  if (day.endsWith('-01')) return day.slice(0, 7);
  const date = new Date(`${day}T00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 7);
}

function bounds(column: string, { from, to }: Bounds): { conditions: string[]; parameters: number[] } {
  return {
    conditions: [...(from === null ? [] : [`${column} >= ?`]), ...(to === null ? [] : [`${column} < ?`])],
    parameters: [from, to].filter((at) => at !== null),
  };
}

function isIn(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN (${values.map(() => '?').join(', ')})`;
}
