import { EVENT_KINDS, LINK_TYPES, type EventKind, type LinkType } from '@tallysheet/contract';
import { VERDICTS } from '@tallysheet/counting';
import type { Bounds } from '@tallysheet/report-model';
import { ofMessages, REAL_AUDIENCES } from './compile-activity-test';
import { eventsWithin, ofMessage, within } from './event-conditions';
import type { ActivityTest, ListGround } from './list-test';
import type { CompiledQuery } from './sheet-query';

export type ReactionTest = ActivityTest & { did: 'opened' | 'clicked' };

/** Rule 5: a message is opened by each of these, and by a person's own doing only by the others. */
const OPENING: readonly EventKind[] = [
  'opened',
  'clicked',
  'optOutClicked',
  'mirrorViewed',
  'forwarded',
  'unsubscribed',
];
const OPENING_HUMAN: readonly EventKind[] = ['opened', 'clicked', 'unsubscribed'];

const CLICKED = kind('clicked');
const OPENED = kind('opened');
/** Clicks on these count as something else. */
const NOT_CLICKS = (['unsubscribe', 'mirror'] as const).map(type).join(', ');

/** Who opened or clicked, told by the events themselves, each of the message that it belongs to (rules 1, 5 and 7). */
export function compileReactionTest(test: ReactionTest, ground: ListGround): CompiledQuery {
  const { did, atLeast, frame, links } = test;
  const reactions = ground.humanOnly ? withMachines(test, ground) : compileReactions(test, ground, frame);
  const inTime = ground.humanOnly ? within('r.happened_at', frame) : { text: '', parameters: [] };
  const conditions = [inTime.text];
  if (did === 'clicked') conditions.push(`r.type = ${type('tracked')}`);
  if (links) conditions.push(links.length > 0 ? `r.link_id IN (${links.map(() => '?').join(', ')})` : '1 = 0');
  if (ground.humanOnly) {
    conditions.push(`r.verdict = ${VERDICTS.indexOf('human')}`, 'r.is_machine = 0');
    conditions.push(`NOT (r.kind = ${OPENED} AND r.near_machine = 1)`);
  }
  const where = conditions.filter(Boolean).join(' AND ') || '1 = 1';
  const from = `    FROM (\n${reactions.text}\n    ) AS r WHERE ${where}`;
  const parameters = [...reactions.parameters, ...inTime.parameters, ...(links ?? [])];
  if (atLeast === 1) return { text: `    SELECT r.person_id\n${from}`, parameters };
  return { text: oftenEnough(did, from), parameters: [...parameters, atLeast] };
}

/** Each click is one, and each open; a message that was opened without any is one as well. */
function oftenEnough(did: 'opened' | 'clicked', from: string): string {
  const opens = `SUM(r.kind = ${OPENED})`;
  const times = did === 'clicked' ? 'COUNT(*)' : `CASE WHEN ${opens} > 1 THEN ${opens} ELSE 1 END`;
  return [
    '    SELECT person_id FROM (',
    `    SELECT r.person_id, ${times} AS times`,
    from,
    '    GROUP BY r.person_id, r.campaign_key, r.asset_key, r.send_key',
    '    ) AS messages GROUP BY person_id HAVING SUM(times) >= ?',
  ].join('\n');
}

/** The events that may say so, with the person and the message that they are of, and the link that a click counts under. */
function compileReactions(test: ReactionTest, ground: ListGround, frame: Bounds): CompiledQuery {
  const { humanOnly, workspaceId } = ground;
  const kinds = test.did === 'clicked' ? ['clicked' as const] : humanOnly ? OPENING_HUMAN : OPENING;
  const inTime = eventsWithin(frame, ground);
  const about = ofMessages('e', test, workspaceId);
  const conditions = [`e.kind IN (${kinds.map(kind).join(', ')})`, `m.audience IN (${REAL_AUDIENCES.join(', ')})`];
  if (humanOnly) conditions.push(`(e.kind <> ${CLICKED} OR COALESCE(c.type, 0) NOT IN (${NOT_CLICKS}))`);
  const text = [
    '    SELECT m.person_id, m.campaign_key, m.asset_key, m.send_key, e.kind, e.happened_at,',
    '      e.happened_at - e.happened_at % 1000 AS at_second, COALESCE(e.verdict, 0) AS verdict,',
    `      COALESCE(c.type, 0) AS type, CASE WHEN e.kind = ${CLICKED} THEN c.link_id END AS link_id`,
    '    FROM event AS e',
    '    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id',
    '    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as',
    `    ${ofMessage(ground)}`,
    `    WHERE ${[inTime.text, about.text, ...conditions].filter(Boolean).join(' AND ')}`,
  ].join('\n');
  return { text, parameters: [...inTime.parameters, ...about.parameters] };
}

/**
 * Rule 7: the same, and which of them are clicks on two links at once, as no person does, or near one of those. All clicks
 * prove it, whoever made them, also just outside of the time frame.
 */
function withMachines(test: ReactionTest, ground: ListGround): CompiledQuery {
  const gap = ground.rules.proximitySeconds * 1000;
  const { from, to } = test.frame;
  const wide = { from: from === null ? null : from - gap - 1000, to: to === null ? null : to + gap + 1000 };
  const reactions = compileReactions(test, ground, wide);
  const near =
    'WINDOW near AS (PARTITION BY person_id, campaign_key, asset_key, send_key ORDER BY at_second ' +
    'RANGE BETWEEN ? PRECEDING AND ? FOLLOWING)';
  const isMachine = 'link_id IS NOT NULL AND MIN(link_id) OVER near <> MAX(link_id) OVER near';
  const text = [
    '    SELECT flagged.*, MAX(is_machine) OVER near AS near_machine FROM (',
    `    SELECT reactions.*, CASE WHEN ${isMachine} THEN 1 ELSE 0 END AS is_machine FROM (`,
    reactions.text,
    '    ) AS reactions',
    `    ${near}`,
    '    ) AS flagged',
    `    ${near}`,
  ].join('\n');
  return { text, parameters: [...reactions.parameters, gap, gap, gap, gap] };
}

function kind(name: EventKind): number {
  return EVENT_KINDS.indexOf(name);
}

function type(name: LinkType): number {
  return LINK_TYPES.indexOf(name);
}
