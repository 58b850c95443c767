import { IpRanges } from '@tallysheet/counting';
import type { CanonicalEvent } from '@tallysheet/contract';
import { APPLE_PREFETCH, type BruteEvent } from '../oracle';

/** Machines told by their address: the API of the worlds is opened with this list. */
export const IP_RANGES = IpRanges.parse('203.0.113.0/24\n2001:db8:cafe::/48 privacyProxy\n');

interface KnownAgent extends Pick<CanonicalEvent, 'agent' | 'bot'> {
  verdict: BruteEvent['verdict'];
}

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

/** Who opens and clicks, and what everybody knows of them. */
export const AGENTS: readonly KnownAgent[] = [
  { bot: true, verdict: 'bot' },
  { bot: true, agent: { userAgent: CHROME }, verdict: 'bot' },
  { bot: false, agent: { userAgent: CHROME, ip: '198.51.100.4' }, verdict: 'human' },
  { bot: false, agent: { userAgent: APPLE_PREFETCH }, verdict: 'privacyProxy' },
  {
    agent: { userAgent: 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)' },
    verdict: 'human',
  },
  { agent: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }, verdict: 'bot' },
  { agent: { userAgent: CHROME, ip: '203.0.113.20' }, verdict: 'bot' },
  { agent: { ip: '2001:db8:cafe::1' }, verdict: 'privacyProxy' },
];

/** The verdict on an event of a world. */
export function knownVerdict({ agent, bot }: CanonicalEvent): BruteEvent['verdict'] {
  const same = AGENTS.find((known) => known.bot === bot && JSON.stringify(known.agent) === JSON.stringify(agent));
  return same?.verdict ?? 'human';
}

interface KnownLink {
  url: string;
  /** The link that it counts as, unless `personal` says otherwise. */
  as: string;
  /** The same where the workspace takes the parameter `sid` for personal. */
  personal?: string;
  label?: string;
}

const SHOP = 'https://shop.example';
export const UNSUBSCRIBE_LINK = `${SHOP}/unsubscribe`;
export const MIRROR_LINK = `${SHOP}/view`;

/** The addresses that are clicked, some of which are one link. */
export const LINKS: readonly KnownLink[] = [
  { url: `${SHOP}/shoes`, as: `${SHOP}/shoes`, label: 'A pair of shoes' },
  { url: `${SHOP}/shoes?mkt_tok=abc#top`, as: `${SHOP}/shoes`, label: 'A pair of shoes' },
  { url: 'HTTPS://SHOP.example/shoes', as: `${SHOP}/shoes` },
  { url: `${SHOP}/hats?utm_source=mail`, as: `${SHOP}/hats?utm_source=mail` },
  { url: `${SHOP}/a?sid=1`, as: `${SHOP}/a?sid=1`, personal: `${SHOP}/a` },
  { url: `${SHOP}/a?sid=2&b=1`, as: `${SHOP}/a?sid=2&b=1`, personal: `${SHOP}/a?b=1` },
  { url: 'mailto:us@shop.example', as: 'mailto:us@shop.example' },
  { url: UNSUBSCRIBE_LINK, as: UNSUBSCRIBE_LINK },
  { url: MIRROR_LINK, as: MIRROR_LINK },
  { url: 'https://[', as: 'malformed' },
  { url: 'nonsense', as: 'malformed' },
];
