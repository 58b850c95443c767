import { DAYS, MINUTE } from '../calendar';
import type { DemoPerson } from '../people/population';
import type { Audience, BatchSend, CampaignPlan, RecurringSend } from '../plan/campaign-plan';
import { isThere, type Mailing, type Outbox } from './mailing';

const SENDER_ZONE = 'Europe/Paris';
const KEEN_FROM = 0.7;
const RECURRING_MINUTES = 3;
const TEST_HOUR = 15.5;

/** The day on which a batch goes out; the office is closed at weekends, but a deadline is a deadline. */
export function batchDay(send: BatchSend, { calendar }: Outbox): number {
  let day = DAYS - 1 - send.daysBefore;
  while (!send.exactDay && day > 0 && [0, 6].includes(calendar.weekday(day))) day -= 1;
  return day;
}

/** Everybody a batch goes to on its day, spread over the minutes that the sending takes. */
export function* batchMailings(
  campaign: CampaignPlan,
  send: BatchSend,
  day: number,
  outbox: Outbox,
): Generator<Mailing> {
  const start = outbox.calendar.clock(SENDER_ZONE).instantOn(outbox.calendar.midnight(day), send.at);
  const random = outbox.random.fork(`audience-${send.email}`);
  const audience = random.sample(eligible(send.audience, start, outbox), send.audience.size);
  const run = runId(send.email, day, outbox);
  for (const [position, person] of audience.entries()) {
    const at = start + Math.floor((position / audience.length) * send.minutes * MINUTE);
    const variant = send.variants?.[position % send.variants.length];
    const excluded = outbox.ledger.whyNot(person, at) ?? undefined;
    yield { campaign, send, person, at, run, variant, excluded };
  }
}

/** The proofs that colleagues get the working day before a batch. */
export function* testMailings(
  campaign: CampaignPlan,
  send: BatchSend,
  day: number,
  outbox: Outbox,
): Generator<Mailing> {
  const at = outbox.calendar.clock(SENDER_ZONE).instantOn(outbox.calendar.midnight(day), TEST_HOUR);
  for (const [position, person] of outbox.testers.entries()) {
    yield { campaign, send, person, at: at + position * 400, test: true };
  }
}

/** The same email to those who subscribed to it: who does is decided by the person, not by the day. */
export function* recurringMailings(
  campaign: CampaignPlan,
  send: RecurringSend,
  day: number,
  outbox: Outbox,
): Generator<Mailing> {
  const start = outbox.calendar.clock(SENDER_ZONE).instantOn(outbox.calendar.midnight(day), send.at);
  const everybody = eligible({ language: send.language, size: Number.POSITIVE_INFINITY }, start, outbox);
  const readers = everybody.filter((person) =>
    outbox.random.fork(`${send.email}-reader-${person.index}`).chance(send.share),
  );
  const run = runId(send.email, day, outbox);
  for (const [position, person] of readers.entries()) {
    const at = start + Math.floor((position / readers.length) * RECURRING_MINUTES * MINUTE);
    if (!outbox.ledger.whyNot(person, at)) yield { campaign, send, person, at, run };
  }
}

/** The days on which a recurring email goes out, as numbers. */
export function recurringDays(send: RecurringSend): number[] {
  return Array.from({ length: send.times }, (_, i) => DAYS - 1 - send.lastDaysBefore - i * send.everyDays);
}

function eligible(audience: Audience, at: number, { people }: Outbox): DemoPerson[] {
  return people.filter(
    (person) =>
      (audience.language === 'any' || person.language === audience.language) &&
      (!audience.keen || person.keenness >= KEEN_FROM) &&
      isThere(person, at),
  );
}

function runId(email: string, day: number, { calendar }: Outbox): string {
  const date = new Date(calendar.midnight(day)).toISOString().slice(0, 10);
  return `${email.replace('demo-email-', 'demo-run-')}-${date}`;
}
