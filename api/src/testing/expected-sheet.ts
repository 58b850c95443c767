import type { CanonicalEvent, SheetNote } from '@tallysheet/contract';
import { bruteEvents, bruteForceCount, bruteForceTotal, type BruteOptions, type Counted } from './oracle';

/** The figures of a sheet as the brute-force counter has them: by row id, and its notes. */
export interface ExpectedSheet {
  rows: Record<string, Record<string, number | string | null>>;
  total: Record<string, number | string | null>;
  notes: SheetNote[];
}

/** What the sheet of these events must show under these rules. */
export function expectedSheet(events: readonly CanonicalEvent[], options: BruteOptions): ExpectedSheet {
  const all = bruteEvents(events);
  const rows: ExpectedSheet['rows'] = {};
  for (const [row, counted] of bruteForceCount(all, options)) {
    const [campaign, asset] = row.split('/') as [string, string];
    const ofCampaign = all.filter((event) => event.campaign === campaign || event.campaign === '');
    rows[`campaign:${campaign}`] ??= values(bruteForceTotal(ofCampaign, options));
    rows[`campaign:${campaign}/asset:${asset}`] = values(counted);
  }
  const total = bruteForceTotal(all, options);
  return { rows, total: values(total), notes: notes(total, Object.keys(rows).length === 0, all, options) };
}

function values(counted: Counted): Record<string, number | string | null> {
  const { sent, delivered, opened, clicked } = counted;
  return {
    ...{ sent, delivered, opened, clicked },
    deliveredRate: rate(delivered, sent),
    hardBounced: counted.hardBounced,
    hardBounceRate: rate(counted.hardBounced, sent),
    softBounced: counted.softBounced,
    softBounceRate: rate(counted.softBounced, sent),
    pending: counted.pending,
    aborted: counted.aborted,
    openedTracked: counted.openedTracked,
    deliveredTracked: counted.deliveredTracked,
    openRate: rate(counted.openedTracked, counted.deliveredTracked),
    clickRate: rate(clicked, delivered),
    clickToOpenRate: rate(clicked, opened),
    unsubscribed: counted.unsubscribed,
    unsubscribeRate: rate(counted.unsubscribed, delivered),
    complained: counted.complained,
    complaintRate: rate(counted.complained, delivered),
    forwarded: counted.forwarded,
    totalOpens: counted.totalOpens,
    totalClicks: counted.totalClicks,
    firstActivityAt: instant(counted.firstActivityAt),
    lastActivityAt: instant(counted.lastActivityAt),
    firstSentAt: instant(counted.firstSentAt),
  };
}

function rate(of: number, over: number): number | null {
  return over === 0 ? null : of / over;
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function notes(
  total: Counted,
  isEmpty: boolean,
  events: ReturnType<typeof bruteEvents>,
  options: BruteOptions,
): SheetNote[] {
  const found: SheetNote[] = [];
  const count = (code: SheetNote['code'], n: number) => {
    if (n > 0) found.push({ code, params: { count: n } });
  };
  count('no-send-record', total.noSendRecord);
  if (options.repeatSends === 'collapse') count('repeat-sends-collapsed', total.repeatSends);
  count('repeat-key-missing', total.noRepeatKey);
  if (options.basis === 'activity' && !isEmpty) found.push({ code: 'rates-mix-cohorts', params: {} });
  if (isEmpty && options.from !== null) {
    const { lastSentAt } = bruteForceTotal(events, { ...options, from: null, to: null });
    if (lastSentAt !== null) found.push({ code: 'latest-send', params: { at: new Date(lastSentAt).toISOString() } });
  }
  return found;
}
