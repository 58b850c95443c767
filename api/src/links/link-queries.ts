import { AUDIENCES, GRAINS, TALLY_BASES } from '@tallysheet/contract';
import type { SqlValue } from '../database/store';

export interface LinkRow {
  link_id: Uint8Array;
  url: string;
  label: string | null;
  category: string | null;
  type: number;
  total_clicks: number | null;
}

interface Statement {
  text: string;
  parameters: SqlValue[];
}

/** A page of the links that clicks count under, the most clicked first, and how many there are in all. */
export function linkPageQuery(asked: {
  workspaceId: number;
  id?: Uint8Array;
  search?: string;
  after: number;
  limit: number;
}): { rows: Statement; count: Statement } {
  const { workspaceId, id, search, after, limit } = asked;
  const like = search ? `%${search.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`)}%` : null;
  const conditions = [
    'l.workspace_id = ? AND l.counts_as = l.link_id',
    ...(id ? ['l.link_id = ?'] : []),
    ...(like ? ["(LOWER(l.url) LIKE ? ESCAPE '!' OR LOWER(l.label) LIKE ? ESCAPE '!')"] : []),
  ].join(' AND ');
  const values: SqlValue[] = [workspaceId, ...(id ? [id] : []), ...(like ? [like, like] : [])];
  const clicks = [
    'SELECT link_id, SUM(total_clicks) AS total_clicks FROM tally_link',
    'WHERE workspace_id = ? AND audience IN (?, ?) AND basis = ? AND grain = ? GROUP BY link_id',
  ].join(' ');
  const text = [
    'SELECT l.link_id, l.url, l.label, l.category, l.type, t.total_clicks FROM link l',
    `LEFT JOIN (${clicks}) t ON t.link_id = l.link_id`,
    `WHERE ${conditions} ORDER BY COALESCE(t.total_clicks, 0) DESC, l.link_id LIMIT ? OFFSET ?`,
  ].join(' ');
  const audiences = [AUDIENCES.indexOf('live'), AUDIENCES.indexOf('deleted')];
  const tally = [workspaceId, ...audiences, TALLY_BASES.indexOf('sent'), GRAINS.indexOf('all')];
  return {
    rows: { text, parameters: [...tally, ...values, limit, after] },
    count: { text: `SELECT COUNT(*) AS n FROM link l WHERE ${conditions}`, parameters: values },
  };
}
