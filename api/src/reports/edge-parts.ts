import { QUARTER_MS, type CountingRules } from '@tallysheet/counting';
import type { BreakdownLevel, SheetCounter } from '@tallysheet/report-model';
import { parts } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { CountingRulesRepository } from '../ingest/counting-rules.repository';
import { IdentityRepository } from '../ingest/identity.repository';
import { LinkRepository } from '../ingest/link.repository';
import { byMessage, countStored, eventsOfPeople, type Pair } from '../ingest/stored-messages';
import { compileActivePairs, compilePeopleBetween, presenceAt } from './compile/compile-breakdown';
import type { SheetQuery } from './compile/sheet-query';

const PEOPLE_PER_READ = 5000;

/** A run of quarter hours: `from` inclusive, `to` exclusive. */
interface Run {
  from: number;
  to: number;
}

/** What one link or domain counts in one campaign × asset. */
export interface Part extends Pair {
  name: string;
  counters: Partial<Record<SheetCounter, number>>;
}

/**
 * Counts links and domains in the quarter hours at a period's edges, for which no tallies are kept: the messages that may
 * count there are folded from their events, as ingest does, in the caller's snapshot.
 */
export class EdgeParts {
  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly query: SheetQuery,
    private readonly level: BreakdownLevel,
  ) {}

  /** Of the pairs for which `isAsked` says so. */
  async *of(runs: readonly Run[], isAsked: (pair: Pair) => boolean): AsyncGenerator<Part> {
    if (runs.length === 0) return;
    const { text, parameters } = compileActivePairs(this.query, runs, (table) => this.dialect.byKey(table));
    const rows = await this.snapshot.query<{ campaign_key: number; asset_key: number }>(text, parameters);
    const rules = await new CountingRulesRepository().readFor(this.snapshot, this.query.workspaceId);
    for (const { campaign_key: campaignKey, asset_key: assetKey } of rows) {
      if (isAsked({ campaignKey, assetKey })) yield* this.ofPair({ campaignKey, assetKey }, runs, rules);
    }
  }

  private async *ofPair(pair: Pair, runs: readonly Run[], rules: CountingRules): AsyncGenerator<Part> {
    const { snapshot, dialect, query, level } = this;
    const { workspaceId } = query;
    const instants = runs.map(({ from, to }) => ({ from: from * QUARTER_MS, to: Math.min(to * QUARTER_MS, LAST) }));
    const { text, bounds } = compilePeopleBetween(query, level, instants, (index) => dialect.by(index));
    const key = [workspaceId, pair.campaignKey, pair.assetKey];
    const people = await snapshot.query<{ person_id: Uint8Array }>(text, [...key, ...bounds]);
    const whoIsWho = new IdentityRepository(snapshot, dialect, workspaceId);
    const links = new LinkRepository(snapshot, dialect, workspaceId);
    const there = presenceAt(query, level);
    const done = new Set<string>();
    for (const some of parts(people, PEOPLE_PER_READ)) {
      const identities = await whoIsWho.of(some.map(({ person_id: id }) => id));
      const members = identities.idsOf(some.map(({ person_id: id }) => id));
      const rows = await eventsOfPeople(snapshot, dialect, workspaceId, pair, members);
      const book = await links.book(rows);
      for (const [message, stored] of byMessage(rows, pair, identities, rules)) {
        // People who are one may come in two reads, and only they are kept by another id than their own.
        if (done.has(message)) continue;
        if (identities.of(stored.key.personId).members.length > 1) done.add(message);
        const { audience, breakdowns } = countStored(stored, book, rules);
        if (audience === 'test' || !query.audiences.includes(audience)) continue;
        for (const { breakdown, basis, slot, name, counters } of breakdowns) {
          const isInside = runs.some(({ from, to }) => slot >= from && slot < to);
          const isThere = there.some((counter) => (counters[counter] ?? 0) > 0);
          if (breakdown === level && basis === query.basis && isInside && isThere) yield { ...pair, name, counters };
        }
      }
    }
  }
}

/** Behind every instant that a store can hold. */
const LAST = Number.MAX_SAFE_INTEGER;
