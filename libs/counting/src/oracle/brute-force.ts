/*
 * Counts by reading the published rules literally, one question at a time, over plain lists of events. It imports
 * nothing, knows no facts, slots or tallies, and minds no cost: it is what the product is checked against.
 */

/** Something that happened to a message, or to a person, as a plain record. */
export interface BruteEvent {
  id: string;
  kind: string;
  /** UTC, in ms. */
  at: number;
  person: string;
  campaign: string;
  asset: string;
  link: string | null;
  /** False for a click on a mailto link and the like. */
  tracked: boolean;
  verdict: 'human' | 'privacyProxy' | 'bot';
  test: boolean;
  openTracking: boolean | null;
  run: string | null;
  variant: string | null;
  messageId: string | null;
  domain: string | null;
  reason: string | null;
  device: string | null;
  /** Of a `personMerged`: who is the same person as well. */
  merged?: readonly string[];
}

/** How to count, which period (start inclusive, end exclusive, null for open), and when the counting takes place. */
export interface BruteOptions {
  softBounce: 'last-word' | 'wins';
  repeatSends: 'collapse' | 'separate';
  repeatKey: 'run' | 'messageId';
  proximitySeconds: number;
  humanOnly: boolean;
  basis: 'sent' | 'activity';
  from: number | null;
  to: number | null;
  now: number;
  /** Leave out the messages of deleted people. */
  hideDeleted?: boolean;
  /** Which moments of the period count: all of them unless told. */
  isInside?: (at: number) => boolean;
}

/** The figures of one row. `openedTracked` ÷ `deliveredTracked` is the open rate; instants are null for none. */
export interface Counted {
  initial: number;
  rejected: number;
  toDeliver: number;
  prepared: number;
  sent: number;
  delivered: number;
  hardBounced: number;
  softBounced: number;
  pending: number;
  aborted: number;
  opened: number;
  clicked: number;
  unsubscribed: number;
  complained: number;
  forwarded: number;
  mirrorViewed: number;
  optOutClicked: number;
  impressions: number;
  totalOpens: number;
  totalClicks: number;
  totalOptOutClicks: number;
  totalMirrorViews: number;
  noSendRecord: number;
  repeatSends: number;
  noRepeatKey: number;
  openedTracked: number;
  deliveredTracked: number;
  firstSentAt: number | null;
  lastSentAt: number | null;
  firstActivityAt: number | null;
  lastActivityAt: number | null;
}

/** One row per campaign and asset (`campaign/asset`) in which at least one message counts, in the way asked for. */
export function bruteForceCount(events: readonly BruteEvent[], options: BruteOptions): Map<string, Counted> {
  const rows = new Map<string, Counted>();
  for (const name of new Set(events.filter(isOfMessage).map(rowOf))) {
    const own = events.filter((event) => !isOfMessage(event) || rowOf(event) === name);
    const row = countAll(own, options);
    const { firstSentAt, lastSentAt, firstActivityAt, lastActivityAt, ...counters } = row;
    if (Object.values(counters).some((n) => n > 0)) rows.set(name, row);
  }
  return rows;
}

/** The messages of all these rows counted at once, as the total row shows them. */
export function bruteForceTotal(events: readonly BruteEvent[], options: BruteOptions): Counted {
  const rows = bruteForceCount(events, options);
  return countAll(
    events.filter((event) => !isOfMessage(event) || rows.has(rowOf(event))),
    options,
  );
}

export function isOfMessage(event: BruteEvent): boolean {
  return !['personMerged', 'personDeleted', 'personCreated', 'programStatusChanged'].includes(event.kind);
}

function rowOf(event: BruteEvent): string {
  return `${event.campaign}/${event.asset}`;
}

function countAll(events: readonly BruteEvent[], options: BruteOptions): Counted {
  const row = emptyRow();
  const real = messagesOf(events, options).filter((message) => !message.some((event) => event.test));
  for (const message of real) countMessage(row, message, options);
  row.toDeliver = row.initial - row.rejected;
  return row;
}

export function emptyRow(): Counted {
  return {
    ...{ initial: 0, rejected: 0, toDeliver: 0, prepared: 0, sent: 0 },
    ...{ delivered: 0, hardBounced: 0, softBounced: 0, pending: 0, aborted: 0 },
    ...{ opened: 0, clicked: 0, unsubscribed: 0, complained: 0, forwarded: 0, mirrorViewed: 0, optOutClicked: 0 },
    ...{ impressions: 0, totalOpens: 0, totalClicks: 0, totalOptOutClicks: 0, totalMirrorViews: 0 },
    ...{ noSendRecord: 0, repeatSends: 0, noRepeatKey: 0, openedTracked: 0, deliveredTracked: 0 },
    ...{ firstSentAt: null, lastSentAt: null, firstActivityAt: null, lastActivityAt: null },
  };
}

/** One person, one asset, one campaign, and the repeat key where repeated sends are kept apart. An id counts once. */
export function messagesOf(events: readonly BruteEvent[], options: BruteOptions): BruteEvent[][] {
  const seen = new Set<string>();
  const messages = new Map<string, BruteEvent[]>();
  const names = namesOfPeople(events);
  const gone = events.filter((event) => event.kind === 'personDeleted').map((event) => names.get(event.person));
  for (const event of events) {
    if (seen.has(event.id) || !isOfMessage(event)) continue;
    seen.add(event.id);
    const person = names.get(event.person);
    if (options.hideDeleted && gone.includes(person)) continue;
    const key = JSON.stringify([person, event.asset, event.campaign, repeatKeyOf(event, options)]);
    messages.set(key, [...(messages.get(key) ?? []), event]);
  }
  return [...messages.values()];
}

/** One name for everybody, the same for all whom merges make one, however long the chain. */
export function namesOfPeople(events: readonly BruteEvent[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { person, merged = [] } of events) for (const each of [person, ...merged]) names.set(each, each);
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const { kind, person, merged = [] } of events) {
      if (kind !== 'personMerged') continue;
      const own = [person, ...merged];
      const smallest = own.map((each) => names.get(each)!).sort()[0]!;
      for (const each of own) {
        if (names.get(each) === smallest) continue;
        names.set(each, smallest);
        isSettled = false;
      }
    }
  }
  return names;
}

function repeatKeyOf(event: BruteEvent, options: BruteOptions): string {
  if (options.repeatSends === 'collapse') return '';
  const key = options.repeatKey === 'run' ? event.run : event.messageId;
  return key === null ? '' : key;
}

export function countMessage(row: Counted, message: readonly BruteEvent[], options: BruteOptions): void {
  const sentAt = sentAtOf(message);
  const anchor = sentAt ?? firstOf(message, 'targeted') ?? firstOf(message, 'excluded');
  if (anchor === null) return;

  // In `sent` everything stands or falls with the anchor; in `activity` each count with its own moment.
  const inFrame = (at: number | null): boolean => {
    if (at === null) return false;
    const judged = options.basis === 'sent' ? anchor : at;
    if (options.isInside && !options.isInside(judged)) return false;
    return (options.from === null || judged >= options.from) && (options.to === null || judged < options.to);
  };

  if (inFrame(anchor)) row.initial += 1;
  if (sentAt === null) {
    const excluded = message.some((event) => event.kind === 'excluded');
    if (excluded && inFrame(anchor)) row.rejected += 1;
    if (!excluded && inFrame(anchor)) row.prepared += 1;
    return;
  }

  countSend(row, message, sentAt, inFrame, options);
  countState(row, message, sentAt, inFrame, options);
  countReactions(row, message, inFrame, options);
  for (const event of message) {
    const active = ['opened', 'clicked', 'unsubscribed', 'complained', 'forwarded'].includes(event.kind);
    if (!active || !inFrame(event.at)) continue;
    if (row.firstActivityAt === null || event.at < row.firstActivityAt) row.firstActivityAt = event.at;
    if (row.lastActivityAt === null || event.at > row.lastActivityAt) row.lastActivityAt = event.at;
  }
}

type InFrame = (at: number | null) => boolean;

export function firstOf(message: readonly BruteEvent[], ...kinds: string[]): number | null {
  const times = message.filter((event) => kinds.includes(event.kind)).map((event) => event.at);
  return times.length === 0 ? null : Math.min(...times);
}

function lastOf(message: readonly BruteEvent[], kind: string): number | null {
  const times = message.filter((event) => event.kind === kind).map((event) => event.at);
  return times.length === 0 ? null : Math.max(...times);
}

/** The first `sent` event; without one, the earliest event of the kinds that only a sent message can have. */
export function sentAtOf(message: readonly BruteEvent[]): number | null {
  const recorded = firstOf(message, 'sent');
  if (recorded !== null) return recorded;
  const proving = message.filter((event) => !['targeted', 'excluded', 'quarantined'].includes(event.kind));
  return proving.length === 0 ? null : Math.min(...proving.map((event) => event.at));
}

function countSend(
  row: Counted,
  message: readonly BruteEvent[],
  sentAt: number,
  inFrame: InFrame,
  options: BruteOptions,
): void {
  if (!inFrame(sentAt)) return;
  row.sent += 1;
  const records = message.filter((event) => event.kind === 'sent').length;
  if (records === 0) row.noSendRecord += 1;
  if (records >= 2) row.repeatSends += 1;
  const first = message[0];
  if (options.repeatSends === 'separate' && first && repeatKeyOf(first, options) === '') row.noRepeatKey += 1;
  if (row.firstSentAt === null || sentAt < row.firstSentAt) row.firstSentAt = sentAt;
  if (row.lastSentAt === null || sentAt > row.lastSentAt) row.lastSentAt = sentAt;
}

const OPENING = ['opened', 'clicked', 'optOutClicked', 'mirrorViewed', 'forwarded', 'unsubscribed'];

function countState(
  row: Counted,
  message: readonly BruteEvent[],
  sentAt: number,
  inFrame: InFrame,
  options: BruteOptions,
): void {
  const proofAt = firstOf(message, ...OPENING, 'complained', 'impression');
  const deliveredAt = firstOf(message, 'delivered') ?? proofAt;
  const hardAt = firstOf(message, 'hardBounced');
  const softAt = firstOf(message, 'softBounced');

  if (proofAt !== null) {
    countDelivered(row, message, inFrame(deliveredAt));
  } else if (hardAt !== null) {
    if (inFrame(hardAt)) row.hardBounced += 1;
  } else if (softAt !== null && softBounceHolds(message, options)) {
    if (inFrame(softAt)) row.softBounced += 1;
  } else if (deliveredAt !== null) {
    countDelivered(row, message, inFrame(deliveredAt));
  } else if (inFrame(sentAt)) {
    if (isOld(sentAt, options.now)) row.aborted += 1;
    else row.pending += 1;
  }
}

function countDelivered(row: Counted, message: readonly BruteEvent[], counts: boolean): void {
  if (!counts) return;
  row.delivered += 1;
  if (tracksOpens(message)) row.deliveredTracked += 1;
}

/** The later of the latest delivery and the latest soft bounce has the last word, the delivery on a tie. */
function softBounceHolds(message: readonly BruteEvent[], options: BruteOptions): boolean {
  const delivered = lastOf(message, 'delivered');
  const soft = lastOf(message, 'softBounced');
  if (soft === null) return false;
  if (delivered === null || options.softBounce === 'wins') return true;
  return soft > delivered;
}

/** Whether the quarter hour of the send ended at least three days ago. */
function isOld(sentAt: number, now: number): boolean {
  const quarterHour = 15 * 60 * 1000;
  let end = sentAt - (sentAt % quarterHour) + quarterHour;
  end += 3 * 24 * 60 * 60 * 1000;
  return end <= now;
}

/** What the earliest event that speaks of open tracking says, send events before all others; yes if none does. */
function tracksOpens(message: readonly BruteEvent[]): boolean {
  const speaking = message.filter((event) => event.openTracking !== null);
  const sends = speaking.filter((event) => event.kind === 'sent');
  let chosen: BruteEvent | null = null;
  for (const event of sends.length > 0 ? sends : speaking) {
    const earlier = chosen === null || event.at < chosen.at || (event.at === chosen.at && event.id < chosen.id);
    if (earlier) chosen = event;
  }
  return chosen === null || chosen.openTracking === true;
}

function countReactions(row: Counted, message: readonly BruteEvent[], inFrame: InFrame, options: BruteOptions): void {
  const counting = message.filter((event) => !options.humanOnly || isHuman(event, message, options.proximitySeconds));
  const openedAt = options.humanOnly
    ? firstOf(
        [...counting, ...message.filter((event) => event.kind === 'unsubscribed')],
        'opened',
        'clicked',
        'unsubscribed',
      )
    : firstOf(message, ...OPENING);
  if (inFrame(openedAt)) {
    row.opened += 1;
    if (tracksOpens(message)) row.openedTracked += 1;
  }
  const opens = counting.filter((event) => event.kind === 'opened');
  const clicks = counting.filter((event) => event.kind === 'clicked' && event.tracked);
  if (inFrame(firstOf(clicks, 'clicked'))) row.clicked += 1;
  row.totalOpens += opens.filter((event) => inFrame(event.at)).length;
  row.totalClicks += clicks.filter((event) => inFrame(event.at)).length;

  if (inFrame(firstOf(message, 'unsubscribed'))) row.unsubscribed += 1;
  if (inFrame(firstOf(message, 'complained'))) row.complained += 1;
  if (inFrame(firstOf(message, 'forwarded'))) row.forwarded += 1;
  if (inFrame(firstOf(message, 'mirrorViewed'))) row.mirrorViewed += 1;
  if (inFrame(firstOf(message, 'optOutClicked'))) row.optOutClicked += 1;
  if (inFrame(firstOf(message, 'impression'))) row.impressions += 1;
  row.totalOptOutClicks += message.filter((event) => event.kind === 'optOutClicked' && inFrame(event.at)).length;
  row.totalMirrorViews += message.filter((event) => event.kind === 'mirrorViewed' && inFrame(event.at)).length;
}

/** An open or click that no rule says a machine made. */
export function isHuman(event: BruteEvent, message: readonly BruteEvent[], seconds: number): boolean {
  if (event.kind !== 'opened' && event.kind !== 'clicked') return false;
  if (event.verdict !== 'human') return false;
  if (event.kind === 'clicked') return !clicksElsewhereToo(event, message, seconds);
  return !message.some((click) => within(event, click, seconds) && clicksElsewhereToo(click, message, seconds));
}

/** A click that has another one, on a different link of the same message, within so many seconds. */
function clicksElsewhereToo(click: BruteEvent, message: readonly BruteEvent[], seconds: number): boolean {
  if (click.kind !== 'clicked' || click.link === null) return false;
  return message.some(
    (other) =>
      other.kind === 'clicked' && other.link !== null && other.link !== click.link && within(click, other, seconds),
  );
}

/** Time is told in whole seconds: zero apart is the same second of the clock. */
function within(a: BruteEvent, b: BruteEvent, seconds: number): boolean {
  return Math.abs(Math.floor(a.at / 1000) - Math.floor(b.at / 1000)) <= seconds;
}
