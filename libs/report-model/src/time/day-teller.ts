import { Temporal } from 'temporal-polyfill';

const MS_OF_DAY = 86_400_000;

/**
 * Tells which day a zone's clocks show at an instant, in days since 1970: for many instants, as it asks about the zone only
 * once for each time between two changes of its clocks.
 */
export function dayTeller(timeZone: string): (at: number) => number {
  const spans: { from: number; to: number; aheadMs: number }[] = [];
  return (at) => {
    let span = spans.find(({ from, to }) => at >= from && at < to);
    if (!span) spans.push((span = spanAround(at, timeZone)));
    return Math.floor((at + span.aheadMs) / MS_OF_DAY);
  };
}

function spanAround(at: number, timeZone: string): { from: number; to: number; aheadMs: number } {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  // A change at this very instant is the one before it.
  const before = zoned(at + 1).getTimeZoneTransition('previous');
  const after = zoned(at).getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    aheadMs: zoned(at).offsetNanoseconds / 1e6,
  };
}
