import { AUDIENCES } from '@tallysheet/contract';
import { QUARTER_MS } from '@tallysheet/counting';
import type { Bounds } from '@tallysheet/report-model';
import type { CompiledList } from './compile-smart-list';
import { assetConditions } from './compile-sheet';
import { eventsWithin, ofMessage, within } from './event-conditions';
import type { ListGround } from './list-test';
import type { CompiledQuery, SheetQuery } from './sheet-query';

/** The instants of a query's frame; both null for all time. */
export function instantsOf({ frame }: Pick<SheetQuery, 'frame'>): Bounds {
  if (frame.some(({ grain }) => grain === 'all')) return { from: null, to: null };
  return {
    from: Math.min(...frame.map(({ from }) => from)) * QUARTER_MS,
    to: Math.min(Math.max(...frame.map(({ to }) => to)) * QUARTER_MS, Number.MAX_SAFE_INTEGER),
  };
}

/**
 * How many messages and people a sheet would count without its smart list, and how many of them are in it: by date of
 * sending the messages that stand in the frame, by date of activity those to which anything happened in it.
 */
export function compileListCounts(
  query: SheetQuery,
  list: CompiledList,
  ground: ListGround,
  by: (index: string) => string,
): CompiledQuery {
  const frame = instantsOf(query);
  const isTouched = query.basis === 'activity' && isBounded(frame);
  const messages = isTouched ? touched(query, frame, ground) : standing(query, frame, by);
  const people = judged(messages, list);
  const text = [
    'SELECT COALESCE(SUM(messages), 0) AS messages, COALESCE(SUM(is_in * messages), 0) AS messages_in,',
    '  COUNT(*) AS people, COALESCE(SUM(is_in), 0) AS people_in',
    `FROM (\n${people.text}\n) AS told`,
  ].join('\n');
  return { text, parameters: people.parameters };
}

/** How many messages of a list were sent in the frame, and when the last of them was. */
export function compileListedSends(
  query: SheetQuery,
  list: CompiledList,
  by: (index: string) => string,
): CompiledQuery {
  const people = judged(standing(query, instantsOf(query), by, 'm.sent_at IS NOT NULL'), list);
  const text = [
    'SELECT COALESCE(SUM(messages), 0) AS sent, MAX(latest) AS latest',
    `FROM (\n${people.text}\n) AS told WHERE is_in = 1`,
  ].join('\n');
  return { text, parameters: people.parameters };
}

/** How many people a list has in it, of all who are known and not deleted. */
export function compilePeopleCount(list: CompiledList, workspaceId: number): CompiledQuery {
  const known = [
    '    SELECT COALESCE(i.root_id, p.person_id) AS person_id, 0 AS at FROM person AS p',
    '    LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id',
    '    WHERE p.workspace_id = ? AND COALESCE(i.deleted, 0) = 0',
  ].join('\n');
  const people = judged({ text: known, parameters: [workspaceId] }, list);
  const text = `SELECT COUNT(*) AS people, COALESCE(SUM(is_in), 0) AS people_in\nFROM (\n${people.text}\n) AS told`;
  return { text, parameters: people.parameters };
}

/**
 * The people of these messages, how many each has, and whether they are in a list. Both are sorted by person together:
 * stores that join what a statement has made look for each row in all of it.
 */
function judged(messages: CompiledQuery, list: CompiledList): CompiledQuery {
  const text = [
    `  SELECT person_id, SUM(is_message) AS messages, MAX(at) AS latest, MAX(is_found) = ${list.everybodyElse ? 0 : 1} AS is_in`,
    '  FROM (',
    `    SELECT person_id, at, 1 AS is_message, 0 AS is_found FROM (\n${messages.text}\n    ) AS counted`,
    '    UNION ALL',
    `    SELECT person_id, 0 AS at, 0 AS is_message, 1 AS is_found FROM (\n${list.text}\n    ) AS listed`,
    '  ) AS gathered GROUP BY person_id HAVING SUM(is_message) > 0',
  ].join('\n');
  return { text, parameters: [...messages.parameters, ...list.parameters] };
}

function isBounded({ from, to }: Bounds): boolean {
  return from !== null || to !== null;
}

/** Messages by where they stand; a message that was sent stands where it was (rule 2). */
function standing(query: SheetQuery, frame: Bounds, by: (index: string) => string, only?: string): CompiledQuery {
  const inTime = within('m.anchor_at', frame);
  const asked = ofSheet(query);
  const text = [
    '    SELECT m.person_id, m.anchor_at AS at FROM campaign_asset AS p',
    ...joinNames('p'),
    // SQLite reads what stands before CROSS first: campaigns and assets, and of each the messages of the period.
    `    CROSS JOIN message AS m ${isBounded(frame) ? by('message_anchor') : ''}`.trimEnd(),
    '      ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key',
    `    WHERE p.workspace_id = ? AND ${[only ?? 'm.anchor_at IS NOT NULL', inTime.text, asked.text].filter(Boolean).join(' AND ')}`,
  ].join('\n');
  return { text, parameters: [query.workspaceId, ...inTime.parameters, ...asked.parameters] };
}

/** Messages by what happened to them. */
function touched(query: SheetQuery, frame: Bounds, ground: ListGround): CompiledQuery {
  const inTime = eventsWithin(frame, ground);
  const asked = ofSheet(query);
  const text = [
    '    SELECT DISTINCT m.campaign_key, m.asset_key, m.person_id, m.send_key, m.anchor_at AS at FROM event AS e',
    `    ${ofMessage(ground)}`,
    ...joinNames('e'),
    `    WHERE ${inTime.text} AND m.anchor_at IS NOT NULL AND ${asked.text}`,
  ].join('\n');
  return { text, parameters: [...inTime.parameters, ...asked.parameters] };
}

const joinNames = (table: string) => [
  `    JOIN smart_campaign AS c ON c.workspace_id = ${table}.workspace_id AND c.campaign_key = ${table}.campaign_key`,
  `    JOIN asset AS a ON a.workspace_id = ${table}.workspace_id AND a.asset_key = ${table}.asset_key`,
];

/** Whose messages, and of what. */
function ofSheet(query: SheetQuery): CompiledQuery {
  const filter = assetConditions(query);
  return {
    text: `m.audience IN (${query.audiences.map(() => '?').join(', ')}) AND ${filter.text}`,
    parameters: [...query.audiences.map((audience) => AUDIENCES.indexOf(audience)), ...filter.parameters],
  };
}

/** The next people of one campaign × asset, by id, whose messages may count in the frame. */
export function compileListedPeople(
  query: SheetQuery,
  { campaignKey, assetKey }: { campaignKey: number; assetKey: number },
  after: Uint8Array,
  limit: number,
  by: (index: string) => string,
): CompiledQuery {
  const frame = instantsOf(query);
  const pair = 'workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ?';
  const key = [query.workspaceId, campaignKey, assetKey, after];
  if (query.basis === 'activity' && isBounded(frame)) {
    const inTime = within('happened_at', frame);
    const text =
      `SELECT DISTINCT person_id FROM event ${by('event_message')} WHERE ${pair} AND ${inTime.text} ` +
      'ORDER BY person_id LIMIT ?';
    return { text, parameters: [...key, ...inTime.parameters, limit] };
  }
  const inTime = within('anchor_at', frame);
  const isThere = ['anchor_at IS NOT NULL', inTime.text].filter(Boolean).join(' AND ');
  const text =
    `SELECT DISTINCT person_id FROM message WHERE ${pair} AND ${isThere} ` +
    `AND audience IN (${query.audiences.map(() => '?').join(', ')}) ORDER BY person_id LIMIT ?`;
  const audiences = query.audiences.map((audience) => AUDIENCES.indexOf(audience));
  return { text, parameters: [...key, ...inTime.parameters, ...audiences, limit] };
}
