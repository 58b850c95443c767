import { AUDIENCES, COUNTERS, EXTREMES, GRAINS, HUMAN_TWINS, TALLY_BASES, type Counter } from '@tallysheet/contract';
import type { Block, LocalRun, LocalTime, TimePart } from '@tallysheet/report-model';
import { columnOf } from '../../database/facts/fact-table';
import { TALLY } from '../../database/facts/fact-tables';
import { storedCounters, type ByKey, type CompiledQuery, type SheetQuery } from './sheet-query';

/**
 * The one statement behind a sheet: tallies of the frame added up per campaign and asset, then joined to their names.
 * Identifiers come from definitions only, values are parameters, and the workspace stands in every part. `byKey` is how the
 * store is told to read tallies by their key.
 */
export function compileSheet(query: SheetQuery, byKey: ByKey): CompiledQuery {
  const counters = storedCounters(query.counters);
  const wantsYoung = query.counters.includes('pendingYoung');
  const scans = [
    ...query.frame.map((block) => scan(query, block, counters, 'frame', byKey)),
    ...(wantsYoung ? query.young.map((block) => scan(query, block, counters, 'young', byKey)) : []),
  ];
  const filter = assetConditions(query);
  const text = [
    'SELECT c.id AS campaign_id, c.name AS campaign_name, c.campaign_type, c.program_id AS program_id,',
    '  cp.name AS campaign_program, cp.tags AS campaign_tags,',
    '  a.id AS asset_id, a.name AS asset_name, a.channel, a.subject, a.from_name, a.open_tracking,',
    '  ap.name AS asset_program, ap.tags AS asset_tags, t.*',
    'FROM (',
    `  SELECT ${keys(query)}, ${sums(query, counters)}`,
    '  FROM (',
    scans.map((each) => `    ${each.text}`).join('\n    UNION ALL\n'),
    '  ) AS scanned',
    `  GROUP BY ${keys(query)}`,
    // What counts nowhere in a row of time still has its part in the rows above (`withTimes`).
    ...(query.timeParts.length > 0 ? [] : ['  HAVING SUM(present) > 0']),
    ') AS t',
    'JOIN smart_campaign AS c ON c.workspace_id = ? AND c.campaign_key = t.campaign_key',
    'JOIN asset AS a ON a.workspace_id = ? AND a.asset_key = t.asset_key',
    'LEFT JOIN program AS cp ON cp.workspace_id = ? AND cp.id = c.program_id',
    'LEFT JOIN program AS ap ON ap.workspace_id = ? AND ap.id = a.program_id',
    `WHERE ${filter.text}`,
    `ORDER BY ${['c.campaign_key', 'a.asset_key', ...timeColumns(query).map((name) => `t.${name}`)].join(', ')}`,
  ].join('\n');
  const workspace = query.workspaceId;
  const joins = [workspace, workspace, workspace, workspace];
  return { text, parameters: [...scans.flatMap((each) => each.parameters), ...joins, ...filter.parameters] };
}

/** How the parts of local time are found in a slot, in quarter hours; the clocks' offset is in each of them twice. */
const LOCAL: Record<TimePart, { text: string; quarters: number }> = {
  day: { text: 'slot + ? - (slot + ?) % 96', quarters: 96 },
  weekday: { text: '(slot + ? - (slot + ?) % 96 + 288) % 672', quarters: 96 },
  hour: { text: '(slot + ?) % 96 - (slot + ?) % 4', quarters: 4 },
};

function timeColumnOf(part: TimePart): string {
  return `local_${part}`;
}

function timeColumns(query: SheetQuery): string[] {
  return query.timeParts.map(timeColumnOf);
}

function keys(query: SheetQuery): string {
  return ['campaign_key', 'asset_key', ...timeColumns(query)].join(', ');
}

/** The local time that an answer row is about. */
export function localTimeIn(row: Readonly<Record<string, unknown>>, query: SheetQuery): LocalTime {
  return Object.fromEntries(
    query.timeParts.map((part) => [part, Number(row[timeColumnOf(part)]) / LOCAL[part].quarters]),
  );
}

/** One run of slots, added up. In `young` only the pending messages are read, so that nothing counts twice. */
function scan(
  query: SheetQuery,
  block: Block | LocalRun,
  counters: readonly Counter[],
  part: 'frame' | 'young',
  byKey: ByKey,
): CompiledQuery {
  const inFrame = part === 'frame';
  const offsetFor = (part: TimePart) => ('offset' in block ? block[part === 'hour' ? 'offset' : 'dayOffset'] : 0);
  const columns = [
    ...query.timeParts.map((part) => `${LOCAL[part].text} AS ${timeColumnOf(part)}`),
    ...counters.map((counter) => named(inFrame ? `SUM(${columnOf(counter)})` : '0', counter)),
    ...(query.counters.includes('pendingYoung') ? [`${inFrame ? '0' : 'SUM(pending)'} AS pending_young`] : []),
    ...query.extremes.map((extreme) =>
      named(inFrame ? `${EXTREMES[extreme].toUpperCase()}(${columnOf(extreme)})` : 'NULL', extreme),
    ),
    `${inFrame ? `SUM(${presence(query)})` : '0'} AS present`,
  ];
  const text =
    `SELECT campaign_key, asset_key, ${columns.join(', ')} FROM tally ${byKey(TALLY.name)} ` +
    `WHERE workspace_id = ? AND audience IN (${query.audiences.map(() => '?').join(', ')}) AND basis = ? AND grain = ? ` +
    `AND slot >= ? AND slot < ? GROUP BY ${keys(query)}`;
  return {
    text,
    parameters: [
      ...query.timeParts.flatMap((part) => [offsetFor(part), offsetFor(part)]),
      query.workspaceId,
      ...query.audiences.map((audience) => AUDIENCES.indexOf(audience)),
      TALLY_BASES.indexOf(query.basis),
      GRAINS.indexOf(block.grain),
      block.from,
      block.to,
    ],
  };
}

/** Counters of notes and of the open rate's parts: where they count, one of the others does. */
const TELLS_NOTHING_NEW: ReadonlySet<Counter> = new Set([
  ...Object.values(HUMAN_TWINS),
  'deliveredTracked',
  'openedTracked',
  'noSendRecord',
  'repeatSends',
  'noRepeatKey',
]);

/**
 * A row exists when a message counts in it in the way asked for: in `sent` every message counts in `initial`, in
 * `activity` in some counter, with `humanOnly` in the human twin of those that have one.
 */
export function presenceCounters({ basis, humanOnly }: SheetQuery): Counter[] {
  if (basis === 'sent') return ['initial'];
  const telling = COUNTERS.filter((counter) => !TELLS_NOTHING_NEW.has(counter));
  return telling.map((counter) => (humanOnly && HUMAN_TWINS[counter]) || counter);
}

/** Their sum in SQL; `table` stands before each column. */
export function presence(query: SheetQuery, table = ''): string {
  return presenceCounters(query)
    .map((counter) => table + columnOf(counter))
    .join(' + ');
}

function sums(query: SheetQuery, counters: readonly Counter[]): string {
  return [
    ...counters.map((counter) => named(`SUM(${columnOf(counter)})`, counter)),
    ...(query.counters.includes('pendingYoung') ? ['SUM(pending_young) AS pending_young'] : []),
    ...query.extremes.map((extreme) => named(`${EXTREMES[extreme].toUpperCase()}(${columnOf(extreme)})`, extreme)),
    ...(query.timeParts.length > 0 ? ['SUM(present) AS present'] : []),
  ].join(', ');
}

export function named(expression: string, id: string): string {
  return `${expression} AS ${columnOf(id)}`;
}

/** Lists join with "or" inside and with "and" between. */
export function assetConditions({ channel, filter }: SheetQuery): CompiledQuery {
  const conditions = [channel ? 'a.channel = ?' : '1 = 1'];
  const parameters: string[] = channel ? [channel] : [];
  const among = (column: string, values: readonly string[] | undefined) => {
    if (!values) return;
    conditions.push(isIn(column, values));
    parameters.push(...values);
  };
  among('c.program_id', filter.programs);
  among('c.id', filter.campaigns);
  among('a.id', filter.assets);
  among('a.channel', filter.channels);
  if (filter.named) {
    const { campaigns, assets } = filter.named;
    conditions.push(`(${isIn('c.id', campaigns)} OR ${isIn('a.id', assets)})`);
    parameters.push(...campaigns, ...assets);
  }
  if (filter.withoutArchived) {
    const { campaigns = [], assets = [] } = filter;
    const { programs } = filter.withoutArchived;
    conditions.push(`(c.archived = 0 OR ${isIn('c.id', campaigns)})`, `(a.archived = 0 OR ${isIn('a.id', assets)})`);
    conditions.push(`NOT (${isIn('c.program_id', programs)})`);
    parameters.push(...campaigns, ...assets, ...programs);
  }
  return { text: conditions.join(' AND '), parameters };
}

function isIn(column: string, values: readonly string[]): string {
  return values.length === 0 ? '1 = 0' : `${column} IN (${values.map(() => '?').join(', ')})`;
}
