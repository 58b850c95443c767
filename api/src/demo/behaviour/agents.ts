import type { Random } from '../random';
import type { DemoPerson } from '../people/population';

export interface Agent {
  userAgent: string;
  ip: string;
}

const GOOGLE_PROXY = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const YAHOO_PROXY = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';
const APPLE_PREFETCH = 'Mozilla/5.0';

const PHONES = [
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.7 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
] as const;

const DESKTOPS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
] as const;

const SCANNERS = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/124.0.0.0 Safari/537.36',
  'python-requests/2.32.3',
  'Mozilla/5.0 (compatible; MailGateway-LinkCheck/4.1; security scanner bot)',
] as const;

/** Some scanners pass for an ordinary browser, and are known by their speed alone. */
const DISGUISED_SCANNER = DESKTOPS[0];

/** What a click, or an open without a proxy, tells of the person's own phone or desktop. */
export function ownAgent(person: DemoPerson, random: Random): Agent {
  const phone = random.chance(person.prefersPhone ? 0.85 : 0.18);
  const models = phone ? PHONES : DESKTOPS;
  const usual = models[person.index % models.length] ?? models[0];
  return { userAgent: usual, ip: homeAddress(person) };
}

/** What an open tells: Gmail and Yahoo fetch the pictures themselves, the others show the person's own agent. */
export function openingAgent(person: DemoPerson, random: Random): Agent {
  if (person.client === 'gmail') return { userAgent: GOOGLE_PROXY, ip: `192.0.2.${random.whole(1, 60)}` };
  if (person.client === 'yahoo') return { userAgent: YAHOO_PROXY, ip: `192.0.2.${random.whole(61, 90)}` };
  return ownAgent(person, random);
}

export function prefetchAgent(random: Random): Agent {
  return { userAgent: APPLE_PREFETCH, ip: `192.0.2.${random.whole(91, 140)}` };
}

export function scannerAgent(random: Random): Agent {
  const userAgent = random.chance(0.3) ? DISGUISED_SCANNER : random.pick(SCANNERS);
  return { userAgent, ip: `192.0.2.${random.whole(200, 254)}` };
}

function homeAddress(person: DemoPerson): string {
  const network = person.zone.startsWith('America/') ? '203.0.113' : '198.51.100';
  return `${network}.${1 + (person.index % 254)}`;
}
