import { AUDIENCES } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import { selectIn } from '../../database/bulk';
import type { Dialect } from '../../database/dialect';
import { hex } from '../../database/hash';
import type { Transaction } from '../../database/store';
import type { CountedMessage } from '../../ingest/counted-message';
import { IdentityRepository } from '../../ingest/identity.repository';
import { LinkRepository } from '../../ingest/link.repository';
import { byMessage, countStored, eventsOfPeople, type Pair } from '../../ingest/stored-messages';
import type { ListedPeople } from '../../smart-lists/listed-people';
import { compileListedPeople } from '../compile/compile-listed';
import type { SheetQuery } from '../compile/sheet-query';

const PEOPLE_PER_READ = 5000;
/** Folding holds up the event loop: other calls get in between so many people. */
const PEOPLE_PER_FOLD = 500;
/** A list of no more people is looked up person by person, whatever the period. */
const FEW_PEOPLE = 2000;

/**
 * Finds the messages of a smart list's people that may count in a query's frame, and counts each by its events, as ingest
 * does: some people at a time, so that memory does not grow with the campaigns. Reads in the caller's snapshot.
 */
export class ListedMessages {
  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly query: SheetQuery,
    private readonly people: ListedPeople,
    private readonly signal: AbortSignal | undefined,
    private readonly perRead = PEOPLE_PER_READ,
  ) {}

  /** Of these campaigns and assets; each message once. */
  async *of(pairs: readonly Pair[]): AsyncGenerator<{ pair: Pair; message: CountedMessage }> {
    const { rules } = this.people.ground;
    const { members } = this.people;
    if (members && members.size <= Math.min(FEW_PEOPLE, this.perRead)) {
      const ofPairs = await this.byPerson([...members], pairs);
      for (const { pair, people } of ofPairs) yield* this.folded(pair, people, rules, new Set());
      return;
    }
    for (const pair of pairs) {
      const done = new Set<string>();
      let after: Uint8Array = new Uint8Array(0);
      for (;;) {
        const people = await this.nextPeople(pair, after);
        yield* this.folded(pair, people, rules, done);
        if (people.length < this.perRead) break;
        after = people.at(-1)!;
      }
    }
  }

  /** Few people, by the campaigns and assets that they have messages of. */
  private async byPerson(members: readonly Uint8Array[], pairs: readonly Pair[]): Promise<PairPeople[]> {
    const { workspaceId, audiences } = this.query;
    const places = audiences.map((audience) => AUDIENCES.indexOf(audience)).join(', ');
    const text =
      `SELECT DISTINCT campaign_key, asset_key, person_id FROM message ${this.dialect.by('message_person')} ` +
      `WHERE workspace_id = ? AND person_id IN {in} AND anchor_at IS NOT NULL AND audience IN (${places})`;
    type Row = { campaign_key: number; asset_key: number; person_id: Uint8Array };
    const asked = new Map(pairs.map((pair) => [textOf(pair), { pair, people: [] as Uint8Array[] }]));
    for (const row of await selectIn<Row>(this.snapshot, text, [workspaceId], members)) {
      asked.get(textOf({ campaignKey: row.campaign_key, assetKey: row.asset_key }))?.people.push(row.person_id);
    }
    return [...asked.values()].filter(({ people }) => people.length > 0);
  }

  private async nextPeople(pair: Pair, after: Uint8Array): Promise<Uint8Array[]> {
    const by = (index: string) => this.dialect.by(index);
    const { text, parameters } = compileListedPeople(this.query, pair, after, this.perRead, by);
    const rows = await this.snapshot.query<{ person_id: Uint8Array }>(text, parameters);
    return rows.map(({ person_id: id }) => id);
  }

  /** `done` has the merged people whose messages were told: they may be found by several of their ids. */
  private async *folded(
    pair: Pair,
    found: readonly Uint8Array[],
    rules: CountingRules,
    done: Set<string>,
  ): AsyncGenerator<{ pair: Pair; message: CountedMessage }> {
    const { snapshot, dialect, query, people } = this;
    const whoIsWho = await new IdentityRepository(snapshot, dialect, query.workspaceId).of(found);
    const roots = new Map<string, Uint8Array>();
    for (const id of found) {
      const { rootId, members } = whoIsWho.of(id);
      if (!people.has(rootId) || done.has(hex(rootId))) continue;
      if (members.length > 1) done.add(hex(rootId));
      roots.set(hex(rootId), rootId);
    }
    const listed = [...roots.values()];
    for (let at = 0; at < listed.length; at += PEOPLE_PER_FOLD) {
      this.signal?.throwIfAborted();
      const ids = whoIsWho.idsOf(listed.slice(at, at + PEOPLE_PER_FOLD));
      const rows = await eventsOfPeople(snapshot, dialect, query.workspaceId, pair, ids);
      const book = await new LinkRepository(snapshot, dialect, query.workspaceId).book(rows);
      for (const stored of byMessage(rows, pair, whoIsWho, rules).values()) {
        const message = countStored(stored, book, rules);
        if (query.audiences.includes(message.audience)) yield { pair, message };
      }
    }
  }
}

interface PairPeople {
  pair: Pair;
  people: Uint8Array[];
}

function textOf({ campaignKey, assetKey }: Pair): string {
  return `${campaignKey}/${assetKey}`;
}
