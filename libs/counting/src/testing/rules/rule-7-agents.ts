import { deepStrictEqual } from 'node:assert/strict';
import type { Check, Counting } from '../check';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const YAHOO = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

const LIST = '203.0.113.0/24\n2001:db8::/32 privacyProxy\n203.0.113.99 privacyProxy';
const LISTED = '203.0.113.20';
const RELAY = '2001:db8::17';

type Judged = Parameters<Counting['judge']>[0];

/** Rule 7: the verdict on one event, by the source's flag, the agent's name and its address. */
export const rule7Agents: Check[] = [
  judged('A source that says bot is believed', { bot: true }, 'bot', 'source-flag'),
  judged('It is believed before the mail proxies', { bot: true, agent: { userAgent: GMAIL } }, 'bot', 'source-flag'),
  judged(
    'A source that says no bot has given no verdict',
    { bot: false, agent: { userAgent: GOOGLEBOT } },
    'bot',
    'bot-agent',
  ),
  judged('Gmail’s picture proxy fetches for a person', { agent: { userAgent: GMAIL } }, 'human', 'mail-proxy'),
  judged('So does Yahoo’s', { agent: { userAgent: YAHOO } }, 'human', 'mail-proxy'),
  judged(
    'Apple’s prefetch is a privacy proxy',
    { agent: { userAgent: 'Mozilla/5.0' } },
    'privacyProxy',
    'apple-prefetch',
  ),
  judged(
    'Blanks around its name do not matter',
    { agent: { userAgent: ' Mozilla/5.0 ' } },
    'privacyProxy',
    'apple-prefetch',
  ),
  judged('A crawler is a bot', { agent: { userAgent: GOOGLEBOT } }, 'bot', 'bot-agent'),
  judged('A browser is a person', { agent: { userAgent: CHROME } }, 'human', 'none'),
  judged('A telephone is a person, Apple’s too', { agent: { userAgent: IPHONE } }, 'human', 'none'),
  judged('An event without an agent is a person', {}, 'human', 'none'),
  judged('So is one with a blank agent', { agent: { userAgent: '' } }, 'human', 'none'),
  judged('A browser at a listed address is a bot', { agent: { userAgent: CHROME, ip: LISTED } }, 'bot', 'ip-list'),
  judged('So is an event without an agent', { agent: { ip: LISTED } }, 'bot', 'ip-list'),
  judged('Where two lines hold an address, a bot is a bot', { agent: { ip: '203.0.113.99' } }, 'bot', 'ip-list'),
  judged('A listed relay is a privacy proxy', { agent: { userAgent: IPHONE, ip: RELAY } }, 'privacyProxy', 'ip-list'),
  judged('A crawler behind it is still a bot', { agent: { userAgent: GOOGLEBOT, ip: RELAY } }, 'bot', 'bot-agent'),
  judged(
    'A mail proxy is judged before its address',
    { agent: { userAgent: GMAIL, ip: LISTED } },
    'human',
    'mail-proxy',
  ),
  judged(
    'So is Apple’s prefetch',
    { agent: { userAgent: 'Mozilla/5.0', ip: LISTED } },
    'privacyProxy',
    'apple-prefetch',
  ),
  judged(
    'An address that is not listed says nothing',
    { agent: { userAgent: CHROME, ip: '198.51.100.4' } },
    'human',
    'none',
  ),
  judged('Nor does text that is no address', { agent: { userAgent: CHROME, ip: '203.0.113.20:443' } }, 'human', 'none'),
  {
    sentence: 'Without a list no address says anything',
    run: ({ judge, VERDICT_VERSION }) =>
      deepStrictEqual(judge({ agent: { ip: LISTED } }), { verdict: 'human', rule: 'none', version: VERDICT_VERSION }),
  },
];

function judged(sentence: string, event: Judged, verdict: string, rule: string): Check {
  return {
    sentence,
    run: (counting) => {
      const ranges = counting.IpRanges.parse(LIST);
      deepStrictEqual(counting.judge(event, ranges), { verdict, rule, version: counting.VERDICT_VERSION }, sentence);
    },
  };
}
