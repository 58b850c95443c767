import { AUDIENCES, COUNTERS, EXTREME_IDS, GRAINS, TALLY_BASES } from '@tallysheet/contract';
import { contribution, factsOf, type CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../database/dialect';
import { columnOf, TALLY } from '../database/facts/fact-tables';
import { hex } from '../database/hash';
import type { SqlRow, SqlValue, Transaction } from '../database/store';
import { audienceOf, MESSAGE_COLUMNS, messageRow } from './message-row';
import { keyText } from './message.repository';
import { messagesOfPair, PAIR_WHERE, type Pair, type PeopleRange } from './pair-events';
import { TallyChanges, type PlacedChange, type TallyPlace } from './tally-changes';

/** One number that is not what the stored events give. `expected` is null where a row should not be at all. */
export interface Difference extends Pair {
  table: 'message' | 'tally';
  /** Which row: person and send key of a message; audience, basis, grain and slot of a tally. */
  row: string;
  column: string;
  expected: SqlValue;
  stored: SqlValue;
}

const MEASURES = [...COUNTERS, ...EXTREME_IDS];
const PLACE = TALLY.key.filter((column) => column !== 'workspace_id');

/** Compares what is stored of one campaign × asset with what its events give. Reads in the caller's snapshot. */
export class PairCheck {
  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  /** Yields the differences as they are found, and how many messages each range had. */
  async *run(pair: Pair): AsyncGenerator<{ messages: number; differences: Difference[] }> {
    const expected = new TallyChanges();
    for await (const range of messagesOfPair(this.snapshot, this.dialect, this.workspaceId, pair, this.rules)) {
      yield { messages: range.messages.size, differences: await this.checkMessages(pair, range, expected) };
    }
    yield { messages: 0, differences: await this.checkTallies(pair, expected) };
  }

  private async checkMessages(pair: Pair, range: PeopleRange, tallies: TallyChanges): Promise<Difference[]> {
    const differences: Difference[] = [];
    const stored = await this.storedMessages(pair, range);
    for (const [text, { message, events }] of range.messages) {
      const facts = factsOf(events, this.rules);
      const contributions = contribution(facts, this.rules, message);
      tallies.add(message, null, { audience: audienceOf(facts), contributions });
      const row = messageRow(this.workspaceId, message, facts, this.rules);
      const known = stored.get(text);
      stored.delete(text);
      for (const [index, column] of MESSAGE_COLUMNS.entries()) {
        const expected = row[index] ?? null;
        const found = known?.[column] ?? null;
        if (isSame(expected, found)) continue;
        differences.push({ ...pair, table: 'message', row: text, column, expected, stored: found });
        if (!known) break;
      }
    }
    for (const [text] of stored) {
      differences.push({ ...pair, table: 'message', row: text, column: 'person_id', expected: null, stored: text });
    }
    return differences;
  }

  private async storedMessages(pair: Pair, { after, last }: PeopleRange): Promise<Map<string, SqlRow>> {
    const text = `SELECT ${MESSAGE_COLUMNS.join(', ')} FROM message WHERE ${PAIR_WHERE} AND person_id > ?`;
    const key = [this.workspaceId, pair.campaignKey, pair.assetKey, after];
    const rows = await (last === null
      ? this.snapshot.query(text, key)
      : this.snapshot.query(`${text} AND person_id <= ?`, [...key, last]));
    const keyOf = ({ person_id: person, send_key: send }: SqlRow) =>
      keyText(pair.campaignKey, pair.assetKey, hex(person as Uint8Array), send as string);
    return new Map(rows.map((row) => [keyOf(row), row]));
  }

  private async checkTallies(pair: Pair, expected: TallyChanges): Promise<Difference[]> {
    const columns = [...PLACE, ...MEASURES.map(columnOf)].join(', ');
    const text = `SELECT ${columns} FROM tally WHERE ${PAIR_WHERE}`;
    const rows = await this.snapshot.query(text, [this.workspaceId, pair.campaignKey, pair.assetKey]);
    const stored = new Map(rows.map((row) => [placeText(placeOf(row)), row]));
    const differences: Difference[] = [];
    for (const changes of expected.byGrain()) {
      for (const change of changes) {
        const place = placeText(change);
        differences.push(...differencesOf(pair, place, change, stored.get(place)));
        stored.delete(place);
      }
    }
    for (const [place, row] of stored) differences.push(...differencesOf(pair, place, null, row));
    return differences;
  }
}

/** A row of zeros that nothing should be in counts nothing: messages that moved away leave it behind. */
function differencesOf(pair: Pair, row: string, change: PlacedChange | null, stored?: SqlRow): Difference[] {
  return MEASURES.flatMap((id) => {
    const isCounter = (COUNTERS as readonly string[]).includes(id);
    const { counters, extremes } = change?.change ?? { counters: {}, extremes: {} };
    const all: Record<string, number | undefined> = { ...counters, ...extremes };
    const expected = all[id] ?? (isCounter ? 0 : null);
    const found = stored?.[columnOf(id)] ?? (isCounter ? 0 : null);
    if (isSame(expected, found)) return [];
    return [{ ...pair, table: 'tally' as const, row, column: columnOf(id), expected, stored: found }];
  });
}

function isSame(a: SqlValue, b: SqlValue): boolean {
  if (a instanceof Uint8Array || b instanceof Uint8Array) {
    return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
  }
  // MySQL gives big numbers as text.
  return typeof a === 'number' && b !== null ? a === Number(b) : a === b;
}

function placeOf(row: SqlRow): TallyPlace {
  const [audience, basis, grain, slot] = ['audience', 'basis', 'grain', 'slot'].map((name) => Number(row[name]));
  const [campaignKey, assetKey] = [Number(row['campaign_key']), Number(row['asset_key'])];
  return { audience: audience!, basis: basis!, grain: grain!, slot: slot!, campaignKey, assetKey };
}

function placeText({ audience, basis, grain, slot }: TallyPlace): string {
  return `${AUDIENCES[audience]} ${TALLY_BASES[basis]} ${GRAINS[grain]} ${slot}`;
}
