import type { CanonicalEvent } from '@tallysheet/contract';
import { type Calendar, DAYS, HOUR } from '../calendar';
import type { EmailLink } from '../mail/link-book';
import { PeopleYear } from '../people/people-year';
import { type DemoPerson, population } from '../people/population';
import type { ProgramPlan } from '../plan/campaign-plan';
import type { Random } from '../random';
import { deliver } from './delivery';
import { engage } from './engagement';
import { Ledger } from './ledger';
import type { Mailing, Outbox } from './mailing';
import { MailingPlan } from './mailing-plan';
import { MessageStory } from './message-story';
import { scan } from './scanners';

/** An email as its readers meet it: its name and what can be clicked in it. */
export interface DemoEmail {
  name: string;
  links: readonly EmailLink[];
}

const USUALLY_HELD_BACK = 0.012;
/** On the last evening the big providers are slow, so that a sheet shows what pending looks like. */
const SLOW_EVENING = { hours: 5, heldBack: 0.3 };
const TESTERS = 3;

/** Everything that happened in the year, day by day and message by message. Each call tells the same story anew. */
export function* demoYear(
  programs: readonly ProgramPlan[],
  emails: ReadonlyMap<string, DemoEmail>,
  calendar: Calendar,
  random: Random,
): Generator<CanonicalEvent> {
  const people = population(calendar, random.fork('people'));
  const peopleYear = new PeopleYear(people, calendar, random.fork('people-year'));
  const outbox: Outbox = {
    calendar,
    people,
    testers: testers(people, calendar),
    ledger: new Ledger(people.length + TESTERS),
    random: random.fork('mailings'),
  };
  const plan = new MailingPlan(programs, outbox);
  const programNames = new Map(programs.map((program) => [program.id, program.name]));
  for (let day = 0; day < DAYS; day += 1) {
    yield* peopleYear.on(day);
    for (const mailing of plan.on(day)) yield* tell(mailing, day, outbox, emails, programNames);
  }
}

function tell(
  mailing: Mailing,
  day: number,
  { calendar, ledger, random }: Outbox,
  emails: ReadonlyMap<string, DemoEmail>,
  programNames: ReadonlyMap<string, string>,
): CanonicalEvent[] {
  const { campaign, send, person, at, run, variant, test } = mailing;
  const email = emails.get(send.email);
  if (!email) throw new Error(`No such email: ${send.email}`);
  const times = ledger.note(send.email, person, day);
  const messageId = `${send.email.replace('demo-email-', 'demo-')}.${person.index + 1}.${times}`;
  const frame = {
    campaign: { id: campaign.id, name: campaign.name },
    asset: { id: send.email, name: email.name },
    person,
    messageId,
    run,
    variant: variant?.name,
    test,
  };
  const story = new MessageStory(frame, calendar.end);
  if (mailing.excluded) {
    story.tell('excluded', at, { reason: { code: mailing.excluded, failureType: 'ignored' } });
    return story.events;
  }
  const chance = random.fork(messageId);
  const slow = at > calendar.end - SLOW_EVENING.hours * HOUR ? SLOW_EVENING.heldBack : USUALLY_HELD_BACK;
  const heldBack = (send.kind === 'batch' ? send.heldBack : undefined) ?? slow;
  const deliveredAt = deliver(story, at, { heldBack }, ledger, chance);
  if (deliveredAt === null) return story.events;
  scan(story, deliveredAt, email.links, chance);
  const program = { id: campaign.programId, name: programNames.get(campaign.programId) ?? campaign.programId };
  const success = campaign.success && !test ? { ...campaign.success, program } : null;
  const invitation = { response: send.response, lift: variant?.lift ?? 1, links: email.links, success };
  engage(story, deliveredAt, invitation, calendar.clock(person.zone), ledger, chance);
  return story.events;
}

/** The colleagues who get every batch before the others do. */
function testers(people: readonly DemoPerson[], calendar: Calendar): DemoPerson[] {
  return Array.from({ length: TESTERS }, (_, i) => ({
    index: people.length + i,
    id: `demo-person-proof-${i + 1}`,
    address: `proof${i + 1}@northfold.example`,
    language: 'en',
    zone: 'Europe/Paris',
    client: 'other',
    createdAt: calendar.start,
    keenness: 2.08,
    deadBecause: null,
    prefetched: false,
    prefersPhone: false,
    goneAt: Number.POSITIVE_INFINITY,
  }));
}
