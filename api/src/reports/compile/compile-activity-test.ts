import { AUDIENCES, type Activity } from '@tallysheet/contract';
import { STATES } from '../../ingest/message-row';
import { compileReactionTest } from './compile-reaction-test';
import { within } from './event-conditions';
import type { ActivityTest, ListGround } from './list-test';
import type { CompiledQuery } from './sheet-query';

/** Test sends are nobody's. */
export const REAL_AUDIENCES = [AUDIENCES.indexOf('live'), AUDIENCES.indexOf('deleted')];

/** When it happened to a message, by its row, and where that alone does not tell that it did. */
const MOMENTS: Record<Activity, { at: string; where?: string }> = {
  sent: { at: 'm.sent_at' },
  delivered: { at: 'm.delivered_at' },
  hardBounced: { at: 'm.bounced_at', where: `m.state = ${STATES.indexOf('hardBounced')}` },
  softBounced: { at: 'm.bounced_at', where: `m.state = ${STATES.indexOf('softBounced')}` },
  opened: { at: 'm.opened_at' },
  clicked: { at: 'm.clicked_at' },
  unsubscribed: { at: 'm.unsubscribed_at' },
  complained: { at: 'm.complained_at' },
  forwarded: { at: 'm.forwarded_at' },
};

/** How often it happened to a message of which the row tells that it did: a click without an open is one. */
const TIMES: Partial<Record<Activity, string>> = {
  opened: 'SUM(CASE WHEN m.total_opens > 1 THEN m.total_opens ELSE 1 END)',
  clicked: 'SUM(m.total_clicks)',
};

/** Who did something, or was sent something, often enough. */
export function compileActivityTest(test: ActivityTest, ground: ListGround): CompiledQuery {
  const { did, frame, links } = test;
  const isReaction = did === 'opened' || did === 'clicked';
  // A row knows of opens and clicks how many there were in all, and when the first one was.
  if (isReaction && (ground.humanOnly || links || frame.from !== null || frame.to !== null)) {
    return compileReactionTest({ ...test, did }, ground);
  }
  const { at, where } = MOMENTS[did];
  const bounds = within(at, frame);
  const about = ofMessages('m', test, ground.workspaceId);
  const conditions = ['m.workspace_id = ?', `m.audience IN (${REAL_AUDIENCES.join(', ')})`, `${at} IS NOT NULL`];
  const parts = [where, bounds.text, about.text].filter(Boolean);
  const times = TIMES[did] ?? 'COUNT(*)';
  const text = [
    '    SELECT m.person_id FROM message AS m',
    `    WHERE ${[...conditions, ...parts].join(' AND ')}`,
    ...(test.atLeast > 1 ? [`    GROUP BY m.person_id HAVING ${times} >= ?`] : []),
  ].join('\n');
  return {
    text,
    parameters: [
      ...[ground.workspaceId, ...bounds.parameters, ...about.parameters],
      ...(test.atLeast > 1 ? [test.atLeast] : []),
    ],
  };
}

/** Of which campaigns and assets; no text where of any. `table` has their keys. */
export function ofMessages(table: string, test: ActivityTest, workspaceId: number): CompiledQuery {
  const parts: string[] = [];
  const parameters: CompiledQuery['parameters'] = [];
  const among = (key: string, from: string, column: string, ids: readonly string[] | undefined) => {
    if (!ids) return;
    const list = ids.map(() => '?').join(', ');
    parts.push(`${table}.${key} IN (SELECT ${key} FROM ${from} WHERE workspace_id = ? AND ${column} IN (${list}))`);
    parameters.push(workspaceId, ...ids);
  };
  among('campaign_key', 'smart_campaign', 'program_id', test.programs);
  among('campaign_key', 'smart_campaign', 'id', test.campaigns);
  among('asset_key', 'asset', 'id', test.assets);
  return { text: parts.join(' AND '), parameters };
}
