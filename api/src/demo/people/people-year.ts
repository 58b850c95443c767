import type { CanonicalEvent } from '@tallysheet/contract';
import { type Calendar, DAYS } from '../calendar';
import { momentOfDay, SHOPPING_HOURS } from '../behaviour/rhythm';
import { customerLifecycle } from '../plan/customer-lifecycle';
import type { Random } from '../random';
import { type DemoPerson, IMPORTED_PEOPLE } from './population';

/** Who signs up does so by what welcomes them. */
const SIGN_UP_PROGRAM = customerLifecycle.id;
const MERGED_PEOPLE = 28;
const DELETED_PEOPLE = 46;

/** Everything that happens to people rather than to messages, by day: joining, merging, leaving for good. */
export class PeopleYear {
  private readonly byDay: CanonicalEvent[][] = Array.from({ length: DAYS }, () => []);

  constructor(
    people: readonly DemoPerson[],
    private readonly calendar: Calendar,
    random: Random,
  ) {
    for (const [place, person] of people.entries()) {
      const created = event(person, 'personCreated', person.createdAt);
      const program = place < IMPORTED_PEOPLE ? undefined : { id: SIGN_UP_PROGRAM };
      this.add(person.createdAt, program ? { ...created, program } : created);
    }
    const leaving = random.sample([...people.slice(0, IMPORTED_PEOPLE)], MERGED_PEOPLE * 2 + DELETED_PEOPLE);
    for (let i = 0; i < MERGED_PEOPLE; i += 1) {
      const [kept, joined] = [leaving[2 * i], leaving[2 * i + 1]];
      if (kept && joined) this.merge(kept, joined, random);
    }
    for (const person of leaving.slice(MERGED_PEOPLE * 2)) this.remove(person, random);
  }

  on(day: number): readonly CanonicalEvent[] {
    return this.byDay[day] ?? [];
  }

  private merge(kept: DemoPerson, joined: DemoPerson, random: Random): void {
    joined.goneAt = this.someDay('Europe/Paris', random);
    this.add(joined.goneAt, {
      ...event(kept, 'personMerged', joined.goneAt),
      id: `demo-merged-${kept.id}-${joined.id}`,
      mergedPersons: [joined.id],
    });
  }

  private remove(person: DemoPerson, random: Random): void {
    person.goneAt = this.someDay(person.zone, random);
    this.add(person.goneAt, event(person, 'personDeleted', person.goneAt));
  }

  private someDay(zone: string, random: Random): number {
    const day = random.whole(60, DAYS - 3);
    return momentOfDay(this.calendar.midnight(day), this.calendar.clock(zone), SHOPPING_HOURS, random);
  }

  private add(at: number, what: CanonicalEvent): void {
    const day = Math.floor((at - this.calendar.start) / (this.calendar.midnight(1) - this.calendar.start));
    this.byDay[day]?.push(what);
  }
}

function event(
  person: DemoPerson,
  kind: 'personCreated' | 'personMerged' | 'personDeleted',
  at: number,
): CanonicalEvent {
  return {
    id: `demo-${kind}-${person.id}`,
    kind,
    at: new Date(at).toISOString(),
    person: { id: person.id, address: person.address },
  };
}
