import fc from 'fast-check';
import { DEVICE_CLASSES, DEVICE_CLIENTS, DEVICE_SYSTEMS, deviceOf, parseDevice } from './device';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X)';
const IPAD = 'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X)';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8)';

/** Agents as they come in real life; what each is. */
const AGENTS: Record<string, [agent: string, device: string][]> = {
  'a mail program on a computer': [
    ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17726; Pro)', 'desktop/windows/outlook'],
    [
      'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 6.1; WOW64; Trident/7.0; SLCC2; .NET CLR 2.0.50727; Microsoft Outlook 14.0.7268; ms-office; MSOffice 14)',
      'desktop/windows/outlook',
    ],
    ['Mozilla/4.0 (compatible; ms-office; MSOffice 16)', 'other/other/outlook'],
    ['Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1; MSOffice 12)', 'desktop/windows/outlook'],
    [
      `${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.113 OneOutlook/1.2024.717.400`,
      'desktop/windows/outlook',
    ],
    ['MacOutlook/16.87.24070420 (Intelx64 Mac OS X Version 14.5 (Build 23F79))', 'desktop/macos/outlook'],
    ['Outlook-Express/7.0 (MSIE 7.0; Windows NT 5.1; Trident/4.0; TmstmpExt)', 'desktop/windows/outlook'],
    [`${MAC} ${WEBKIT}`, 'desktop/macos/apple-mail'],
    [
      'Mozilla/5.0 (Macintosh; U; Intel Mac OS X 10_6_8; en-us) AppleWebKit/533.21.1 (KHTML, like Gecko)',
      'desktop/macos/apple-mail',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:115.0) Gecko/20100101 Thunderbird/115.12.2',
      'desktop/windows/thunderbird',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.1.0', 'desktop/linux/thunderbird'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.14; rv:68.0) Gecko/20100101 Firefox/68.0 Postbox/7.0.59',
      'desktop/macos/other',
    ],
  ],
  'a mail program on a telephone or tablet': [
    [`${IPHONE} ${WEBKIT} Mobile/15E148`, 'phone/ios/apple-mail'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 9_3_2 like Mac OS X) AppleWebKit/601.1.46 (KHTML, like Gecko) Mobile/13F69 (5842149488)',
      'phone/ios/apple-mail',
    ],
    [`${IPAD} ${WEBKIT} Mobile/15E148`, 'tablet/ios/apple-mail'],
    ['com.google.Gmail/6.0.240701 iSL/3.4 iPhone/17.5.1 hw/iPhone14_5 (gzip)', 'phone/ios/gmail'],
    [
      `Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) ${BLINK} Version/4.0 Chrome/126.0.6478.71 Mobile Safari/537.36 com.google.android.gm`,
      'phone/android/gmail',
    ],
    ['Outlook-iOS/711.2625004.prod.iphone (4.2428.0)', 'phone/ios/outlook'],
    ['Outlook-Android/2.0', 'other/android/outlook'],
    ['SAMSUNG-SM-G991B/101.1200', 'other/android/samsung-mail'],
    ['YahooMobileMail/1.0 (Android Mail; 7.41.1) (b0q;samsung;SM-S908B;14;3088x1440;)', 'other/android/yahoo-mail'],
  ],
  'a browser on a computer': [
    [`${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36`, 'desktop/windows/chrome'],
    [`${WINDOWS} ${BLINK} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`, 'desktop/windows/edge'],
    [`${WINDOWS} ${BLINK} Chrome/18.17763 Safari/537.36 Edge/18.17763`, 'desktop/windows/edge'],
    [`${WINDOWS} ${BLINK} Chrome/125.0.0.0 Safari/537.36 OPR/111.0.0.0`, 'desktop/windows/opera'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0', 'desktop/windows/firefox'],
    ['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'desktop/windows/internet-explorer'],
    [`${MAC} ${WEBKIT} Version/17.5 Safari/605.1.15`, 'desktop/macos/safari'],
    [`${MAC} ${BLINK} Chrome/126.0.0.0 Safari/537.36`, 'desktop/macos/chrome'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0', 'desktop/linux/firefox'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${BLINK} Chrome/126.0.0.0 Safari/537.36`, 'desktop/chromeos/chrome'],
    [`${WINDOWS} ${BLINK} Chrome/124.0.0.0 Safari/537.36 Vivaldi/6.7`, 'desktop/windows/other'],
  ],
  'a browser on a telephone or tablet': [
    [`${IPHONE} ${WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`, 'phone/ios/safari'],
    [`${IPHONE} ${WEBKIT} CriOS/126.0.6478.108 Mobile/15E148 Safari/604.1`, 'phone/ios/chrome'],
    [`${IPHONE} ${WEBKIT} FxiOS/127.1 Mobile/15E148 Safari/605.1.15`, 'phone/ios/firefox'],
    [`${IPHONE} ${WEBKIT} Mobile/15E148 [FBAN/FBIOS;FBAV/471.0.0.38.109;FBDV/iPhone14,5]`, 'phone/ios/other'],
    [`${IPAD} ${WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`, 'tablet/ios/safari'],
    [`${ANDROID} ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36`, 'phone/android/chrome'],
    [`${ANDROID} ${BLINK} Chrome/126.0.0.0 Mobile Safari/537.36 EdgA/126.0.2592.80`, 'phone/android/edge'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0', 'phone/android/firefox'],
    [
      `Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918B) ${BLINK} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`,
      'phone/android/samsung-internet',
    ],
    [`Mozilla/5.0 (Linux; Android 13; SM-X700) ${BLINK} Chrome/126.0.0.0 Safari/537.36`, 'tablet/android/chrome'],
    [
      `Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) ${BLINK} Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063`,
      'phone/windows/edge',
    ],
  ],
  'a television': [
    [
      'Mozilla/5.0 (SMART-TV; Linux; Tizen 6.0) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/4.0 Chrome/76.0.3809.146 TV Safari/537.36',
      'tv/other/samsung-internet',
    ],
  ],
  'a fetcher that says nothing about the reader’s machine': [
    ['Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)', 'other/other/gmail'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0 (via ggpht.com GoogleImageProxy)',
      'other/other/gmail',
    ],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'other/other/yahoo-mail'],
    ['Mozilla/5.0', 'other/other/apple-mail'],
  ],
  'a program that nobody reads mail with': [
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'other/other/other'],
    [`${WINDOWS} ${BLINK} HeadlessChrome/126.0.0.0 Safari/537.36`, 'other/other/other'],
    ['python-requests/2.32.3', 'other/other/other'],
    ['curl/8.5.0', 'other/other/other'],
    ['-', 'other/other/other'],
    ['{{user_agent}}', 'other/other/other'],
    ['Ünïcode 🙃', 'other/other/other'],
  ],
};

describe.each(Object.entries(AGENTS))('The device behind %s', (_what, agents) => {
  it.each(agents)('%s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
    expect(deviceOf(` ${agent}\n`)).toBe(device);
  });
});

describe('A device', () => {
  it('is not told by an empty agent', () => {
    expect(deviceOf('')).toBeNull();
    expect(deviceOf(' \t')).toBeNull();
  });

  it('is told in three known words of at most 64 characters, or not at all, whatever the agent says', () => {
    const words = fc.constantFrom(...Object.values(AGENTS).flatMap((agents) => agents.flatMap(([a]) => a.split(' '))));
    const mixed = fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 8 }))).map((each) => each.join(' '));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), mixed), (agent) => {
        const key = deviceOf(agent);
        if (key === null) return expect(agent.trim()).toBe('');
        const [device, system, client, ...more] = key.split('/');
        expect(DEVICE_CLASSES).toContain(device);
        expect(DEVICE_SYSTEMS).toContain(system);
        expect(DEVICE_CLIENTS).toContain(client);
        expect(more).toEqual([]);
        expect(key).toMatch(/^[a-z-]+\/[a-z-]+\/[a-z-]+$/);
        expect(key.length).toBeLessThanOrEqual(64);
        expect(parseDevice(key)).toEqual({ device, system, client });
      }),
      { numRuns: 1000 },
    );
  });

  it('has the part other where a name of its key is not known', () => {
    expect(parseDevice('watch/ios/apple-mail')).toEqual({ device: 'other', system: 'ios', client: 'apple-mail' });
    expect(parseDevice('')).toEqual({ device: 'other', system: 'other', client: 'other' });
  });

  it('takes no longer to tell from a hostile agent than from an honest one', () => {
    const hostile = ['Android '.repeat(200_000), `Windows${' Version/'.repeat(200_000)}`, '('.repeat(1_000_000)];
    const started = performance.now();
    for (const agent of hostile) for (let n = 0; n < 20; n++) deviceOf(agent);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
