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
export function compileListCounts(query: SheetQuery, list: CompiledList, ground: ListGround): CompiledQuery {
  const frame = instantsOf(query);
  const isBounded = frame.from !== null || frame.to !== null;
  const messages =
    query.basis === 'activity' && isBounded ? touched(query, frame, ground) : standing(query, 'm.anchor_at', frame);
  const isIn = `CASE WHEN ${isListed(list)} THEN 1 ELSE 0 END`;
  const text = [
    'SELECT COUNT(*) AS messages, COALESCE(SUM(is_in), 0) AS messages_in, COUNT(DISTINCT person_id) AS people,',
    '  COUNT(DISTINCT CASE WHEN is_in = 1 THEN person_id END) AS people_in',
    'FROM (',
    `  SELECT counted.person_id, ${isIn} AS is_in FROM (`,
    messages.text,
    '  ) AS counted',
    listJoin(list, 'counted'),
    ') AS told',
  ].join('\n');
  return { text, parameters: [...messages.parameters, ...list.parameters] };
}

/** How many messages of a list were sent in the frame, and when the last of them was. */
export function compileListedSends(query: SheetQuery, list: CompiledList): CompiledQuery {
  const messages = standing(query, 'm.sent_at', instantsOf(query));
  const text = [
    'SELECT COUNT(*) AS sent, MAX(counted.at) AS latest FROM (',
    messages.text,
    '  ) AS counted',
    listJoin(list, 'counted'),
    `WHERE ${isListed(list)}`,
  ].join('\n');
  return { text, parameters: [...messages.parameters, ...list.parameters] };
}

function listJoin(list: CompiledList, table: string): string {
  return `LEFT JOIN (\n${list.text}\n) AS listed ON listed.person_id = ${table}.person_id`;
}

function isListed({ everybodyElse }: CompiledList): string {
  return everybodyElse ? 'listed.person_id IS NULL' : 'listed.person_id IS NOT NULL';
}

/** Messages by one of their own moments. */
function standing(query: SheetQuery, moment: string, frame: Bounds): CompiledQuery {
  const inTime = within(moment, frame);
  const asked = ofSheet(query);
  const text = [
    `    SELECT m.person_id, ${moment} AS at FROM campaign_asset AS p`,
    ...joinNames('p'),
    '    JOIN message AS m ON m.workspace_id = p.workspace_id AND m.campaign_key = p.campaign_key AND m.asset_key = p.asset_key',
    `    WHERE p.workspace_id = ? AND ${[`${moment} IS NOT NULL`, inTime.text, asked.text].filter(Boolean).join(' AND ')}`,
  ].join('\n');
  return { text, parameters: [query.workspaceId, ...inTime.parameters, ...asked.parameters] };
}

/** Messages by what happened to them. */
function touched(query: SheetQuery, frame: Bounds, ground: ListGround): CompiledQuery {
  const inTime = eventsWithin(frame, ground);
  const asked = ofSheet(query);
  const text = [
    '    SELECT DISTINCT m.campaign_key, m.asset_key, m.person_id, m.send_key FROM event AS e',
    `    ${ofMessage(ground.rules)}`,
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

/** How many people a list has in it, of all who are known and not deleted. */
export function compilePeopleCount(list: CompiledList, workspaceId: number): CompiledQuery {
  const text = [
    `SELECT COUNT(*) AS people, COALESCE(SUM(CASE WHEN ${isListed(list)} THEN 1 ELSE 0 END), 0) AS people_in FROM (`,
    '  SELECT DISTINCT COALESCE(i.root_id, p.person_id) AS person_id FROM person AS p',
    '  LEFT JOIN person_identity AS i ON i.workspace_id = p.workspace_id AND i.person_id = p.person_id',
    '  WHERE p.workspace_id = ? AND COALESCE(i.deleted, 0) = 0',
    ') AS known',
    listJoin(list, 'known'),
  ].join('\n');
  return { text, parameters: [workspaceId, ...list.parameters] };
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
  const isBounded = frame.from !== null || frame.to !== null;
  const pair = 'workspace_id = ? AND campaign_key = ? AND asset_key = ? AND person_id > ?';
  const key = [query.workspaceId, campaignKey, assetKey, after];
  if (query.basis === 'activity' && isBounded) {
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
