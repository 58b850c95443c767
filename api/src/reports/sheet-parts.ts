import { OTHERS, type Ctx } from '@tallysheet/contract';
import { MALFORMED_LINK } from '@tallysheet/counting';
import { format } from '@tallysheet/messages';
import {
  coverDays,
  type BreakdownLevel,
  type Leaf,
  type ResolvedFrame,
  type RowSubject,
  type SheetCounter,
} from '@tallysheet/report-model';
import { selectIn } from '../database/bulk';
import { columnOf } from '../database/facts/fact-table';
import { hex } from '../database/hash';
import type { Dialect } from '../database/dialect';
import type { SqlValue, Transaction } from '../database/store';
import type { Pair } from '../ingest/stored-messages';
import { compileBreakdown, countersAt } from './compile/compile-breakdown';
import type { SheetQuery } from './compile/sheet-query';
import { EdgeParts, type Part } from './edge-parts';
import { trackedCounters, type PairLeaf } from './sheet-row';

/** So many domains are shown; the others are one row. */
const DOMAINS_SHOWN = 100;

/** Counts what is in a frame by link or domain: whole days from tallies, their edges from the messages. */
export class SheetParts {
  private readonly query: SheetQuery;

  constructor(
    private readonly ctx: Ctx,
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    query: SheetQuery,
    private readonly level: BreakdownLevel,
    /** Parts of the period that this one is compared with: their domains come first, so that both have the same rows. */
    private readonly shown: readonly Leaf[] = [],
  ) {
    // Domains are put in order by it.
    this.query = { ...query, counters: [...new Set([...query.counters, 'initial' as const])] };
  }

  /** The parts of these leaves. `young` is the part of the frame whose pending messages are not aborted (rule 3). */
  async of(
    whole: readonly PairLeaf[],
    frame: Pick<ResolvedFrame, 'from' | 'to'>,
    young: readonly [number | null, number | null],
    aliases: Readonly<Record<string, string>>,
  ): Promise<PairLeaf[]> {
    const pairs = new Set(whole.map(pairText));
    const isAsked = (pair: Pair) => pairs.has(pairText(pair));
    const counted: Part[] = [];
    const stored = countersAt(this.query, this.level);
    for await (const part of this.between(this.query, frame.from, frame.to, isAsked)) {
      counted.push({ ...part, counters: Object.fromEntries(stored.map((id) => [id, part.counters[id] ?? 0])) });
    }
    if (this.query.counters.includes('pendingYoung')) {
      const pending = { ...this.query, counters: ['pending' as const, 'initial' as const] };
      for await (const part of this.between(pending, young[0], young[1], isAsked)) {
        counted.push({ ...part, counters: { pendingYoung: part.counters.pending ?? 0 } });
      }
    }
    return this.named(whole, counted, aliases);
  }

  /** Parts of these leaves under the names of their links or domains, those of one name added up. */
  async named(
    whole: readonly PairLeaf[],
    all: readonly Part[],
    aliases: Readonly<Record<string, string>>,
  ): Promise<PairLeaf[]> {
    const mainDomains = new Map(Object.entries(aliases));
    const byPair = new Map(whole.map((leaf) => [pairText(leaf), leaf]));
    const counted = new Map<string, Part>();
    for (const part of all) {
      const name = this.level === 'domain' ? (mainDomains.get(part.name) ?? part.name) : part.name;
      const key = `${pairText(part)}/${name}`;
      const known = counted.get(key) ?? { ...part, name, counters: {} };
      for (const [counter, n] of Object.entries(part.counters) as [SheetCounter, number][]) {
        known.counters[counter] = (known.counters[counter] ?? 0) + n;
      }
      counted.set(key, known);
    }
    const subjects = await this.subjects([...counted.values()]);
    return [...counted.values()].flatMap((part) => {
      const leaf = byPair.get(pairText(part));
      const subject = subjects.get(part.name);
      if (!leaf || !subject) return [];
      const counters = trackedCounters({ ...leaf, counters: part.counters });
      return [
        { ...leaf, part: part.name, counters, extremes: {}, subjects: { ...leaf.subjects, [this.level]: subject } },
      ];
    });
  }

  private async *between(
    query: SheetQuery,
    from: number | null,
    to: number | null,
    isAsked: (pair: Pair) => boolean,
  ): AsyncGenerator<Part> {
    if (to !== null && from !== null && from >= to) return;
    const { days, edges } = coverDays(from, to);
    if (days.length > 0) {
      const { text, parameters } = compileBreakdown(query, this.level, days, (table) => this.dialect.byKey(table));
      const counters = countersAt(query, this.level);
      for (const row of await this.snapshot.query(text, parameters)) {
        yield {
          ...{ campaignKey: Number(row['campaign_key']), assetKey: Number(row['asset_key']) },
          name: nameOf(row['name']!),
          counters: Object.fromEntries(counters.map((counter) => [counter, Number(row[columnOf(counter)])])),
        };
      }
    }
    yield* new EdgeParts(this.snapshot, this.dialect, query, this.level).of(edges, isAsked);
  }

  private subjects(parts: readonly Part[]): Promise<Map<string, RowSubject>> {
    return this.level === 'link' ? this.links(parts) : Promise.resolve(this.domains(parts));
  }

  private async links(parts: readonly Part[]): Promise<Map<string, RowSubject>> {
    const ids = [...new Set(parts.map(({ name }) => name))].map((id) => Buffer.from(id, 'hex'));
    const rows = await selectIn<{ link_id: Uint8Array; url: string; label: string | null }>(
      this.snapshot,
      'SELECT link_id, url, label FROM link WHERE workspace_id = ? AND link_id IN {in}',
      [this.ctx.workspaceId],
      ids,
    );
    return new Map(
      rows.map(({ link_id: id, url, label }) => {
        if (url !== MALFORMED_LINK) {
          return [hex(id), { kind: 'link', id: hex(id), name: label ?? url, address: url, texts: {} }];
        }
        const name = label ?? format(this.ctx.language, 'row.malformed-link');
        return [hex(id), { kind: 'link', id: hex(id), name, texts: {} }];
      }),
    );
  }

  /** The largest ones by name, all others as one row. */
  private domains(parts: readonly Part[]): Map<string, RowSubject> {
    const sizes = new Map<string, number>();
    for (const { name, counters } of parts) sizes.set(name, (sizes.get(name) ?? 0) + (counters.initial ?? 0));
    const bySize = [...sizes].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
    const shown = this.shown.map(({ subjects }) => subjects.domain?.id ?? OTHERS).filter((id) => id !== OTHERS);
    const largest = [...new Set([...shown, ...bySize])];
    const others = { kind: 'domain' as const, id: OTHERS, name: format(this.ctx.language, 'row.others'), texts: {} };
    return new Map(
      largest.map((name, at) => {
        if (at >= DOMAINS_SHOWN) return [name, others];
        return [
          name,
          { kind: 'domain', id: name, name: name || format(this.ctx.language, 'row.no-domain'), texts: {} },
        ];
      }),
    );
  }
}

function nameOf(name: SqlValue): string {
  return name instanceof Uint8Array ? hex(name) : String(name);
}

function pairText({ campaignKey, assetKey }: Pair): string {
  return `${campaignKey}/${assetKey}`;
}
