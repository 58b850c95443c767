import type { CountingRules } from '@tallysheet/counting';
import type { Bounds } from '@tallysheet/report-model';
import type { ListGround } from './list-test';
import type { CompiledQuery } from './sheet-query';

const DAY_MS = 86_400_000;

/** Whose an event `e` is: merged people are one (rule 12). Looked up in the condition, so that it is known before the join. */
const PERSON =
  'COALESCE((SELECT i.root_id FROM person_identity AS i ' +
  'WHERE i.workspace_id = e.workspace_id AND i.person_id = e.person_id), e.person_id)';

/** Rule 1: by what repeated sends are told apart. */
export function sendKey({ repeatSends, repeatKey }: CountingRules): string {
  if (repeatSends === 'collapse') return "''";
  return repeatKey === 'run' ? "COALESCE(e.run, '')" : "COALESCE(e.message_id, '')";
}

/**
 * The message `m` that an event `e` belongs to. The event comes first and its message is found by the whole key: without
 * statistics MariaDB began with all messages, or joined all those of a campaign to each event, and took minutes.
 */
export function ofMessage({ rules, joinNext }: Pick<ListGround, 'rules' | 'joinNext'>): string {
  return [
    `${joinNext} message AS m ON m.workspace_id = e.workspace_id AND m.campaign_key = e.campaign_key`,
    `  AND m.asset_key = e.asset_key AND m.person_id = ${PERSON} AND m.send_key = ${sendKey(rules)}`,
  ].join('\n    ');
}

/** The events of a period. Their days and sources are told as well, as they are kept by these. */
export function eventsWithin(
  frame: Bounds,
  { workspaceId, sources }: Pick<ListGround, 'workspaceId' | 'sources'>,
): CompiledQuery {
  const { from, to } = frame;
  const parts = ['e.workspace_id = ?', `e.source_id IN (${sources.map(() => '?').join(', ') || 'NULL'})`];
  const parameters: number[] = [workspaceId, ...sources];
  if (from !== null) parts.push('e.day >= ?');
  if (to !== null) parts.push('e.day <= ?');
  parameters.push(...[from, to].filter((at) => at !== null).map((at) => Math.floor(at / DAY_MS)));
  const exact = within('e.happened_at', frame);
  if (exact.text) parts.push(exact.text);
  return { text: parts.join(' AND '), parameters: [...parameters, ...exact.parameters] };
}

/** A moment in a time frame; no text where it may be any. */
export function within(column: string, { from, to }: Bounds): CompiledQuery {
  const parts: string[] = [];
  if (from !== null) parts.push(`${column} >= ?`);
  if (to !== null) parts.push(`${column} < ?`);
  return { text: parts.join(' AND '), parameters: [from, to].filter((at) => at !== null) };
}
