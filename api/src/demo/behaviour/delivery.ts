import { HOUR, MINUTE, SECOND } from '../calendar';
import type { Random } from '../random';
import type { Ledger } from './ledger';
import type { MessageStory } from './message-story';

/** How the way to the mailbox is at the moment: the share of messages that providers let wait. */
export interface Conditions {
  heldBack: number;
}

const SOFT_REASONS = [
  { code: 'mailbox-full', text: '452 4.2.2 The recipient has used up the storage of this mailbox', weight: 46 },
  { code: 'refused', text: '451 4.7.1 Message refused for now by local policy', weight: 22 },
  { code: 'unreachable', text: '421 4.4.1 No answer from the host', weight: 19 },
  { code: 'not-connected', text: '421 4.4.2 Connection dropped', weight: 13 },
] as const;

const HARD_TEXTS = {
  'user-unknown': '550 5.1.1 No such person at this address',
  'account-disabled': '550 5.2.1 This account is switched off',
  'invalid-domain': '550 5.1.2 The domain does not take mail',
  refused: '554 5.7.1 Message refused by policy',
} as const;

/** Providers that turn mail away more readily than others. */
const STRICT_DOMAINS: Record<string, number> = {
  'orange.example': 0.014,
  'gmx.example': 0.019,
  'web.example': 0.016,
  'skynet.example': 0.013,
};
const USUAL_SOFT_SHARE = 0.0065;
const LOST_SHARE = 0.0014;
const REFUSED_FOR_GOOD_SHARE = 0.0012;

/** Sends one message and says when it arrived; null when it did not, or nobody ever heard. */
export function deliver(
  story: MessageStory,
  sentAt: number,
  conditions: Conditions,
  ledger: Ledger,
  random: Random,
): number | null {
  story.tell('sent', sentAt, story.frame.variant === undefined ? {} : { variant: story.frame.variant });
  const answeredAt = sentAt + Math.floor(SECOND + random.logNormal(5 * SECOND, 0.9));
  const { deadBecause, address } = story.person;
  if (deadBecause) return bounceForGood(story, answeredAt, deadBecause, ledger, random);
  if (random.chance(LOST_SHARE)) return null;
  if (random.chance(REFUSED_FOR_GOOD_SHARE)) return bounceForGood(story, answeredAt, 'refused', ledger, random);
  const softShare = STRICT_DOMAINS[address.slice(address.indexOf('@') + 1)] ?? USUAL_SOFT_SHARE;
  if (random.chance(softShare)) return bounceForNow(story, answeredAt, random);
  const arrivedAt = random.chance(conditions.heldBack) ? wait(story, answeredAt, random) : answeredAt;
  return story.tell('delivered', arrivedAt) ? arrivedAt : null;
}

function bounceForGood(
  story: MessageStory,
  at: number,
  code: keyof typeof HARD_TEXTS,
  ledger: Ledger,
  random: Random,
): null {
  const reason = { code, text: HARD_TEXTS[code], failureType: 'hard' as const };
  if (!story.tell('hardBounced', at, { reason })) return null;
  if (code === 'refused') return null;
  ledger.quit(story.person, at, 'quarantined-address');
  if (random.chance(0.85)) story.tell('quarantined', at + 2 * SECOND, { reason });
  return null;
}

/** A soft bounce: in one of four the sender's next try arrives after all. */
function bounceForNow(story: MessageStory, at: number, random: Random): number | null {
  const { code, text } = random.weighted(SOFT_REASONS, (reason) => reason.weight);
  story.tell('softBounced', at, { reason: { code, text, failureType: 'soft' } });
  if (!random.chance(0.25)) return null;
  const arrivedAt = at + Math.floor(random.between(1.5, 26) * HOUR);
  return story.tell('delivered', arrivedAt) ? arrivedAt : null;
}

/** The provider asks to come back later, once or several times. */
function wait(story: MessageStory, from: number, random: Random): number {
  const reason = {
    code: 'not-connected',
    text: '421 4.7.0 Too many messages at once, try later',
    failureType: 'soft' as const,
  };
  let at = from;
  let pause = random.between(8, 40) * MINUTE;
  for (let tries = random.whole(1, 4); tries > 0; tries -= 1) {
    story.tell('deferred', at, { reason });
    at += Math.floor(pause);
    pause *= random.between(1.8, 3.2);
  }
  return at;
}
