import { isbot } from 'isbot';

export const DEVICE_CLASSES = ['desktop', 'phone', 'tablet', 'tv', 'other'] as const;
export type DeviceClass = (typeof DEVICE_CLASSES)[number];

export const DEVICE_SYSTEMS = ['windows', 'macos', 'ios', 'android', 'chromeos', 'linux', 'other'] as const;
export type DeviceSystem = (typeof DEVICE_SYSTEMS)[number];

export const DEVICE_CLIENTS = [
  'gmail',
  'yahoo-mail',
  'apple-mail',
  'outlook',
  'thunderbird',
  'samsung-mail',
  'chrome',
  'safari',
  'firefox',
  'edge',
  'opera',
  'samsung-internet',
  'internet-explorer',
  'other',
] as const;
export type DeviceClient = (typeof DEVICE_CLIENTS)[number];

export interface Device {
  device: DeviceClass;
  system: DeviceSystem;
  client: DeviceClient;
}

/** No honest agent is longer, and a dishonest one shall cost no more. */
const READ = 1024;

/** Programs that fetch for somebody from elsewhere: the machine they name is not the reader's. */
const FETCHERS: readonly [DeviceClient, RegExp][] = [
  ['gmail', /GoogleImageProxy/i],
  ['yahoo-mail', /YahooMailProxy/i],
  ['apple-mail', /^Mozilla\/5\.0$/],
];

/** First match wins. Mail clients name the engine that they show mail with as well, so they stand before browsers. */
const MAIL_CLIENTS: readonly [DeviceClient, RegExp][] = [
  ['gmail', /com\.google\.(?:android\.gm|Gmail)\b|\bGmail\//i],
  ['yahoo-mail', /Yahoo(?:Mobile)?Mail/i],
  ['outlook', /Outlook|\bms-office\b|\bMSOffice\b|Windows[ -]Live[ -]Mail/i],
  ['thunderbird', /Thunderbird|Icedove|Betterbird/i],
  ['samsung-mail', /^SAMSUNG-[\w-]+\/|Samsung ?Email|com\.samsung\.android\.email/i],
  // Mail on Apple's systems names the engine and ends there; a browser or another app goes on with its own name.
  [
    'apple-mail',
    /^Mozilla\/5\.0 \((?:iPhone|iPad|iPod|Macintosh)[^)]*\) AppleWebKit\/[\d.+]+ \(KHTML, like Gecko\)(?: Mobile\/\w+)?(?: \(\d+\))?$/,
  ],
];

const BROWSERS: readonly [DeviceClient, RegExp][] = [
  // Other browsers, mail clients and apps that call themselves one of those below as well.
  ['other', /Vivaldi|YaBrowser|UC ?Browser|\bSilk\/|DuckDuckGo|MiuiBrowser|HuaweiBrowser|QQBrowser|Whale\//i],
  ['other', /Postbox|eM ?Client|Airmail|Foxmail|Mailbird|Lotus|Electron\//i],
  ['other', /FBAN|FBAV|Instagram|LinkedInApp|Twitter|Pinterest|Snapchat|MicroMessenger|\bGSA\/|; wv\)/],
  ['samsung-internet', /SamsungBrowser\//],
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b|\bOPT\/|\bOPiOS\//],
  ['firefox', /\bFirefox\/|\bFxiOS\//],
  ['chrome', /\b(?:Headless)?Chrom(?:e|ium)\/|\bCriOS\//],
  ['safari', /(?:Macintosh|iPhone|iPad|iPod|Windows).*\bVersion\/.*\bSafari\//],
  ['internet-explorer', /\bMSIE |\bTrident\//],
];

const SYSTEMS: readonly [DeviceSystem, RegExp][] = [
  ['other', /Tizen|Web0S|webOS|KAIOS|BlackBerry|\bBB10\b|Nintendo|PlayStation/i],
  ['windows', /Windows/i],
  ['ios', /iPhone|iPad|iPod|\biOS\b|Outlook-iOS|com\.google\.Gmail|AppleTV/i],
  ['android', /Android|^SAMSUNG-|\bSilk\//i],
  ['macos', /Macintosh|Mac ?OS ?X|MacOutlook/i],
  ['chromeos', /\bCrOS\b/],
  ['linux', /Linux|\bX11\b/i],
];

const TV = /Smart-?TV|Web0S|HbbTV|Apple ?TV|Android ?TV|GoogleTV|BRAVIA|\bCrKey\b|\bAFT\w+|PlayStation|Xbox|Nintendo/i;
const PHONE = /iPhone|iPod|Windows Phone|KAIOS|BlackBerry|\bBB10\b|Android.*\bMobile\b/i;
const TABLET = /iPad|PlayBook|Android.*\bTablet\b/i;
/** Tablets are told from telephones only by a browser that does not say "Mobile". */
const ANDROID_BROWSER = /^Mozilla\/5\.0 \([^)]*Android/i;
const DESKTOPS: ReadonlySet<DeviceSystem> = new Set(['windows', 'macos', 'chromeos', 'linux']);

/**
 * What somebody reads mail on, as the user agent tells: `class/system/client`, such as `phone/ios/apple-mail`, each
 * `other` where it does not tell. Null for no user agent. Never more than 64 characters.
 */
export function deviceOf(userAgent: string): string | null {
  const agent = userAgent.trim().slice(0, READ);
  if (agent === '') return null;
  const fetcher = first(FETCHERS, agent);
  if (fetcher) return `other/other/${fetcher}`;
  const mailClient = first(MAIL_CLIENTS, agent);
  if (!mailClient && isbot(agent)) return 'other/other/other';
  const system = first(SYSTEMS, agent) ?? 'other';
  return `${classOf(agent, system)}/${system}/${mailClient ?? first(BROWSERS, agent) ?? 'other'}`;
}

/** The parts of a device's key; a name that is not known is `other`. */
export function parseDevice(key: string): Device {
  const [device, system, client] = key.split('/');
  return {
    device: known(DEVICE_CLASSES, device),
    system: known(DEVICE_SYSTEMS, system),
    client: known(DEVICE_CLIENTS, client),
  };
}

function classOf(agent: string, system: DeviceSystem): DeviceClass {
  if (TV.test(agent)) return 'tv';
  if (PHONE.test(agent)) return 'phone';
  if (TABLET.test(agent) || (system === 'android' && ANDROID_BROWSER.test(agent))) return 'tablet';
  return DESKTOPS.has(system) ? 'desktop' : 'other';
}

function first<T>(rules: readonly [T, RegExp][], agent: string): T | undefined {
  return rules.find(([, pattern]) => pattern.test(agent))?.[0];
}

function known<T extends string>(names: readonly (T | 'other')[], name: string | undefined): T | 'other' {
  return names.find((each) => each === name) ?? 'other';
}
