/* The mailings that the benchmarks send: the same for the same numbers, made as they are read. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2025, 0, 1);
/** So many people may be written to. */
export const PEOPLE = 2_000_000;

/** @typedef {Record<string, any>} CanonicalEvent */

/**
 * A small random number generator (mulberry32): quick, and good enough to spread mailings.
 * @param {number} seed
 */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * How many messages, and in mailings of which size; `first` is the number of the first mailing, so that a second run
 * goes on where the one before it ended.
 * @typedef {{ messages: number, mailing?: number, first?: number, seed?: number, campaigns?: number, assets?: number }} Size
 */

/** So many messages has each mailing of a workspace of this size. @param {number} messages */
export const mailingOf = (messages) => Math.max(500, Math.min(20_000, Math.round(messages / 200)));

/**
 * Events of `messages` messages, 2.5 each on average, in the order in which a sender's export lists them: mailing by
 * mailing. Seven of ten messages are in mass mailings sent within two hours, three in triggers spread over 90 days.
 * @param {Size} size
 * @returns {Generator<CanonicalEvent>}
 */
export function* eventsOf({ messages, mailing: asked, first = 0, seed = 1, campaigns = 400, assets = 1000 }) {
  const random = randomNumbers(seed + first);
  const perMailing = asked ?? mailingOf(messages);
  for (let sent = 0, mailing = first; sent < messages; mailing += 1) {
    const size = Math.min(perMailing, messages - sent);
    const ids = { campaign: `campaign-${mailing % campaigns}`, asset: `email-${mailing % assets}` };
    const isTrigger = mailing % 10 >= 7;
    const from = START + (mailing % 700) * DAY_MS + 9 * HOUR_MS;
    for (let index = 0; index < size; index += 1) {
      const at = from + Math.floor(random() * (isTrigger ? 90 * DAY_MS : 2 * HOUR_MS));
      yield* message(random, { mailing, number: sent + index, at, ...ids });
    }
    sent += size;
  }
}

/**
 * @param {() => number} random
 * @param {{ mailing: number, number: number, at: number, campaign: string, asset: string }} of
 * @returns {Generator<CanonicalEvent>}
 */
function* message(random, { mailing, number, at, ...ids }) {
  const campaign = { id: ids.campaign };
  const asset = { id: ids.asset };
  const person = { id: `person-${Math.floor(random() * PEOPLE)}` };
  let count = 0;
  /** @param {string} kind @param {number} when @param {Record<string, unknown>} [more] */
  const event = (kind, when, more) => ({
    id: `${mailing}-${number}-${count++}`,
    kind,
    at: new Date(when).toISOString(),
    channel: 'email',
    campaign,
    asset,
    person,
    ...more,
  });
  yield event('sent', at);
  if (random() < 0.02) {
    const reason = { code: 'user-unknown', failureType: 'hard' };
    yield event('hardBounced', at + 2000, { reason });
    return;
  }
  yield event('delivered', at + 1000 + Math.floor(random() * 60_000));
  if (random() < 0.32) {
    const opened = at + Math.floor(random() ** 3 * 3 * DAY_MS) + 60_000;
    const agent = { userAgent: AGENTS[Math.floor(random() * AGENTS.length)], ip: '203.0.113.7' };
    yield event('opened', opened, { agent });
    if (random() < 0.3) yield event('opened', opened + Math.floor(random() * DAY_MS), { agent });
    if (random() < 0.3) {
      const link = { url: `https://shop.example.com/offer-${Math.floor(random() * 8)}` };
      yield event('clicked', opened + 20_000, { agent, link });
    }
  }
}

const AGENTS = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36',
];
