import { isbot } from 'isbot';
import type { Verdict } from './event';
import { IpRanges } from './ip-ranges';

/** Raised whenever a rule below changes, so that stored verdicts tell which rules made them. */
export const VERDICT_VERSION = 2;

export interface Judgement {
  verdict: Verdict;
  rule: 'source-flag' | 'mail-proxy' | 'apple-prefetch' | 'bot-agent' | 'ip-list' | 'none';
  version: number;
}

/** Gmail and Yahoo fetch pictures through a proxy when a person opens the mail. */
const HUMAN_PROXY = /GoogleImageProxy|YahooMailProxy/i;

/** Apple Mail fetches every picture on arrival and names nothing but the engine. */
const APPLE_PREFETCH = /^Mozilla\/5\.0$/;

/** What is judged of an open or click. */
export interface Judged {
  bot?: boolean;
  agent?: { userAgent?: string; ip?: string };
}

/**
 * Who made an open or click, as far as the event alone tells (rule 7): the source's own flag, then mail proxies, then
 * the lists of bot agents and of addresses: bot if either says so. A source's "not a bot" is no verdict.
 */
export function judge(event: Judged, ranges: IpRanges = IpRanges.NONE): Judgement {
  return judgeAddress(judgeAgent(event), event.agent?.ip, ranges);
}

/** The part of `judge` that follows from flag and agent alone, which are the same for many events. */
export function judgeAgent({ bot, agent }: Judged): Judgement {
  const userAgent = agent?.userAgent?.trim() ?? '';
  if (bot === true) return judgement('bot', 'source-flag');
  if (HUMAN_PROXY.test(userAgent)) return judgement('human', 'mail-proxy');
  if (APPLE_PREFETCH.test(userAgent)) return judgement('privacyProxy', 'apple-prefetch');
  if (userAgent !== '' && isbot(userAgent)) return judgement('bot', 'bot-agent');
  return judgement('human', 'none');
}

/** The rest of it: an address has a say where no other rule had one. */
export function judgeAddress(byAgent: Judgement, ip: string | undefined, ranges: IpRanges): Judgement {
  if (byAgent.rule !== 'none' || ip === undefined) return byAgent;
  const listed = ranges.verdictOn(ip);
  return listed ? judgement(listed, 'ip-list') : byAgent;
}

function judgement(verdict: Verdict, rule: Judgement['rule']): Judgement {
  return { verdict, rule, version: VERDICT_VERSION };
}
