import { judgeAddress, judgeAgent, type IpRanges, type Judged, type Judgement } from '@tallysheet/counting';
import { remembered } from '../database/hash';

const KEPT_AGENTS = 20_000;

/** The lists of programs are long, and few programs make most of the events. */
const byAgent = remembered((userAgent) => judgeAgent({ agent: { userAgent } }), KEPT_AGENTS);

/** `judge`, quick for many events. */
export function judgementOf(event: Judged, ranges: IpRanges): Judgement {
  const first = event.bot ? judgeAgent(event) : byAgent(event.agent?.userAgent ?? '');
  return judgeAddress(first, event.agent?.ip, ranges);
}
