import { MINUTE, SECOND } from '../calendar';
import type { EmailLink } from '../mail/link-book';
import type { Random } from '../random';
import { prefetchAgent, scannerAgent } from './agents';
import type { MessageStory } from './message-story';

const SCANNED_SHARE = 0.34;

/**
 * What machines do to a message before its reader sees it: the security gateways of offices follow several links
 * within one second, and Apple Mail fetches the pictures.
 */
export function scan(story: MessageStory, deliveredAt: number, links: readonly EmailLink[], random: Random): void {
  if (story.person.client === 'office' && random.chance(SCANNED_SHARE)) followLinks(story, deliveredAt, links, random);
  if (story.person.prefetched && random.chance(0.93)) {
    const wait = SECOND * 20 + random.exponential(50 * MINUTE);
    story.tell('opened', Math.floor(deliveredAt + wait), { agent: prefetchAgent(random) });
  }
}

function followLinks(story: MessageStory, deliveredAt: number, links: readonly EmailLink[], random: Random): void {
  const agent = scannerAgent(random);
  const known = random.chance(0.4) ? { bot: true } : {};
  const second = Math.floor((deliveredAt + random.between(2, 45) * SECOND) / SECOND) * SECOND;
  story.tell('opened', second + 40, { agent, ...known });
  const followed = random.sample([...links], random.whole(3, Math.min(6, Math.max(3, links.length))));
  followed.forEach((link, i) => {
    story.tell('clicked', second + 120 + i * 110, { agent, link: { url: link.url, label: link.label }, ...known });
  });
  if (random.chance(0.015)) story.tell('optOutClicked', second + 900, { agent, ...known });
}
