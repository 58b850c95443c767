import type { Counted } from './brute-force';
import { NoRule } from './no-rule';

export type BruteValue = number | string | null;

/** What a row shows, reckoned from its own figures, from those of the row above it, and from what it stands for. */
export interface BruteFigures {
  own: Counted;
  above: Counted;
  basis: 'sent' | 'activity';
  texts: Readonly<Record<string, string | null>>;
}

type Column = (figures: BruteFigures) => BruteValue;

/** The published columns, each as its help tells it. */
const COLUMNS: Readonly<Record<string, Column>> = {
  ...counts('sent', 'delivered', 'hardBounced', 'softBounced', 'pending', 'aborted', 'toDeliver', 'impressions'),
  ...counts('opened', 'clicked', 'unsubscribed', 'complained', 'forwarded', 'totalOpens', 'totalClicks'),
  ...counts('openedTracked', 'deliveredTracked'),
  errors: ({ own }) => own.hardBounced + own.softBounced,
  errorRate: ({ own }) => ratio(own.hardBounced + own.softBounced, own.sent),
  deliveredRate: ({ own }) => ratio(own.delivered, own.sent),
  hardBounceRate: ({ own }) => ratio(own.hardBounced, own.sent),
  softBounceRate: ({ own }) => ratio(own.softBounced, own.sent),
  openRate: ({ own }) => ratio(own.openedTracked, own.deliveredTracked),
  clickRate: ({ own }) => ratio(own.clicked, own.delivered),
  unsubscribeRate: ({ own }) => ratio(own.unsubscribed, own.delivered),
  complaintRate: ({ own }) => ratio(own.complained, own.delivered),
  clickToOpenRate: ({ own }) => ratio(own.clicked, own.opened),
  clicks: ({ own }) => own.totalClicks,
  clicksShare: ({ own, above }) => ratio(own.totalClicks, above.totalClicks),
  people: ({ own }) => own.clicked,
  peopleShare: ({ own, above, basis }) => (basis === 'activity' ? null : ratio(own.clicked, above.clicked)),
  firstSentAt: ({ own }) => instant(own.firstSentAt),
  firstActivityAt: ({ own }) => instant(own.firstActivityAt),
  lastActivityAt: ({ own }) => instant(own.lastActivityAt),
  ...texts('subject', 'fromName', 'programName', 'channel', 'tags'),
};

/** A row's value in a column. Throws `NoRule`. */
export function bruteValue(column: string, figures: BruteFigures): BruteValue {
  const rule = COLUMNS[column];
  if (!rule) throw new NoRule(`the column ${column}`, 'brute-columns');
  return rule(figures);
}

function counts(...ids: (keyof Counted)[]): Record<string, Column> {
  return Object.fromEntries(ids.map((id): [string, Column] => [id, ({ own }) => own[id]]));
}

function texts(...ids: string[]): Record<string, Column> {
  return Object.fromEntries(ids.map((id): [string, Column] => [id, (figures) => figures.texts[id] ?? null]));
}

/** Nothing is a part of nothing. */
function ratio(of: number, over: number): number | null {
  return over === 0 ? null : of / over;
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
