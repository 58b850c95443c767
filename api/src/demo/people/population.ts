import { type Calendar, DAYS, MINUTE } from '../calendar';
import { dailyShares, momentOfDay, SHOPPING_HOURS } from '../behaviour/rhythm';
import type { Random } from '../random';
import { NAMES } from './names';
import { type MailClient, type MailLanguage, REGIONS } from './regions';

/** Somebody who is written to. What does not change over the year is decided here, once. */
export interface DemoPerson {
  index: number;
  id: string;
  address: string;
  language: MailLanguage;
  zone: string;
  client: MailClient;
  createdAt: number;
  /** How keen on opening this person is; 1 is the average. */
  keenness: number;
  /** Why no mail ever arrives there; null for a good address. */
  deadBecause: 'user-unknown' | 'account-disabled' | 'invalid-domain' | null;
  /** Apple fetches the pictures of every mail on arrival. */
  prefetched: boolean;
  prefersPhone: boolean;
  /** Merged into another person, or deleted: nothing happens to them afterwards. */
  goneAt: number;
}

/** The list that the shop started with, and everybody who joined during the year. */
export const IMPORTED_PEOPLE = 7_000;
export const JOINING_PEOPLE = 11_000;

const DEAD_REASONS = [
  { because: 'user-unknown', weight: 62 },
  { because: 'account-disabled', weight: 22 },
  { because: 'invalid-domain', weight: 16 },
] as const;

/** Everybody in the demo, in the order in which they became known. */
export function population(calendar: Calendar, random: Random): DemoPerson[] {
  const people: DemoPerson[] = [];
  const taken = new Map<string, number>();
  const add = (createdAt: (zone: string) => number, deadShare: number): void => {
    people.push(person(people.length, createdAt, deadShare, taken, random.fork(`person-${people.length}`)));
  };
  const importStart = calendar.clock('Europe/Paris').instantOn(calendar.start, 9);
  for (let i = 0; i < IMPORTED_PEOPLE; i += 1)
    add(() => importStart + Math.floor((i / IMPORTED_PEOPLE) * 12 * MINUTE), 0.021);
  const joining = dailyShares(calendar, JOINING_PEOPLE, { growth: 0.9, from: 0, to: DAYS - 1 }, random.fork('joining'));
  joining.forEach((count, day) => {
    for (let i = 0; i < count; i += 1) {
      const hours = random.fork(`joined-${day}-${i}`);
      add((zone) => momentOfDay(calendar.midnight(day), calendar.clock(zone), SHOPPING_HOURS, hours), 0.008);
    }
  });
  return people;
}

function person(
  index: number,
  createdAt: (zone: string) => number,
  deadShare: number,
  taken: Map<string, number>,
  random: Random,
): DemoPerson {
  const region = random.weighted(REGIONS, (entry) => entry.weight);
  const mail = random.weighted(region.domains, (entry) => entry.weight);
  const names = NAMES[region.language];
  const local = `${random.pick(names.first)}.${random.pick(names.last)}`;
  const namesakes = taken.get(`${local}@${mail.domain}`) ?? 0;
  taken.set(`${local}@${mail.domain}`, namesakes + 1);
  return {
    index,
    id: `demo-person-${String(index + 1).padStart(5, '0')}`,
    address: `${local}${namesakes === 0 ? '' : namesakes + 1}@${mail.domain}`,
    language: region.language,
    zone: region.zone,
    client: mail.client,
    createdAt: createdAt(region.zone),
    keenness: keenness(random),
    deadBecause: random.chance(deadShare) ? random.weighted(DEAD_REASONS, (reason) => reason.weight).because : null,
    prefetched: random.chance(mail.client === 'apple' ? 0.82 : mail.client === 'gmail' ? 0.05 : 0.02),
    prefersPhone: random.chance(mail.client === 'office' ? 0.25 : 0.62),
    goneAt: Number.POSITIVE_INFINITY,
  };
}

/** Three kinds of readers, whose average is 1: hardly ever, now and then, nearly always. */
function keenness(random: Random): number {
  const kind = random.next();
  if (kind < 0.3) return random.between(0.15, 0.5);
  if (kind < 0.75) return random.between(0.7, 1.3);
  return random.between(1.4, 2.08);
}
