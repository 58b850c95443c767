/**
 * The counters that tallies keep. Each is a whole number of messages (plain nouns) or of events (`total…`)
 * and adds up over campaigns, assets and time slots. A `…Human` counter is the twin that `humanOnly` reads.
 *
 * Table columns, ingest and metrics derive from this list: a new counter is one entry here and one line in
 * `contribution` of libs/counting.
 */
export const COUNTERS = [
  'initial',
  'rejected',
  'prepared',
  'sent',
  'delivered',
  'hardBounced',
  'softBounced',
  'pending',
  'opened',
  'openedHuman',
  'deliveredTracked',
  'openedTracked',
  'openedTrackedHuman',
  'clicked',
  'clickedHuman',
  'unsubscribed',
  'complained',
  'forwarded',
  'mirrorViewed',
  'optOutClicked',
  'impressions',
  'totalOpens',
  'totalOpensHuman',
  'totalClicks',
  'totalClicksHuman',
  'totalOptOutClicks',
  'totalMirrorViews',
  'noSendRecord',
  'repeatSends',
  'noRepeatKey',
] as const;
export type Counter = (typeof COUNTERS)[number];

/** The counter that `humanOnly` reads in place of another (rule 7); all others are the same for both. */
export const HUMAN_TWINS: Partial<Record<Counter, Counter>> = {
  opened: 'openedHuman',
  openedTracked: 'openedTrackedHuman',
  clicked: 'clickedHuman',
  totalOpens: 'totalOpensHuman',
  totalClicks: 'totalClicksHuman',
};

/** What is counted of one link: messages whose people clicked it, and clicks. */
export const LINK_COUNTERS = [
  'clicked',
  'clickedHuman',
  'totalClicks',
  'totalClicksHuman',
] as const satisfies Counter[];

/** What is counted of one kind of device: messages opened or clicked on it, opens and clicks. */
export const DEVICE_COUNTERS = [
  'opened',
  'openedHuman',
  'clicked',
  'clickedHuman',
  'totalOpens',
  'totalOpensHuman',
  'totalClicks',
  'totalClicksHuman',
] as const satisfies Counter[];

/** Instants that tallies keep beside the counters: the earliest or latest of all messages of the row, null for none. */
export const EXTREMES = {
  firstSentAt: 'min',
  lastSentAt: 'max',
  firstActivityAt: 'min',
  lastActivityAt: 'max',
} as const;
export type Extreme = keyof typeof EXTREMES;
export const EXTREME_IDS = Object.keys(EXTREMES) as Extreme[];

/** The period a tally row stands for; `slot` is its start, in quarter hours since 1970 UTC. */
export const GRAINS = ['quarter', 'hour', 'day', 'month', 'all'] as const;
export type Grain = (typeof GRAINS)[number];

/** Which date a time frame applies to (rule 9). */
export const TALLY_BASES = ['sent', 'activity'] as const;
export type TallyBasis = (typeof TALLY_BASES)[number];

/** The same for all that a report may count: `created` is for people. */
export const TIME_BASES = [...TALLY_BASES, 'created'] as const;
export type TimeBasis = (typeof TIME_BASES)[number];

/** Whose messages a tally row counts. Test sends and deleted people are kept apart, never dropped. */
export const AUDIENCES = ['live', 'deleted', 'test'] as const;
export type Audience = (typeof AUDIENCES)[number];
