import {
  countMessage,
  emptyRow,
  firstOf,
  isHuman,
  messagesOf,
  sentAtOf,
  type BruteEvent,
  type BruteOptions,
  type Counted,
} from './brute-force';

/** What is counted of one link or kind of device. */
export interface Reacted {
  opened: number;
  clicked: number;
  totalOpens: number;
  totalClicks: number;
}

const REASONS = [
  ...['user-unknown', 'invalid-domain', 'unreachable', 'account-disabled', 'mailbox-full', 'not-connected', 'refused'],
  ...['address-not-specified', 'denylisted-address', 'quarantined-address', 'duplicate', 'excluded-by-rule'],
  ...['excluded-by-arbitration', 'bad-quality-address', 'unqualified-address', 'not-eligible', 'target-limited'],
  ...['error-ignored', 'control-address'],
];

/** All figures by domain and reason (`domain reason`, `-` for none), of messages that are no test. */
export function bruteForceDomains(events: readonly BruteEvent[], options: BruteOptions): Map<string, Counted> {
  const rows = new Map<string, Counted>();
  for (const message of realMessages(events, options)) {
    const name = `${domainOf(message)} ${reasonOf(message, options)}`;
    const row = rows.get(name) ?? emptyRow();
    countMessage(row, message, options);
    row.toDeliver = row.initial - row.rejected;
    rows.set(name, row);
  }
  return rows;
}

/** Clicks by link, or opens and clicks by device (`-` where none is known). */
export function bruteForceReactions(
  by: 'link' | 'device',
  events: readonly BruteEvent[],
  options: BruteOptions,
): Map<string, Reacted> {
  return reactionsOf(by, realMessages(events, options), options);
}

/** The same of messages that were told apart before. */
export function reactionsOf(
  by: 'link' | 'device',
  messages: readonly BruteEvent[][],
  options: BruteOptions,
): Map<string, Reacted> {
  const rows = new Map<string, Reacted>();
  for (const message of messages) {
    const anchor = sentAtOf(message);
    const inFrame = (at: number | null) => {
      const judged = options.basis === 'sent' ? anchor : at;
      if (at === null || judged === null) return false;
      return (options.from === null || judged >= options.from) && (options.to === null || judged < options.to);
    };
    const counting = message.filter(
      (event) =>
        (event.kind === 'opened' || (event.kind === 'clicked' && event.tracked)) &&
        (!options.humanOnly || isHuman(event, message, options.proximitySeconds)),
    );
    for (const name of new Set(counting.map((event) => event[by] ?? '-'))) {
      const own = counting.filter((event) => (event[by] ?? '-') === name);
      if (by === 'link' && (name === '-' || !own.some((event) => event.kind === 'clicked'))) continue;
      const row = rows.get(name) ?? { opened: 0, clicked: 0, totalOpens: 0, totalClicks: 0 };
      if (by === 'device' && inFrame(firstOf(own, 'opened', 'clicked'))) row.opened += 1;
      if (inFrame(firstOf(own, 'clicked'))) row.clicked += 1;
      if (by === 'device') row.totalOpens += own.filter((each) => each.kind === 'opened' && inFrame(each.at)).length;
      row.totalClicks += own.filter((each) => each.kind === 'clicked' && inFrame(each.at)).length;
      rows.set(name, row);
    }
  }
  return rows;
}

/** All messages but tests. */
export function realMessages(events: readonly BruteEvent[], options: BruteOptions): BruteEvent[][] {
  return messagesOf(events, options).filter((message) => !message.some((event) => event.test));
}

/** What the earliest event that tells an address says, send events before all others. */
export function domainOf(message: readonly BruteEvent[]): string {
  return toldOf(message, 'domain') ?? '-';
}

/** What the earliest event of a message that tells it says, a send before all others; null where none tells it. */
export function toldOf(message: readonly BruteEvent[], what: 'domain' | 'run' | 'variant'): string | null {
  const telling = message.filter((event) => event[what] !== null);
  const sends = telling.filter((event) => event.kind === 'sent');
  const [first] = [...(sends.length > 0 ? sends : telling)].sort(byTime);
  return first?.[what] ?? null;
}

/** Of a bounced message, or of one that was never sent for a reason, what the latest event of that kind gives. */
function reasonOf(message: readonly BruteEvent[], options: BruteOptions): string {
  const state = emptyRow();
  countMessage(state, message, { ...options, basis: 'sent', from: null, to: null });
  const kind = state.hardBounced ? 'hardBounced' : state.softBounced ? 'softBounced' : state.rejected ? 'excluded' : '';
  const last = message
    .filter((event) => event.kind === kind)
    .sort(byTime)
    .at(-1);
  if (!last) return '-';
  return last.reason !== null && REASONS.includes(last.reason) ? last.reason : 'not-defined';
}

function byTime(a: BruteEvent, b: BruteEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
