import { firstOf, messagesOf, namesOfPeople, sentAtOf, type BruteEvent, type BruteOptions } from './brute-force';

/** How many different people, and runs of campaigns, the messages are of that stand in the period, by name and one by one. */
export function bruteForceDistinct(
  events: readonly BruteEvent[],
  options: BruteOptions,
): { people: number; runs: number } {
  const names = namesOfPeople(events);
  const people = new Set<string>();
  const runs = new Set<string>();
  for (const message of messagesOf(events, options)) {
    if (message.some((event) => event.test)) continue;
    const anchor = sentAtOf(message) ?? firstOf(message, 'targeted') ?? firstOf(message, 'excluded');
    if (anchor === null) continue;
    if (options.from !== null && anchor < options.from) continue;
    if (options.to !== null && anchor >= options.to) continue;
    people.add(names.get(message[0]!.person)!);
    const run = runOf(message);
    if (run !== null) runs.add(JSON.stringify([message[0]!.campaign, run]));
  }
  return { people: people.size, runs: runs.size };
}

/** What the earliest event with a run says, send events before all others. */
function runOf(message: readonly BruteEvent[]): string | null {
  const telling = message.filter((event) => event.run !== null);
  const sends = telling.filter((event) => event.kind === 'sent');
  const [first] = [...(sends.length > 0 ? sends : telling)].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return first?.run ?? null;
}
