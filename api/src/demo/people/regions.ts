export type MailLanguage = 'en' | 'fr';

/** What a person reads mail with: it decides what an open looks like from the sender's side. */
export type MailClient = 'gmail' | 'yahoo' | 'apple' | 'office' | 'other';

export interface MailDomain {
  domain: string;
  client: MailClient;
  weight: number;
}

/** Where people live: their clock, their language, and the mail providers that are usual there. */
export interface Region {
  zone: string;
  language: MailLanguage;
  weight: number;
  domains: readonly MailDomain[];
}

const GMAIL: MailDomain = { domain: 'gmail.example', client: 'gmail', weight: 38 };
const OUTLOOK: MailDomain = { domain: 'outlook.example', client: 'other', weight: 18 };
const YAHOO: MailDomain = { domain: 'yahoo.example', client: 'yahoo', weight: 8 };
const ICLOUD: MailDomain = { domain: 'icloud.example', client: 'apple', weight: 13 };
const OFFICES: readonly MailDomain[] = [
  { domain: 'fjordworks.example', client: 'office', weight: 3 },
  { domain: 'halden-partners.test', client: 'office', weight: 2 },
  { domain: 'atelier-vernay.example', client: 'office', weight: 2 },
];

const WORLD = [GMAIL, OUTLOOK, YAHOO, ICLOUD, ...OFFICES];
const FRANCE: readonly MailDomain[] = [
  ...WORLD,
  { domain: 'orange.example', client: 'other', weight: 16 },
  { domain: 'laposte.example', client: 'other', weight: 6 },
  { domain: 'free.example', client: 'other', weight: 8 },
];
const BELGIUM: readonly MailDomain[] = [...WORLD, { domain: 'skynet.example', client: 'other', weight: 14 }];
const SWITZERLAND: readonly MailDomain[] = [...WORLD, { domain: 'bluewin.example', client: 'other', weight: 16 }];
const BRITAIN: readonly MailDomain[] = [...WORLD, { domain: 'btinternet.example', client: 'other', weight: 10 }];
const GERMANY: readonly MailDomain[] = [
  ...WORLD,
  { domain: 'gmx.example', client: 'other', weight: 22 },
  { domain: 'web.example', client: 'other', weight: 12 },
];
const AMERICA: readonly MailDomain[] = [
  ...WORLD,
  { domain: 'comcast.example', client: 'other', weight: 6 },
  { domain: 'example.com', client: 'other', weight: 2 },
];

export const REGIONS: readonly Region[] = [
  { zone: 'Europe/Paris', language: 'fr', weight: 29, domains: FRANCE },
  { zone: 'Europe/Brussels', language: 'fr', weight: 5, domains: BELGIUM },
  { zone: 'Europe/Zurich', language: 'fr', weight: 4, domains: SWITZERLAND },
  { zone: 'America/Toronto', language: 'fr', weight: 4, domains: AMERICA },
  { zone: 'Europe/London', language: 'en', weight: 19, domains: BRITAIN },
  { zone: 'Europe/Dublin', language: 'en', weight: 4, domains: WORLD },
  { zone: 'Europe/Amsterdam', language: 'en', weight: 5, domains: WORLD },
  { zone: 'Europe/Berlin', language: 'en', weight: 6, domains: GERMANY },
  { zone: 'Europe/Stockholm', language: 'en', weight: 4, domains: WORLD },
  { zone: 'America/New_York', language: 'en', weight: 10, domains: AMERICA },
  { zone: 'America/Chicago', language: 'en', weight: 4, domains: AMERICA },
  { zone: 'America/Denver', language: 'en', weight: 2, domains: AMERICA },
  { zone: 'America/Los_Angeles', language: 'en', weight: 4, domains: AMERICA },
];
