import { deepStrictEqual } from 'node:assert/strict';
import type { Check, Counting } from '../check';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const GMAIL = 'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)';
const YAHOO = 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html';
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

type Judged = Parameters<Counting['judge']>[0];

/** Rule 7: the verdict on one event, by the source's flag and the agent's name. */
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
];

function judged(sentence: string, event: Judged, verdict: string, rule: string): Check {
  return {
    sentence,
    run: (counting) => {
      deepStrictEqual(counting.judge(event), { verdict, rule, version: counting.VERDICT_VERSION }, sentence);
    },
  };
}
