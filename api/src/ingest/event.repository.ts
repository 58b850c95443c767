import { insertRows, selectIn } from '../database/bulk';
import type { Dialect, MergeRule } from '../database/dialect';
import { AGENT, EVENT } from '../database/facts/fact-tables';
import { PERSON } from '../database/facts/person-tables';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { agentIdOf, personIdOf, type Incoming } from './incoming';
import { insertProgramStatuses } from './program-statuses';
import { START_RULES, startColumns, startsOf } from './person-starts';

const COLUMNS = Object.keys(EVENT.columns);
/** What an event has by the place that it gets. */
const ALWAYS: ReadonlySet<string> = new Set(['workspace_id', 'source_id', 'campaign_key', 'asset_key']);

/** What tells a duplicate from a conflict (rule 13). */
export interface Identity {
  kind: number;
  personId: string;
  campaignKey: number | null;
  assetKey: number | null;
  second: number;
}

/** An event with every key that the store assigns. */
export interface PlacedEvent {
  incoming: Incoming;
  campaignKey: number | null;
  assetKey: number | null;
  /** The id of the campaign that it belongs to. */
  campaignId: string | null;
}

/** Stores events once, with the people and agents that they name. */
export class EventRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly sourceId: number,
  ) {}

  /** Which of these ids the source has sent before, with what. */
  async known(events: readonly PlacedEvent[]): Promise<Map<string, Identity>> {
    const text =
      `SELECT event_hash, kind, happened_at, person_id, campaign_key, asset_key FROM event ${this.dialect.by('event_id')} ` +
      'WHERE workspace_id = ? AND source_id = ? AND event_hash IN {in}';
    const hashes = events.map(({ incoming }) => incoming.columns['event_hash']!);
    const rows = await selectIn<{
      event_hash: Uint8Array;
      kind: number;
      happened_at: number;
      person_id: Uint8Array;
      campaign_key: number | null;
      asset_key: number | null;
    }>(this.transaction, text, [this.workspaceId, this.sourceId], hashes);
    return new Map(
      rows.map((row) => [
        hex(row.event_hash),
        {
          kind: row.kind,
          personId: hex(row.person_id),
          campaignKey: row.campaign_key,
          assetKey: row.asset_key,
          second: Math.floor(Number(row.happened_at) / 1000),
        },
      ]),
    );
  }

  /** Hands all statements over at once: the store works on them while the caller goes on. */
  async insert(events: readonly PlacedEvent[]): Promise<void> {
    const place = { workspaceId: this.workspaceId, sourceId: this.sourceId };
    await Promise.all([
      this.insertEvents(events),
      this.insertPeople(events),
      this.insertAgents(events),
      insertProgramStatuses(this.transaction, this.dialect, place, events),
    ]);
  }

  /** Columns that none of them fills are left out. */
  private insertEvents(events: readonly PlacedEvent[]): Promise<void> {
    const own: Record<string, SqlValue> = { workspace_id: this.workspaceId, source_id: this.sourceId };
    const isFilled = (column: string) => events.some(({ incoming }) => (incoming.columns[column] ?? null) !== null);
    const columns = COLUMNS.filter((column) => ALWAYS.has(column) || isFilled(column));
    const rows = [...events]
      .sort((a, b) => a.incoming.day - b.incoming.day || (a.incoming.hash < b.incoming.hash ? -1 : 1))
      .map(({ incoming, campaignKey, assetKey }) => {
        own['campaign_key'] = campaignKey;
        own['asset_key'] = assetKey;
        return columns.map((column) => incoming.columns[column] ?? own[column] ?? null);
      });
    return insertRows(this.transaction, EVENT.name, columns, rows);
  }

  private insertPeople(events: readonly PlacedEvent[]): Promise<void> {
    const people = new Map<string, SqlValue[]>();
    const starts = startsOf(events);
    for (const { incoming } of events) {
      const address = incoming.event.person.address ?? null;
      if (!people.has(incoming.person) || address !== null) {
        const own = [this.workspaceId, incoming.personId, incoming.personKey, address];
        people.set(incoming.person, [...own, ...startColumns(starts.get(incoming.person))]);
      }
      for (const key of incoming.event.mergedPersons ?? []) {
        const id = personIdOf(key);
        if (!people.has(hex(id))) people.set(hex(id), [this.workspaceId, id, key, null, ...startColumns()]);
      }
    }
    const columns = [...PERSON.key, 'person_key', 'address', ...Object.keys(START_RULES)];
    return this.insertSorted(PERSON.name, PERSON.key, columns, people, { address: 'fill', ...START_RULES });
  }

  private insertAgents(events: readonly PlacedEvent[]): Promise<void> {
    const agents = new Map<string, SqlValue[]>();
    for (const { incoming } of events) {
      const userAgent = incoming.event.agent?.userAgent;
      if (!userAgent) continue;
      const id = agentIdOf(userAgent);
      agents.set(hex(id), [this.workspaceId, id, userAgent]);
    }
    return this.insertSorted(AGENT.name, AGENT.key, Object.keys(AGENT.columns), agents, {});
  }

  /** In the order of the key, so that transactions that meet take their locks in one order. */
  private insertSorted(
    table: string,
    key: readonly string[],
    columns: readonly string[],
    rows: ReadonlyMap<string, SqlValue[]>,
    rules: Readonly<Record<string, MergeRule>>,
  ): Promise<void> {
    const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    const suffix = Object.keys(rules).length > 0 ? this.dialect.merge(key, rules) : this.dialect.keepExisting(key);
    return insertRows(this.transaction, table, columns, sorted, suffix);
  }
}
