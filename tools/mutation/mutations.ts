/** One rule broken in one place: `find` stands exactly once in `file`. */
export interface Mutation {
  rule: string;
  /** What the broken counting does. */
  fault: string;
  file: string;
  find: string;
  replace: string;
}

type Row = readonly [fault: string, find: string, replace: string];

/** One table row a mutation, grouped by rule and file. */
function broken(rule: string, file: string, rows: readonly Row[]): Mutation[] {
  return rows.map(([fault, find, replace]) => ({ rule, file, fault, find, replace }));
}

export const MUTATIONS: readonly Mutation[] = [
  ...broken('Rule 1', 'rules.ts', [
    [
      'repeated sends are kept apart by default',
      "rules.repeatSends === 'collapse'",
      "rules.repeatSends !== 'collapse'",
    ],
    ['the run is always the repeat key', 'event[rules.repeatKey]', 'event.run'],
  ]),
  ...broken('Rule 1', 'facts.ts', [
    ['send events do not speak first', "event.kind === 'sent' && pick(event) !== null", 'pick(event) !== null'],
    ['the larger id speaks first', 'a.id < b.id ? -1 : 1', 'a.id < b.id ? 1 : -1'],
    ['the order of the telling matters', '.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))', ''],
    ['an event told again counts again', 'at === 0 || event.id !== told[at - 1]!.id', 'true'],
  ]),
  ...broken('Rule 2', 'facts.ts', [
    ['a quarantine proves a send', "'targeted', 'excluded', 'quarantined'", "'targeted', 'excluded'"],
    ['a targeting proves a send', "'targeted', 'excluded', 'quarantined'", "'excluded', 'quarantined'"],
    ['the earliest proof dates the send', 'facts.kinds.sent?.first ?? proof?.at', 'proof?.at'],
    ['only send events prove a send', 'facts.kinds.sent?.first ?? proof?.at', 'facts.kinds.sent?.first'],
    ['the last send event dates the send', 'facts.kinds.sent?.first', 'facts.kinds.sent?.last'],
  ]),
  ...broken('Rule 2', 'contribution.ts', [
    [
      'the exclusion anchors before the targeting',
      'facts.kinds.targeted?.first ?? facts.kinds.excluded?.first',
      'facts.kinds.excluded?.first ?? facts.kinds.targeted?.first',
    ],
    [
      'the targeting anchors before the send',
      'facts.sentAt ?? facts.kinds.targeted?.first',
      'facts.kinds.targeted?.first ?? facts.sentAt',
    ],
    ['targeted and excluded is prepared', "facts.kinds.excluded ? 'rejected'", "!facts.kinds.targeted ? 'rejected'"],
    ['excluded and sent is rejected', 'if (facts.sentAt !== null) return counts;', ''],
    ['a send record counts as a missing one', 'sends === 0', 'sends > 0'],
    ['two sends are no repeat', 'sends > 1', 'sends > 2'],
    ['messages with a repeat key are noted', "key.sendKey === ''", "key.sendKey !== ''"],
  ]),
  ...broken('Rule 3', 'state.ts', [
    ['a tie goes to the soft bounce', 'softBounced.last > delivered.last', 'softBounced.last >= delivered.last'],
    ['the first soft bounce is compared', 'softBounced.last > delivered.last', 'softBounced.first > delivered.last'],
    ['the first delivery is compared', 'softBounced.last > delivered.last', 'softBounced.last > delivered.first'],
    ['soft bounces win always', "rules.softBounce === 'wins'", 'true'],
    ['soft bounces win never', "rules.softBounce === 'wins'", 'false'],
    ['a complaint does not deliver', 'facts.kinds.complained?.first, ', ''],
    ['an impression does not deliver', ', facts.kinds.impression?.first', ''],
    ['a soft bounce beats a hard one', 'if (hardBounced)', 'if (hardBounced && !softBounced)'],
    ['a delivery beats a hard bounce', 'if (hardBounced)', 'if (hardBounced && !delivered)'],
    ['a delivery notice does not deliver', "delivered ? 'delivered' : 'pending'", "'pending'"],
  ]),
  ...broken('Rule 4', 'state.ts', [
    [
      'a hard bounce takes a delivery away',
      'deliveryProofAt(facts) !== null',
      'deliveryProofAt(facts) !== null && !hardBounced',
    ],
    [
      'a soft bounce takes a delivery away',
      'deliveryProofAt(facts) !== null',
      'deliveryProofAt(facts) !== null && !softBounced',
    ],
    [
      'an unsubscribe takes a delivery away',
      'deliveryProofAt(facts) !== null',
      'deliveryProofAt(facts) !== null && !facts.kinds.unsubscribed',
    ],
  ]),
  ...broken('Rule 5', 'state.ts', [
    ['a click does not imply an open', '[opened, clicked, ', '[opened, '],
    ['an opt-out click does not imply an open', '[opened, clicked, optOutClicked, ', '[opened, clicked, '],
    [
      'a mirror view does not imply an open',
      'optOutClicked, mirrorViewed, forwarded, unsubscribed]',
      'optOutClicked, forwarded, unsubscribed]',
    ],
    ['a forward does not imply an open', 'forwarded, unsubscribed]', 'unsubscribed]'],
    ['an unsubscribe does not imply an open', 'forwarded, unsubscribed]', 'forwarded]'],
    ['a complaint implies an open', 'forwarded, unsubscribed]', 'forwarded, unsubscribed, facts.kinds.complained]'],
  ]),
  ...broken('Rule 5', 'contribution.ts', [
    [
      'a message with a mailto click is clicked',
      "engagement.kind === 'clicked' && engagement.tracked",
      "engagement.kind === 'clicked'",
    ],
    ['mailto clicks are total clicks', "if (engagement.kind === 'clicked' && !engagement.tracked) continue;", ''],
    ['total opens count clicks', "engagement.kind === 'opened' ? 'totalOpens' : 'totalClicks'", "'totalOpens'"],
    ['total opt-out clicks count messages', 'of facts.optOutClicks)', 'of facts.optOutClicks.slice(0, 1))'],
    ['total mirror views count messages', 'of facts.mirrorViews)', 'of facts.mirrorViews.slice(0, 1))'],
  ]),
  ...broken('Rule 6', 'contribution.ts', [
    [
      'a click on the opt-out link unsubscribes',
      "once('unsubscribed', kinds.unsubscribed?.first)",
      "once('unsubscribed', kinds.unsubscribed?.first ?? kinds.optOutClicked?.first)",
    ],
  ]),
  ...broken('Rule 7', 'contribution.ts', [
    ['without bots an unsubscribe is no open', '[human[0]?.at, kinds.unsubscribed?.first]', '[human[0]?.at]'],
    [
      'without bots a click is no open',
      'earliest([human[0]?.at,',
      "earliest([human.find((one) => one.kind === 'opened')?.at,",
    ],
    ['without bots a forward is an open', '[human[0]?.at, ', '[human[0]?.at, kinds.forwarded?.first, '],
    [
      'privacy proxies are people',
      "engagements.filter((engagement) => engagement.verdict === 'human')",
      "engagements.filter((engagement) => engagement.verdict !== 'bot')",
    ],
    [
      'total counts take privacy proxies for people',
      "if (engagement.verdict === 'human')",
      "if (engagement.verdict !== 'bot')",
    ],
  ]),
  ...broken('Rule 7', 'facts.ts', [
    ['what is too close together stays human', "bots.has(event) ? 'bot' : event.verdict", 'event.verdict'],
    ['a bot’s click delivers nothing', 'note(facts, event);', "if (event.verdict !== 'bot') note(facts, event);"],
  ]),
  ...broken('Rule 7', 'proximity.ts', [
    ['a double click is a bot’s', 'if (other.link !== click.link) ', ''],
    ['seconds are not those of the clock', 'Math.floor(event.at / 1000)', 'event.at / 1000'],
    ['the last of so many seconds is outside', '<= seconds;\n', '< seconds;\n'],
    ['opens are never a bot’s by proximity', 'if (bots.size === 0) return bots;', 'return bots;'],
    ['an open is evidence', "event.kind === 'clicked' && event.link !== null", 'event.link !== null'],
    [
      'a click without a link is evidence',
      "event.kind === 'clicked' && event.link !== null",
      "event.kind === 'clicked'",
    ],
    ['only the later of two clicks is a bot’s', 'bots.add(click).add(other)', 'bots.add(other)'],
    ['opens before the clicks are a person’s', 'let s = second(event) - seconds', 'let s = second(event)'],
    ['opens at the far end are a person’s', 's <= second(event) + seconds', 's < second(event) + seconds'],
  ]),
  ...broken('Rule 7', 'verdict.ts', [
    ['a source’s flag is ignored', 'bot === true', 'bot === null'],
    [
      'a source’s “no bot” is a verdict',
      "if (bot === true) return judgement('bot', 'source-flag');",
      "if (bot !== undefined) return judgement(bot ? 'bot' : 'human', 'source-flag');",
    ],
    ['picture proxies are bots', "if (HUMAN_PROXY.test(userAgent)) return judgement('human', 'mail-proxy');", ''],
    [
      'Apple’s prefetch is a bot',
      "if (APPLE_PREFETCH.test(userAgent)) return judgement('privacyProxy', 'apple-prefetch');",
      '',
    ],
    ['crawlers are people', 'isbot(userAgent)', 'isbot(null)'],
    ['an address overrules every other rule', "byAgent.rule !== 'none' || ", ''],
    ['listed addresses are people', "judgement(listed, 'ip-list')", "judgement('human', 'ip-list')"],
    ['listed relays are bots', "judgement(listed, 'ip-list')", "judgement('bot', 'ip-list')"],
  ]),
  ...broken('Rule 7', 'ip-ranges.ts', [
    ['a relay’s line takes a bot’s back', "if (holds(this.bots, number)) return 'bot';", ''],
    ['a block is its first address', 'number <= blocks[from - 1]!.last', 'number <= blocks[from - 1]!.first'],
    ['a block has no end', '&& number <= blocks[from - 1]!.last', ''],
  ]),
  ...broken('Rule 4', 'facts.ts', [
    ['the first bounce gives the reason', 'facts.reasons[event.kind] = ', 'facts.reasons[event.kind] ??= '],
  ]),
  ...broken('Rule 4', 'state.ts', [
    ['another kind of bounce gives the reason', 'facts.reasons[state] ?? null', 'facts.reasons.softBounced ?? null'],
    ['a delivered message has a reason', 'return state === null ?', 'return state !== null ?'],
  ]),
  ...broken('Rule 5', 'link-type.ts', [
    ['a mail address is a link like others', "tracked: type === 'tracked'", 'tracked: true'],
    ['the way out is a link like others', "if (type === 'unsubscribe')", "if (type === 'mailto')"],
    ['the web version is a link like others', "if (type === 'mirror')", "if (type === 'mailto')"],
    ['opens are clicks on links', "if (kind !== 'clicked') return { kind, tracked: false };", ''],
  ]),
  ...broken('Breakdowns', 'breakdown.ts', [
    [
      'in activity all stands at the send',
      "add('activity', quarterOf(at), counter)",
      "add('activity', anchor, counter)",
    ],
    ['in sent each click has its own moment', "add('sent', anchor, counter)", "add('sent', quarterOf(at), counter)"],
    ['the last click dates the message', 'Math.min(', 'Math.max('],
    ['machines are people', "return verdict === 'human';", 'return true;'],
    ['clicks on mail addresses count by link', "kind === 'clicked' && tracked", "kind === 'clicked'"],
    ['a click is no sign of a device', "kind === 'opened'), ...clicks]", "kind === 'opened')]"],
    ['a reason is the one beside it', 'REASON_CODES.indexOf(reason) + 1', 'REASON_CODES.indexOf(reason)'],
  ]),
  ...broken('Rule 8', 'contribution.ts', [
    ['messages without open tracking are in the denominator', 'if (facts.openTracking) counts.push', 'counts.push'],
    ['messages without open tracking are in the numerator', 'if (facts.openTracking) {', '{'],
  ]),
  ...broken('Rule 8', 'facts.ts', [
    ['opens are not tracked unless it is said', 'openTracking) ?? true', 'openTracking) ?? false'],
  ]),
  ...broken('Rule 9', 'contribution.ts', [
    ['in activity all stands at the send', "at('activity', moment), counter", "at('activity', anchor), counter"],
    ['in sent each counter has its own moment', 'add(inSent, counter, n)', "add(at('sent', moment), counter, n)"],
    [
      'a proof dates a delivery before its notice',
      'facts.kinds.delivered?.first ?? deliveryProofAt(facts)!',
      'deliveryProofAt(facts) ?? facts.kinds.delivered!.first',
    ],
    ['the last notice dates a delivery', 'facts.kinds.delivered?.first', 'facts.kinds.delivered?.last'],
    ['the last bounce dates a bounce', 'facts.kinds[state]!.first', 'facts.kinds[state]!.last'],
    ['a deferral dates pending', "['pending', 1, sentAt]", "['pending', 1, facts.kinds.deferred?.last ?? sentAt]"],
    [
      'a bot’s click dates a person’s',
      "once('clickedHuman', human.find(isClick)?.at)",
      "once('clickedHuman', human.some(isClick) ? engagements.find(isClick)?.at : null)",
    ],
    ['in activity first and last activity stand at the send', "at('activity', moment)]", "at('activity', anchor)]"],
    ['the last send is not kept', "stretch(place, 'lastSentAt', facts.sentAt);", ''],
    ['the last activity is not kept', "stretch(place, 'lastActivityAt', moment);", ''],
  ]),
  ...broken('Rule 9', 'state.ts', [['the latest event implies an open', 'at < first', 'at > first']]),
  ...broken('Rule 9', 'facts.ts', [
    ['a mirror view is activity', "'forwarded'", "'forwarded', 'mirrorViewed'"],
    ['a complaint is no activity', "'complained'", "'unsubscribed'"],
    ['only the first event of a kind is known', 'moments.last = at;', ''],
  ]),
  ...broken('Tallies', 'slots.ts', [
    ['a moment belongs to the nearest quarter hour', 'Math.floor(at / QUARTER_MS)', 'Math.round(at / QUARTER_MS)'],
    ['a quarter hour has sixteen minutes', '15 * 60_000', '16 * 60_000'],
    ['a day has 23 hours', '24 * HOUR', '23 * HOUR'],
    ['a month begins on its second day', 'date.getUTCMonth(), 1)', 'date.getUTCMonth(), 2)'],
  ]),
  ...broken('Tallies', 'tally-change.ts', [
    ['what a message added before stays', 'addCounters(change.counters, old.counters, -1);', ''],
    ['an instant that goes away is forgotten', 'if (at !== undefined) loseExtreme(change, id, at);', ''],
    ['an instant that is overtaken is lost', 'Math[EXTREMES[id]](now, lost) === now)', 'now === lost)'],
    ['an instant that steps back is not lost', 'Math[EXTREMES[id]](now, lost) === now)', 'true)'],
    ['a new instant is not told', 'change.extremes = { ...now.extremes };', ''],
    ['of two instants the later told stays', 'stretch(into, id, at);', 'into.extremes[id] = at;'],
    ['a lost instant is not merged', 'const lost = change.lost[id];', 'const lost = into.lost[id];'],
    ['a change of instants alone is no change', 'return unchanged && ', 'return unchanged || '],
  ]),
];
