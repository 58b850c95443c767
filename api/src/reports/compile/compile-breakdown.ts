import { AUDIENCES, GRAINS, TALLY_BASES, type Counter } from '@tallysheet/contract';
import type { Block, BreakdownLevel } from '@tallysheet/report-model';
import { columnOf } from '../../database/facts/fact-table';
import { TALLY } from '../../database/facts/fact-tables';
import { BREAKDOWN_TABLES } from '../../ingest/breakdown.repository';
import { assetConditions, named, presenceCounters } from './compile-sheet';
import { storedCounters, type ByKey, type CompiledQuery, type SheetQuery } from './sheet-query';

const COLUMNS: Record<BreakdownLevel, string> = { link: 'link_id', domain: 'domain' };

/** Which of a sheet's counters a breakdown has. */
export function countersAt(query: Pick<SheetQuery, 'counters'>, level: BreakdownLevel): Counter[] {
  return storedCounters(query.counters).filter((counter) => BREAKDOWN_TABLES[level].counters.includes(counter));
}

/** The counters of which one counts where there is a row. */
export function presenceAt(query: SheetQuery, level: BreakdownLevel): Counter[] {
  if (level === 'link') return [query.humanOnly ? 'totalClicksHuman' : 'totalClicks'];
  return presenceCounters(query);
}

/** What each link or domain adds up to in runs of whole days, by campaign and asset. */
export function compileBreakdown(
  query: SheetQuery,
  level: BreakdownLevel,
  days: readonly Block[],
  byKey: ByKey,
): CompiledQuery {
  const { name: table } = BREAKDOWN_TABLES[level].table;
  const column = COLUMNS[level];
  const counters = countersAt(query, level);
  const filter = assetConditions(query);
  const runs = days.map(() => '(t.grain = ? AND t.slot >= ? AND t.slot < ?)').join(' OR ');
  const isThere = presenceAt(query, level).map((counter) => `t.${columnOf(counter)}`);
  const text = [
    `SELECT t.campaign_key, t.asset_key, t.${column} AS name,`,
    `  ${counters.map((counter) => named(`SUM(t.${columnOf(counter)})`, counter)).join(', ')}`,
    `FROM ${table} AS t ${byKey(table)}`,
    'JOIN smart_campaign AS c ON c.workspace_id = t.workspace_id AND c.campaign_key = t.campaign_key',
    'JOIN asset AS a ON a.workspace_id = t.workspace_id AND a.asset_key = t.asset_key',
    `WHERE t.workspace_id = ? AND t.audience IN (${query.audiences.map(() => '?').join(', ')}) AND t.basis = ?`,
    `  AND (${runs}) AND ${filter.text}`,
    `GROUP BY t.campaign_key, t.asset_key, t.${column}`,
    `HAVING SUM(${isThere.join(' + ')}) > 0`,
  ].join('\n');
  return {
    text,
    parameters: [
      query.workspaceId,
      ...query.audiences.map((audience) => AUDIENCES.indexOf(audience)),
      TALLY_BASES.indexOf(query.basis),
      ...days.flatMap(({ grain, from, to }) => [GRAINS.indexOf(grain), from, to]),
      ...filter.parameters,
    ],
  };
}

/** Which campaigns and assets have anything in some quarter hours. */
export function compileActivePairs(
  query: SheetQuery,
  runs: readonly { from: number; to: number }[],
  byKey: ByKey,
): CompiledQuery {
  const slots = runs.map(() => '(slot >= ? AND slot < ?)').join(' OR ');
  const audiences = query.audiences.map(() => '?').join(', ');
  return {
    text:
      `SELECT DISTINCT campaign_key, asset_key FROM tally ${byKey(TALLY.name)} ` +
      `WHERE workspace_id = ? AND audience IN (${audiences}) AND basis = ? AND grain = ? AND (${slots})`,
    parameters: [
      query.workspaceId,
      ...query.audiences.map((audience) => AUDIENCES.indexOf(audience)),
      TALLY_BASES.indexOf(query.basis),
      GRAINS.indexOf('quarter'),
      ...runs.flatMap(({ from, to }) => [from, to]),
    ],
  };
}

/**
 * Whose messages of one campaign × asset may count under a link or domain in some runs of instants: in `sent` those that
 * stand there, in `activity` those to whom anything happened there. The parameters begin with workspace, campaign, asset.
 */
export function compilePeopleBetween(
  { basis }: SheetQuery,
  level: BreakdownLevel,
  runs: readonly { from: number; to: number }[],
  by: (index: string) => string,
): { text: string; bounds: number[] } {
  const bounds = runs.flatMap(({ from, to }) => [from, to]);
  const pair = 'workspace_id = ? AND campaign_key = ? AND asset_key = ?';
  if (basis === 'sent') {
    const anchored = runs.map(() => '(anchor_at >= ? AND anchor_at < ?)').join(' OR ');
    const clicked = level === 'link' ? 'AND clicked_at IS NOT NULL ' : '';
    const text = `SELECT DISTINCT person_id FROM message ${by('message_anchor')} WHERE ${pair} ${clicked}AND (${anchored})`;
    return { text, bounds };
  }
  const happened = runs.map(() => '(happened_at >= ? AND happened_at < ?)').join(' OR ');
  const links = level === 'link' ? 'AND link_id IS NOT NULL ' : '';
  const text = `SELECT DISTINCT person_id FROM event ${by('event_message')} WHERE ${pair} ${links}AND (${happened})`;
  return { text, bounds };
}
