import { deviceOf, VERDICT_VERSION, VERDICTS, type IpRanges, type Judgement } from '@tallysheet/counting';
import { parts } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { hex, remembered } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { judgementOf } from './judgement';
import { PAIR_WHERE, type Pair } from './stored-messages';

const PEOPLE_PER_READ = 5000;
const EVENTS_PER_WRITE = 500;

/** Opens and clicks, and nothing else. */
const JUDGED = 'verdict IS NOT NULL';

/** What follows from an open's or click's agent and address, as it was stored. */
interface Told {
  agent_id: Uint8Array | null;
  verdict: number;
  verdict_rule: string;
  device: string | null;
}

interface ToldEvent extends Told {
  source_id: number;
  event_hash: Uint8Array;
  ip: string | null;
}

/** Events of one source of which the same has to be written. */
interface Rewrite {
  sourceId: number;
  columns: Readonly<Record<string, SqlValue>>;
  hashes: SqlValue[];
}

const KEPT_DEVICES = 20_000;
const deviceOfAgent = remembered((userAgent) => deviceOf(userAgent), KEPT_DEVICES);

/**
 * Judges the opens and clicks of one campaign × asset by the rules of today, and names their devices by the table of
 * today. The caller holds the pair.
 */
export class PairAgents {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly ranges: IpRanges,
  ) {}

  /** Writes what is otherwise today, and tells how many events have another verdict or device now. */
  async readAgain(pair: Pair): Promise<number> {
    const agents = await this.agents(pair);
    // Without a list of addresses all follows from the agent: mostly there is nothing to change.
    const isAsToday = (each: Told & { user_agent: string | null }): boolean =>
      Object.keys(this.changes(each, each.user_agent, null)).length === 0;
    if (this.ranges.empty && agents.every(isAsToday)) return 0;
    const userAgents = new Map(agents.map((each) => [keyOf(each), each.user_agent]));
    let changed = 0;
    for await (const events of this.events(pair)) changed += await this.write(events, userAgents);
    return changed;
  }

  private agents({ campaignKey, assetKey }: Pair): Promise<(Told & { user_agent: string | null })[]> {
    return this.transaction.query(
      `SELECT e.agent_id, a.user_agent, e.verdict, e.verdict_rule, e.device FROM ` +
        `(SELECT DISTINCT workspace_id, agent_id, verdict, verdict_rule, device ` +
        `FROM event ${this.dialect.by('event_message')} WHERE ${PAIR_WHERE} AND ${JUDGED}) e ` +
        `LEFT JOIN agent a ON a.workspace_id = e.workspace_id AND a.agent_id = e.agent_id`,
      [this.workspaceId, campaignKey, assetKey],
    );
  }

  /** Some people at a time, so that memory does not grow with the campaign. */
  private async *events({ campaignKey, assetKey }: Pair): AsyncGenerator<ToldEvent[]> {
    const key = [this.workspaceId, campaignKey, assetKey];
    const from = `FROM event ${this.dialect.by('event_message')} WHERE ${PAIR_WHERE} AND person_id > ?`;
    for (let after: Uint8Array = new Uint8Array(0); ;) {
      const people = await this.transaction.query<{ person_id: Uint8Array }>(
        `SELECT DISTINCT person_id ${from} ORDER BY person_id LIMIT ${PEOPLE_PER_READ}`,
        [...key, after],
      );
      const last = people.at(-1)?.person_id;
      if (!last) return;
      yield await this.transaction.query<ToldEvent>(
        `SELECT source_id, event_hash, agent_id, ip, verdict, verdict_rule, device ` +
          `${from} AND person_id <= ? AND ${JUDGED}`,
        [...key, after, last],
      );
      after = last;
    }
  }

  /** Events of one source that get the same are written together. */
  private async write(events: readonly ToldEvent[], userAgents: ReadonlyMap<string, string | null>): Promise<number> {
    const rewrites = new Map<string, Rewrite>();
    let changed = 0;
    for (const event of events) {
      const columns = this.changes(event, userAgents.get(keyOf(event)) ?? null, event.ip);
      if (Object.keys(columns).length === 0) continue;
      const { verdict = event.verdict, device = event.device } = columns;
      if (verdict !== event.verdict || device !== event.device) changed += 1;
      const key = JSON.stringify([event.source_id, columns]);
      const rewrite = rewrites.get(key) ?? { sourceId: event.source_id, columns, hashes: [] };
      rewrite.hashes.push(event.event_hash);
      rewrites.set(key, rewrite);
    }
    for (const { sourceId, columns, hashes } of rewrites.values()) {
      const set = Object.keys(columns).map((column) => `${column} = ?`);
      for (const part of parts(hashes, EVENTS_PER_WRITE)) {
        await this.transaction.query(
          `UPDATE event SET ${set.join(', ')} ` +
            `WHERE workspace_id = ? AND source_id = ? AND event_hash IN (${part.map(() => '?').join(', ')})`,
          [...Object.values(columns), this.workspaceId, sourceId, ...part],
        );
      }
    }
    return changed;
  }

  /** The columns that are otherwise today. A verdict that the source has given itself is not ours to change. */
  private changes(told: Told, userAgent: string | null, ip: string | null): Record<string, SqlValue> {
    const columns: Record<string, SqlValue> = {};
    const judged = told.verdict_rule === 'source-flag' ? null : this.judge(userAgent, ip);
    if (judged && !isSame(told, judged)) {
      columns['verdict'] = VERDICTS.indexOf(judged.verdict);
      columns['verdict_rule'] = judged.rule;
      columns['verdict_version'] = VERDICT_VERSION;
    }
    const device = userAgent === null ? null : deviceOfAgent(userAgent);
    if (device !== told.device) columns['device'] = device;
    return columns;
  }

  private judge(userAgent: string | null, ip: string | null): Judgement {
    return judgementOf({ agent: { userAgent: userAgent ?? '', ip: ip ?? undefined } }, this.ranges);
  }
}

function keyOf({ agent_id: agentId }: { agent_id: Uint8Array | null }): string {
  return agentId === null ? '' : hex(agentId);
}

function isSame(stored: Told, judged: Judgement): boolean {
  return VERDICTS[stored.verdict] === judged.verdict && stored.verdict_rule === judged.rule;
}
