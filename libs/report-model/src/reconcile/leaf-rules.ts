import type { ReconcileRule } from '@tallysheet/contract';
import type { SheetCounter } from '../metrics/metric';
import type { Leaf } from '../sheet/assemble';

type Counters = Leaf['counters'];

/** Other rules that need no further counting: what they would make of the counters at hand. */
export const LEAF_RULES: readonly { code: ReconcileRule; counters: (counters: Counters) => Counters }[] = [
  { code: 'pending-with-aborted', counters: (own) => ({ ...own, pendingYoung: own.pending ?? 0 }) },
  {
    code: 'rate-of-all',
    counters: (own) => ({
      ...own,
      deliveredTracked: own.delivered ?? 0,
      openedTracked: own.opened ?? 0,
      openedTrackedHuman: own.openedHuman ?? 0,
    }),
  },
  { code: 'no-send-record', counters: (own) => ({ ...own, sent: (own.sent ?? 0) - (own.noSendRecord ?? 0) }) },
];

/** Counters that these rules read, beside those of the columns. */
export const LEAF_RULE_COUNTERS: readonly SheetCounter[] = [
  'sent',
  'delivered',
  'pending',
  'pendingYoung',
  'opened',
  'openedHuman',
  'noSendRecord',
];
