import { HOUR, MINUTE, SECOND, type ZoneClock } from '../calendar';
import type { EmailLink } from '../mail/link-book';
import type { Response, Success } from '../plan/campaign-plan';
import type { Random } from '../random';
import { openingAgent, ownAgent } from './agents';
import type { Ledger } from './ledger';
import type { MessageStory } from './message-story';
import { readingDelay, whenAwake } from './rhythm';

/** What decides how a person answers one email, beside the person. */
export interface Invitation {
  response: Response;
  /** Multiplies the opens, for one half of an A/B test. */
  lift: number;
  links: readonly EmailLink[];
  success: (Success & { program: { id: string; name: string } }) | null;
}

const COMPLAINT_SHARE = 0.00034;
const PICTURES_BLOCKED_SHARE = 0.04;
const MIRROR_SHARE = 0.013;
const FORWARD_SHARE = 0.005;

/** What a person does with a message that arrived: nothing, or read it, follow links, leave, complain, pass it on. */
export function engage(
  story: MessageStory,
  deliveredAt: number,
  { response, lift, links, success }: Invitation,
  clock: ZoneClock,
  ledger: Ledger,
  random: Random,
): void {
  const { person } = story;
  if (random.chance(COMPLAINT_SHARE)) complain(story, whenAwake(deliveredAt + HOUR, clock, random), ledger);
  if (!random.chance(Math.min(0.95, response.open * lift * person.keenness))) return;
  const openedAt = whenAwake(deliveredAt + readingDelay(response.medianHours, random), clock, random);
  const clicks = random.chance(Math.min(0.9, response.clickToOpen * (0.55 + 0.45 * person.keenness)));
  if (!(clicks && random.chance(PICTURES_BLOCKED_SHARE))) open(story, openedAt, clock, random);
  const agent = ownAgent(person, random);
  if (clicks) {
    const clickedAt = followLinks(story, openedAt, links, random);
    if (success && random.chance(success.chance)) {
      story.tellStatus(success.program, success.status, clickedAt + Math.floor(random.between(1, 35) * MINUTE));
    }
  }
  if (random.chance(MIRROR_SHARE))
    story.tell('mirrorViewed', openedAt + Math.floor(random.between(9, 40) * SECOND), { agent });
  if (random.chance(FORWARD_SHARE))
    story.tell('forwarded', openedAt + Math.floor(random.between(1, 9) * MINUTE), { agent });
  leave(story, openedAt, response, ledger, random);
}

/** The first open and those that follow: half of the readers come back at least once. */
function open(story: MessageStory, openedAt: number, clock: ZoneClock, random: Random): void {
  let at = openedAt;
  for (let times = 0; times < 6; times += 1) {
    if (!story.tell('opened', at, { agent: openingAgent(story.person, random) })) return;
    if (!random.chance(0.3)) return;
    at = whenAwake(at + 3 * MINUTE + random.logNormal(5 * HOUR, 1.6), clock, random);
  }
}

/** The clicks of one visit, at least some seconds apart as people do it; says when the last one was. */
function followLinks(story: MessageStory, openedAt: number, links: readonly EmailLink[], random: Random): number {
  const agent = ownAgent(story.person, random);
  let at = openedAt + 4 * SECOND + Math.floor(random.logNormal(16 * SECOND, 0.8));
  for (let times = 0; times < 5; times += 1) {
    const link = random.weighted(links, (entry) => entry.weight);
    if (!story.tell('clicked', at, { agent, link: { url: link.url, label: link.label } })) return at;
    if (!random.chance(0.27)) return at;
    at += 5 * SECOND + Math.floor(random.logNormal(50 * SECOND, 0.9));
  }
  return at;
}

/** Leaving takes two steps; some stop after the first, the click on the link. */
function leave(story: MessageStory, openedAt: number, response: Response, ledger: Ledger, random: Random): void {
  const share = response.unsubscribe / response.open;
  const leaves = random.chance(share);
  if (!leaves && !random.chance(share * 0.25)) return;
  const at = openedAt + Math.floor(random.between(6, 75) * SECOND);
  const agent = ownAgent(story.person, random);
  story.tell('optOutClicked', at, { agent });
  const leftAt = at + Math.floor(random.between(5, 50) * SECOND);
  if (leaves && story.tell('unsubscribed', leftAt)) ledger.quit(story.person, leftAt, 'denylisted-address');
}

function complain(story: MessageStory, at: number, ledger: Ledger): void {
  if (story.tell('complained', at)) ledger.quit(story.person, at, 'denylisted-address');
}
