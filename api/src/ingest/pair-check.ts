import { AUDIENCES, COUNTERS, EXTREME_IDS, GRAINS, TALLY_BASES } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../database/dialect';
import { columnOf } from '../database/facts/fact-table';
import { TALLY } from '../database/facts/fact-tables';
import { hex } from '../database/hash';
import type { SqlRow, Transaction } from '../database/store';
import { checkBreakdowns } from './breakdown-check';
import { differenceIn, differencesOf, type Difference } from './difference';
import { MESSAGE_COLUMNS, messageRow } from './message-row';
import { messagesOfPair, type PeopleRange } from './pair-events';
import { countStored, keyText, PAIR_WHERE, type Pair } from './stored-messages';
import { TallyChanges, type TallyPlace } from './tally-changes';

const MEASURES = [...COUNTERS, ...EXTREME_IDS];
const PLACE = TALLY.key.filter((column) => column !== 'workspace_id');

/** Compares what is stored of one campaign × asset with what its events give. Reads in the caller's snapshot. */
export class PairCheck {
  /** Messages that are stored and that no range has expected so far: those of merged people come at the end. */
  private readonly left = new Map<string, SqlRow>();

  constructor(
    private readonly snapshot: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  /** Yields the differences as they are found, and how many messages each range had. */
  async *run(pair: Pair): AsyncGenerator<{ messages: number; differences: Difference[] }> {
    const { snapshot, dialect, workspaceId } = this;
    const expected = new TallyChanges();
    for await (const range of messagesOfPair(snapshot, dialect, workspaceId, pair, this.rules)) {
      yield { messages: range.messages.size, differences: await this.checkMessages(pair, range, expected) };
    }
    const stray = [...this.left.keys()].map((row) => {
      return { ...pair, table: 'message', row, column: 'person_id', expected: null, stored: row };
    });
    yield { messages: 0, differences: [...stray, ...(await this.checkTallies(pair, expected))] };
    yield {
      messages: 0,
      differences: await checkBreakdowns(snapshot, workspaceId, pair, expected.breakdowns),
    };
  }

  private async checkMessages(pair: Pair, range: PeopleRange, tallies: TallyChanges): Promise<Difference[]> {
    const differences: Difference[] = [];
    if (range.bounds) for (const [text, row] of await this.storedMessages(pair, range.bounds)) this.left.set(text, row);
    for (const [text, message] of range.messages) {
      const counted = countStored(message, range.links, this.rules);
      tallies.add(pair, [], counted);
      const row = messageRow(this.workspaceId, message.key, counted, this.rules);
      const known = this.left.get(text);
      this.left.delete(text);
      for (const [index, column] of MESSAGE_COLUMNS.entries()) {
        const difference = differenceIn(column, row[index] ?? null, known?.[column] ?? null);
        if (difference) differences.push({ ...pair, table: 'message', row: text, ...difference });
        if (!known) break;
      }
    }
    return differences;
  }

  private async storedMessages(
    pair: Pair,
    { after, last }: NonNullable<PeopleRange['bounds']>,
  ): Promise<Map<string, SqlRow>> {
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
    const place = { ...pair, table: 'tally' };
    const differences: Difference[] = [];
    for (const changes of expected.byGrain()) {
      for (const { change, ...key } of changes) {
        const row = placeText(key);
        differences.push(...differencesOf({ ...place, row }, MEASURES, change, stored.get(row)));
        stored.delete(row);
      }
    }
    for (const [row, found] of stored) differences.push(...differencesOf({ ...place, row }, MEASURES, null, found));
    return differences;
  }
}

function placeOf(row: SqlRow): Omit<TallyPlace, keyof Pair> {
  const [audience, basis, grain, slot] = ['audience', 'basis', 'grain', 'slot'].map((name) => Number(row[name]));
  return { audience: audience!, basis: basis!, grain: grain!, slot: slot! };
}

function placeText({ audience, basis, grain, slot }: Omit<TallyPlace, keyof Pair>): string {
  return `${AUDIENCES[audience]} ${TALLY_BASES[basis]} ${GRAINS[grain]} ${slot}`;
}
