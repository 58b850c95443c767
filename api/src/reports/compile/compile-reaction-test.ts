import { EVENT_KINDS, LINK_TYPES, type EventKind, type LinkType } from '@tallysheet/contract';
import { VERDICTS, type CountingRules } from '@tallysheet/counting';
import type { Bounds } from '@tallysheet/report-model';
import { ofMessages, REAL_AUDIENCES } from './compile-activity-test';
import { eventsWithin, ofMessage, PERSON, sendKey } from './event-conditions';
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
  const { workspaceId, humanOnly, rules } = ground;
  const kinds = did === 'clicked' ? ['clicked' as const] : humanOnly ? OPENING_HUMAN : OPENING;
  const inTime = eventsWithin(frame, ground);
  const about = ofMessages('e', test, workspaceId);
  const machines = humanOnly ? compileMachineMoments(frame, ground) : null;
  const conditions = [`e.kind IN (${kinds.map(kind).join(', ')})`, `m.audience IN (${REAL_AUDIENCES.join(', ')})`];
  if (did === 'clicked') conditions.push(`COALESCE(c.type, ${type('tracked')}) = ${type('tracked')}`);
  if (links) conditions.push(links.length > 0 ? `c.link_id IN (${links.map(() => '?').join(', ')})` : '1 = 0');
  if (humanOnly) {
    conditions.push(`COALESCE(e.verdict, 0) = ${VERDICTS.indexOf('human')}`, 'b.person_id IS NULL');
    if (did === 'opened') conditions.push(`(e.kind <> ${CLICKED} OR COALESCE(c.type, 0) NOT IN (${NOT_CLICKS}))`);
  }
  const where = [inTime.text, about.text, ...conditions].filter(Boolean).join(' AND ');
  const text = [
    '    FROM event AS e',
    '    LEFT JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id',
    '    LEFT JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as',
    `    ${ofMessage(rules)}`,
    ...(machines ? [`    LEFT JOIN (\n${machines.text}\n    ) AS b ON ${IS_MACHINES}`] : []),
    `    WHERE ${where}`,
  ].join('\n');
  const parameters = [
    ...(machines ? [...machines.parameters, gapMs(rules), gapMs(rules)] : []),
    ...inTime.parameters,
    ...about.parameters,
    ...(links ?? []),
  ];
  if (atLeast === 1) return { text: `    SELECT m.person_id\n${text}`, parameters };
  return { text: oftenEnough(did, text), parameters: [...parameters, atLeast] };
}

/** Each click is one, and each open; a message that was opened without any is one as well. */
function oftenEnough(did: 'opened' | 'clicked', from: string): string {
  const opens = `SUM(e.kind = ${OPENED})`;
  const times = did === 'clicked' ? 'COUNT(*)' : `CASE WHEN ${opens} > 1 THEN ${opens} ELSE 1 END`;
  return [
    '    SELECT person_id FROM (',
    `    SELECT m.person_id, ${times} AS times`,
    from,
    '    GROUP BY m.person_id, m.campaign_key, m.asset_key, m.send_key',
    '    ) AS messages GROUP BY person_id HAVING SUM(times) >= ?',
  ].join('\n');
}

const SECOND = 'e.happened_at - e.happened_at % 1000';

/**
 * Rule 7: the seconds in which a message was clicked on two links at once, as no person does. All clicks prove it,
 * whoever made them, also just outside of the time frame.
 */
function compileMachineMoments(frame: Bounds, ground: ListGround): CompiledQuery {
  const gap = gapMs(ground.rules);
  const near = { from: frame.from && frame.from - gap - 1000, to: frame.to && frame.to + gap + 1000 };
  const inTime = eventsWithin(near, ground);
  const clicks = [
    `        SELECT ${PERSON} AS person_id, e.campaign_key, e.asset_key, ${sendKey(ground.rules)} AS send_key,`,
    `          ${SECOND} AS clicked_second, c.link_id`,
    '        FROM event AS e',
    '        JOIN link AS l ON l.workspace_id = e.workspace_id AND l.link_id = e.link_id',
    '        JOIN link AS c ON c.workspace_id = l.workspace_id AND c.link_id = l.counts_as',
    '        LEFT JOIN person_identity AS i ON i.workspace_id = e.workspace_id AND i.person_id = e.person_id',
    `        WHERE ${inTime.text} AND e.kind = ${CLICKED} AND c.type NOT IN (${NOT_CLICKS})`,
  ].join('\n');
  const text = [
    '      SELECT one.person_id, one.campaign_key, one.asset_key, one.send_key, one.clicked_second FROM (',
    clicks,
    '      ) AS one JOIN (',
    clicks,
    '      ) AS other ON other.person_id = one.person_id AND other.campaign_key = one.campaign_key',
    '        AND other.asset_key = one.asset_key AND other.send_key = one.send_key AND other.link_id <> one.link_id',
    '        AND other.clicked_second BETWEEN one.clicked_second - ? AND one.clicked_second + ?',
  ].join('\n');
  return { text, parameters: [...inTime.parameters, ...inTime.parameters, gap, gap] };
}

/** Whether an event is one of those clicks, or an open near one of them. */
const IS_MACHINES =
  'b.person_id = m.person_id AND b.campaign_key = m.campaign_key AND b.asset_key = m.asset_key ' +
  `AND b.send_key = m.send_key AND ((e.kind = ${OPENED} AND b.clicked_second BETWEEN ${SECOND} - ? AND ${SECOND} + ?) ` +
  `OR (e.kind = ${CLICKED} AND e.link_id IS NOT NULL AND b.clicked_second = ${SECOND}))`;

function gapMs({ proximitySeconds }: CountingRules): number {
  return proximitySeconds * 1000;
}

function kind(name: EventKind): number {
  return EVENT_KINDS.indexOf(name);
}

function type(name: LinkType): number {
  return LINK_TYPES.indexOf(name);
}
