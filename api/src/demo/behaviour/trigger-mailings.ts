import { DAYS, HOUR, MINUTE } from '../calendar';
import { type DemoPerson, IMPORTED_PEOPLE } from '../people/population';
import type { CampaignPlan, Cause, TriggerSend } from '../plan/campaign-plan';
import type { Random } from '../random';
import { isThere, type Mailing, type Outbox } from './mailing';
import { dailyShares, momentOfDay, SHOPPING_HOURS } from './rhythm';

type Visit = Extract<Cause, { because: 'visit' }>;

const MOST_KEEN = 2.08;
const DAYS_BETWEEN_REPEATS = 5;
const MORNING = 8.5;

/** What a trigger campaign sends on one day, in no order. */
export type TriggerPlanner = (day: number) => Generator<Mailing>;

/** Makes the planner of one email of a trigger campaign. */
export function triggerPlanner(campaign: CampaignPlan, send: TriggerSend, outbox: Outbox): TriggerPlanner {
  const { cause } = send;
  const random = outbox.random.fork(`trigger-${send.email}`);
  const mailing = (person: DemoPerson, at: number): Mailing[] =>
    isThere(person, at) && !outbox.ledger.whyNot(person, at) ? [{ campaign, send, person, at }] : [];
  if (cause.because === 'visit') {
    const from = DAYS - 1 - cause.fromDaysBefore;
    const counts = dailyShares(
      outbox.calendar,
      cause.total,
      { growth: cause.growth, from, to: DAYS - 1 },
      random.fork('days'),
    );
    return function* (day) {
      const ofDay = random.fork(`day-${day}`);
      for (let i = 0; i < (counts[day] ?? 0); i += 1) {
        const visitor = findVisitor(send, cause, day, outbox, ofDay.fork(`visitor-${i}`));
        if (visitor) yield* mailing(visitor.person, visitor.at);
        const again = findRepeat(send, cause, day, outbox, ofDay.fork(`again-${i}`));
        if (again) yield* mailing(again.person, again.at);
      }
    };
  }
  if (cause.because === 'signedUp') {
    return function* (day) {
      const { start, end } = peopleOfDay(day, outbox);
      for (const person of outbox.people.slice(start, end)) {
        const own = random.fork(`person-${person.index}`);
        if (person.language !== cause.language || !own.chance(cause.share)) continue;
        yield* mailing(person, person.createdAt + Math.floor(own.between(0.4, 4) * MINUTE));
      }
    };
  }
  return function* (day) {
    for (const index of outbox.ledger.recipientsOf(cause.email)) {
      const person = outbox.people[index];
      if (!person || outbox.ledger.daysSince(cause.email, person, day) !== cause.daysLater) continue;
      if (outbox.ledger.daysSince(send.email, person, day) !== Number.POSITIVE_INFINITY) continue;
      const own = random.fork(`person-${index}`);
      if (!own.chance(cause.share)) continue;
      const morning = outbox.calendar.clock(person.zone).instantOn(outbox.calendar.midnight(day), MORNING);
      yield* mailing(person, morning + Math.floor(own.between(0, 2.5) * HOUR));
    }
  };
}

/** People who joined on one day stand together, after the imported list. */
function peopleOfDay(day: number, { people, calendar }: Outbox): { start: number; end: number } {
  const start = Math.max(IMPORTED_PEOPLE, firstSince(people, calendar.midnight(day)));
  return { start, end: Math.max(start, firstSince(people, calendar.midnight(day + 1))) };
}

/** The number of people known before that moment: they stand in the order of their days. */
function firstSince(people: readonly DemoPerson[], at: number): number {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((people[middle]?.createdAt ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Visitor {
  person: DemoPerson;
  at: number;
}

/** Somebody who has not had this email yet and comes to the shop that day; keen readers visit more. */
function findVisitor(send: TriggerSend, cause: Visit, day: number, outbox: Outbox, random: Random): Visitor | null {
  const known = firstSince(outbox.people, outbox.calendar.midnight(day + 1));
  for (let tries = 0; tries < 60; tries += 1) {
    const person = outbox.people[random.whole(0, Math.max(0, known - 1))];
    if (!person || (cause.language !== 'any' && person.language !== cause.language)) continue;
    if (!random.chance(person.keenness / MOST_KEEN)) continue;
    if (outbox.ledger.daysSince(send.email, person, day) !== Number.POSITIVE_INFINITY) continue;
    const at = visitMoment(person, day, outbox, random);
    if (isThere(person, at) && !outbox.ledger.whyNot(person, at)) return { person, at };
  }
  return null;
}

/** Somebody who has had it before and gives cause for it once more. */
function findRepeat(send: TriggerSend, cause: Visit, day: number, outbox: Outbox, random: Random): Visitor | null {
  const recipients = outbox.ledger.recipientsOf(send.email);
  if (recipients.length === 0 || !random.chance(cause.again)) return null;
  const person = outbox.people[random.pick(recipients)];
  if (!person || outbox.ledger.daysSince(send.email, person, day) < DAYS_BETWEEN_REPEATS) return null;
  return { person, at: visitMoment(person, day, outbox, random) };
}

function visitMoment(person: DemoPerson, day: number, { calendar }: Outbox, random: Random): number {
  return momentOfDay(calendar.midnight(day), calendar.clock(person.zone), SHOPPING_HOURS, random);
}
