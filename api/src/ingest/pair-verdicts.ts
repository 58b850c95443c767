import { VERDICT_VERSION, VERDICTS, type IpRanges, type Judgement } from '@tallysheet/counting';
import { parts } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { judgementOf } from './judgement';
import { PAIR_WHERE, type Pair } from './stored-messages';

const PEOPLE_PER_READ = 5000;
const EVENTS_PER_WRITE = 500;

/** The verdicts that a source has given itself are not ours to change. */
const OURS = "verdict IS NOT NULL AND verdict_rule <> 'source-flag'";

interface StoredVerdict {
  verdict: number;
  verdict_rule: string;
}

interface JudgedAgent extends StoredVerdict {
  agent_id: Uint8Array | null;
  user_agent: string | null;
}

interface JudgedEvent extends StoredVerdict {
  source_id: number;
  event_hash: Uint8Array;
  agent_id: Uint8Array | null;
  ip: string | null;
}

/** Judges the opens and clicks of one campaign × asset anew. The caller holds the pair. */
export class PairVerdicts {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly ranges: IpRanges,
  ) {}

  /** Gives every event the verdict of today, and tells how many have another one now. */
  async judgeAgain(pair: Pair): Promise<number> {
    const agents = await this.agents(pair);
    // Without a list of addresses the verdict follows from the agent: mostly there is nothing to change.
    if (this.ranges.empty && agents.every((each) => isSame(each, this.judge(each.user_agent, null)))) return 0;
    const userAgents = new Map(agents.map((each) => [keyOf(each), each.user_agent]));
    let changed = 0;
    for await (const events of this.events(pair)) changed += await this.write(events, userAgents);
    return changed;
  }

  private agents({ campaignKey, assetKey }: Pair): Promise<JudgedAgent[]> {
    return this.transaction.query<JudgedAgent>(
      `SELECT e.agent_id, a.user_agent, e.verdict, e.verdict_rule FROM ` +
        `(SELECT DISTINCT workspace_id, agent_id, verdict, verdict_rule FROM event ${this.dialect.by('event_message')} ` +
        `WHERE ${PAIR_WHERE} AND ${OURS}) e ` +
        `LEFT JOIN agent a ON a.workspace_id = e.workspace_id AND a.agent_id = e.agent_id`,
      [this.workspaceId, campaignKey, assetKey],
    );
  }

  /** Some people at a time, so that memory does not grow with the campaign. */
  private async *events({ campaignKey, assetKey }: Pair): AsyncGenerator<JudgedEvent[]> {
    const key = [this.workspaceId, campaignKey, assetKey];
    const from = `FROM event ${this.dialect.by('event_message')} WHERE ${PAIR_WHERE} AND person_id > ?`;
    for (let after: Uint8Array = new Uint8Array(0); ;) {
      const people = await this.transaction.query<{ person_id: Uint8Array }>(
        `SELECT DISTINCT person_id ${from} ORDER BY person_id LIMIT ${PEOPLE_PER_READ}`,
        [...key, after],
      );
      const last = people.at(-1)?.person_id;
      if (!last) return;
      yield await this.transaction.query<JudgedEvent>(
        `SELECT source_id, event_hash, agent_id, ip, verdict, verdict_rule ${from} AND person_id <= ? AND ${OURS}`,
        [...key, after, last],
      );
      after = last;
    }
  }

  /** Events of one source that get the same verdict are written together. */
  private async write(events: readonly JudgedEvent[], userAgents: ReadonlyMap<string, string | null>): Promise<number> {
    const groups = new Map<string, { sourceId: number; judged: Judgement; hashes: SqlValue[] }>();
    let changed = 0;
    for (const event of events) {
      const judged = this.judge(userAgents.get(keyOf(event)) ?? null, event.ip);
      if (isSame(event, judged)) continue;
      if (VERDICTS[event.verdict] !== judged.verdict) changed += 1;
      const key = `${event.source_id}/${judged.verdict}/${judged.rule}`;
      const group = groups.get(key) ?? { sourceId: event.source_id, judged, hashes: [] };
      group.hashes.push(event.event_hash);
      groups.set(key, group);
    }
    for (const { sourceId, judged, hashes } of groups.values()) {
      const values = [VERDICTS.indexOf(judged.verdict), judged.rule, VERDICT_VERSION, this.workspaceId, sourceId];
      for (const part of parts(hashes, EVENTS_PER_WRITE)) {
        await this.transaction.query(
          `UPDATE event SET verdict = ?, verdict_rule = ?, verdict_version = ? ` +
            `WHERE workspace_id = ? AND source_id = ? AND event_hash IN (${part.map(() => '?').join(', ')})`,
          [...values, ...part],
        );
      }
    }
    return changed;
  }

  private judge(userAgent: string | null, ip: string | null): Judgement {
    return judgementOf({ agent: { userAgent: userAgent ?? '', ip: ip ?? undefined } }, this.ranges);
  }
}

function keyOf({ agent_id: agentId }: { agent_id: Uint8Array | null }): string {
  return agentId === null ? '' : hex(agentId);
}

function isSame(stored: StoredVerdict, judged: Judgement): boolean {
  return VERDICTS[stored.verdict] === judged.verdict && stored.verdict_rule === judged.rule;
}
