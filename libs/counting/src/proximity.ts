import type { CountedEvent } from './event';

/**
 * The opens and clicks of one message that nobody could have made so close together (rule 7).
 *
 * Two clicks on different links within `seconds` are bots', and so is an open within `seconds` of either. An open
 * names no link and so proves nothing itself; a click without a link cannot be told to be on a different one.
 */
export function tooClose(events: readonly CountedEvent[], seconds: number): Set<CountedEvent> {
  const near = (a: CountedEvent, b: CountedEvent) => Math.abs(second(a) - second(b)) <= seconds;
  const bots = new Set<CountedEvent>();
  const clicks = events.filter((event) => event.kind === 'clicked' && event.link !== null);
  if (clicks.length < 2) return bots;
  clicks.sort((a, b) => a.at - b.at);
  for (let i = 0; i < clicks.length; i++) {
    const click = clicks[i]!;
    for (let j = i + 1; j < clicks.length && near(click, clicks[j]!); j++) {
      const other = clicks[j]!;
      if (other.link !== click.link) bots.add(click).add(other);
    }
  }
  if (bots.size === 0) return bots;

  const botSeconds = new Set([...bots].map(second));
  for (const event of events) {
    if (event.kind !== 'opened') continue;
    for (let s = second(event) - seconds; s <= second(event) + seconds; s++) if (botSeconds.has(s)) bots.add(event);
  }
  return bots;
}

function second(event: CountedEvent): number {
  return Math.floor(event.at / 1000);
}
