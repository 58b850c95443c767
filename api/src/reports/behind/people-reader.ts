import type { CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import { hex } from '../../database/hash';
import type { Transaction } from '../../database/store';
import type { CountedMessage } from '../../ingest/counted-message';
import { CountingRulesRepository } from '../../ingest/counting-rules.repository';
import { IdentityRepository, type Identity } from '../../ingest/identity.repository';
import { LinkRepository } from '../../ingest/link.repository';
import { byMessage, countStored, eventsOfPeople, keyText, type Pair } from '../../ingest/stored-messages';
import type { ListedPeople } from '../../smart-lists/listed-people';
import { compileMessagesBehind, type Behind } from '../compile/compile-people-behind';
import type { SheetQuery } from '../compile/sheet-query';
import type { PairLeaf } from '../sheet-row';
import type { Place } from './behind-cursor';
import { signCounters } from './cell';
import { eventsCounted, timesCounted, type CellScope } from './message-behind';

const MESSAGES_PER_READ = 500;

/** One line behind a cell, before people and links have their names. */
export interface FoundLine {
  place: Place;
  leaf: PairLeaf;
  scope: CellScope;
  counted: CountedMessage;
  identity: Identity;
  /** Of a count of events: which of the message's events it is. */
  event: { at: number; link: string | null } | null;
}

/** The campaign × asset pairs that a row is made of, each with what the cell counts there. */
export interface Target {
  leaf: PairLeaf;
  scope: CellScope;
}

/**
 * Finds the lines behind a cell: rows of messages tell who may be in it, and what a message counts is folded from its
 * events, as ingest does, so that the list and the number cannot differ. Reads in the caller's snapshot.
 */
export class PeopleReader {
  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly query: SheetQuery,
    /** Whose lines alone are told; null for everybody's. */
    private readonly listed: ListedPeople | null,
  ) {}

  rules(): Promise<CountingRules> {
    return new CountingRulesRepository().readFor(this.snapshot, this.query.workspaceId);
  }

  /** All lines behind `after`, campaign by campaign, in the order of sending. `wanted` says how many will be read. */
  async *lines(
    targets: readonly Target[],
    rules: CountingRules,
    after: Place | null,
    wanted: number,
  ): AsyncGenerator<FoundLine> {
    const ordered = [...targets].sort((a, b) => comparePairs(a.leaf, b.leaf));
    for (const target of ordered) {
      const order = after ? comparePairs(target.leaf, after) : 1;
      if (order >= 0) yield* this.linesOfPair(target, rules, order === 0 ? after : null, wanted);
    }
  }

  private async *linesOfPair(
    target: Target,
    rules: CountingRules,
    after: Place | null,
    wanted: number,
  ): AsyncGenerator<FoundLine> {
    // A message whose events were told in part is read again.
    if (after && after.told > 0) yield* this.linesOf(target, [after.message], rules, after.told);
    let last = after?.message ?? null;
    const limit = Math.min(MESSAGES_PER_READ, Math.max(wanted, 50));
    for (;;) {
      const messages = await this.messages(target, last, limit);
      const own = messages.filter(({ personId }) => this.listed?.has(personId) ?? true);
      yield* this.linesOf(target, own, rules, 0);
      if (messages.length < limit) return;
      last = messages.at(-1)!;
    }
  }

  private async messages({ leaf, scope }: Target, after: Behind | null, limit: number): Promise<Behind[]> {
    const counters = signCounters(scope.metric, scope.humanOnly);
    const { campaignKey, assetKey } = leaf;
    const { text, parameters } = compileMessagesBehind(
      { query: this.query, campaignKey, assetKey, run: scope.run, counters, after, limit },
      (index) => this.dialect.by(index),
    );
    type Row = { anchor_at: number; person_id: Uint8Array; send_key: string };
    const rows = await this.snapshot.query<Row>(text, parameters);
    return rows.map((row) => ({
      anchorAt: Number(row.anchor_at),
      personId: row.person_id,
      sendKey: row.send_key,
    }));
  }

  private async *linesOf(
    { leaf, scope }: Target,
    messages: readonly Behind[],
    rules: CountingRules,
    told: number,
  ): AsyncGenerator<FoundLine> {
    if (messages.length === 0) return;
    const { snapshot, dialect, query } = this;
    const pair: Pair = { campaignKey: leaf.campaignKey, assetKey: leaf.assetKey };
    const people = messages.map(({ personId }) => personId);
    const identities = await new IdentityRepository(snapshot, dialect, query.workspaceId).of(people);
    const rows = await eventsOfPeople(snapshot, dialect, query.workspaceId, pair, identities.idsOf(people));
    const book = await new LinkRepository(snapshot, dialect, query.workspaceId).book(rows);
    const stored = byMessage(rows, pair, identities, rules);
    for (const message of messages) {
      const found = stored.get(keyText(pair.campaignKey, pair.assetKey, hex(message.personId), message.sendKey));
      if (!found) continue;
      const counted = countStored(found, book, rules);
      if (timesCounted(counted, scope) === 0) continue;
      const line = { leaf, scope, counted, identity: identities.of(message.personId) };
      const events = eventsCounted(counted, scope);
      if (events === null) yield { ...line, place: { ...pair, message, told: 0 }, event: null };
      for (const [at, event] of (events ?? []).entries()) {
        const isLast = at + 1 === events!.length;
        if (at >= told) yield { ...line, place: { ...pair, message, told: isLast ? 0 : at + 1 }, event };
      }
    }
  }
}

function comparePairs(a: Pair, b: Pair): number {
  return a.campaignKey - b.campaignKey || a.assetKey - b.assetKey;
}
