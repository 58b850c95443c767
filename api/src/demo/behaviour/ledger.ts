import { DAYS } from '../calendar';
import type { DemoPerson } from '../people/population';

export type QuitReason = 'denylisted-address' | 'quarantined-address';

/** What the sender remembers while the year goes by: who must not be written to any more, and who got what when. */
export class Ledger {
  private readonly quits = new Map<number, { at: number; because: QuitReason }>();
  private readonly lastDays = new Map<string, Int16Array>();
  private readonly times = new Map<string, Uint8Array>();
  private readonly recipients = new Map<string, number[]>();

  constructor(private readonly people: number) {}

  quit(person: DemoPerson, at: number, because: QuitReason): void {
    const known = this.quits.get(person.index);
    if (!known || at < known.at) this.quits.set(person.index, { at, because });
  }

  /** Why this person must not be written to at that moment; null when nothing speaks against it. */
  whyNot(person: DemoPerson, at: number): QuitReason | null {
    const quit = this.quits.get(person.index);
    return quit && quit.at <= at ? quit.because : null;
  }

  /** Notes a sending and says how many times this person has now got this email. */
  note(email: string, person: DemoPerson, day: number): number {
    const times = this.timesOf(email);
    const count = (times[person.index] ?? 0) + 1;
    times[person.index] = count;
    this.daysOf(email)[person.index] = day;
    if (count === 1) this.recipientsOf(email).push(person.index);
    return count;
  }

  /** How long ago this email last went to this person; everlasting if never. */
  daysSince(email: string, person: DemoPerson, day: number): number {
    const last = this.daysOf(email)[person.index] ?? -DAYS;
    return last === -DAYS ? Number.POSITIVE_INFINITY : day - last;
  }

  recipientsOf(email: string): number[] {
    return remembered(this.recipients, email, () => []);
  }

  private daysOf(email: string): Int16Array {
    return remembered(this.lastDays, email, () => new Int16Array(this.people).fill(-DAYS));
  }

  private timesOf(email: string): Uint8Array {
    return remembered(this.times, email, () => new Uint8Array(this.people));
  }
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
