import { Injectable } from '@nestjs/common';
import type { SmartListCounts } from '@tallysheet/contract';
import { rollUp, type BreakdownLevel } from '@tallysheet/report-model';
import type { Transaction } from '../../database/store';
import type { ListedPeople } from '../../smart-lists/listed-people';
import { ColumnCopy } from '../columns/column-copy';
import { LeavesOfColumns } from '../columns/leaves-of-columns';
import { peopleOfColumns } from '../columns/people-of-columns';
import { textOfPair } from '../columns/workspace-columns';
import { compileListCounts, compileListedSends } from '../compile/compile-listed';
import type { SheetQuery } from '../compile/sheet-query';
import type { Part } from '../edge-parts';
import type { Within } from '../sheet-counts';
import type { PairLeaf } from '../sheet-row';
import { SheetRepository } from '../sheet.repository';
import { LeavesOfPeople } from './leaves-of-people';

/** Counts the messages of a smart list's people, which no tally knows apart. */
@Injectable()
export class ListedCounts {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly copy: ColumnCopy,
  ) {}

  /** What counts in the frame, as a whole and by link or domain. */
  async leaves(
    { snapshot, dialect }: Within,
    query: SheetQuery,
    people: ListedPeople,
    level: BreakdownLevel | null,
    signal?: AbortSignal,
  ): Promise<{ whole: PairLeaf[]; parts: Part[] }> {
    const everyones = await this.everyones(snapshot, query, signal);
    const byMessage = new LeavesOfPeople(snapshot, dialect, query, people);
    if (level || query.messageLevels.length > 0) return byMessage.of(everyones, level, signal);
    const { columns, people: places } = await this.copy.of(snapshot, dialect, query.workspaceId, everyones);
    const inMemory = everyones.flatMap((leaf) => {
      const own = columns.get(textOfPair(leaf));
      return own ? [{ leaf, columns: own }] : [];
    });
    const others = everyones.filter((leaf) => !columns.has(textOfPair(leaf)));
    const quick = await new LeavesOfColumns(query, people.placed(places)).of(inMemory, signal);
    const slow = others.length === 0 ? [] : (await byMessage.of(others, null, signal)).whole;
    return { whole: [...quick, ...slow], parts: [] };
  }

  /** The campaigns and assets in which anybody counts. */
  private everyones(snapshot: Transaction, query: SheetQuery, signal?: AbortSignal): Promise<PairLeaf[]> {
    const pairs: SheetQuery = {
      ...query,
      counters: ['initial'],
      extremes: [],
      timeParts: [],
      messageLevels: [],
      young: [],
    };
    return this.sheets.leaves(pairs, signal, snapshot);
  }

  /** Of those whom the sheet would count without the list. */
  async keptAndLeftOut(
    { snapshot, dialect }: Within,
    query: SheetQuery,
    people: ListedPeople,
  ): Promise<SmartListCounts> {
    if (query.frame.length === 0) return { people: { in: 0, out: 0 }, messages: { in: 0, out: 0 } };
    const inMemory = await this.keptInMemory({ snapshot, dialect }, query, people);
    if (inMemory) return inMemory;
    const compiled = compileListCounts(query, people.compiled, people.ground, (index) => dialect.by(index));
    const [row] = await this.sheets.run(compiled, undefined, snapshot);
    const counts = (of: 'people' | 'messages') => {
      const kept = Number(row![`${of}_in`]);
      return { in: kept, out: Number(row![of]) - kept };
    };
    return { people: counts('people'), messages: counts('messages') };
  }

  /** The same where all messages are at hand; to whom something happened in a period only the store can tell. */
  private async keptInMemory(
    { snapshot, dialect }: Within,
    query: SheetQuery,
    people: ListedPeople,
  ): Promise<SmartListCounts | null> {
    if (query.basis === 'activity' && !query.frame.some(({ grain }) => grain === 'all')) return null;
    const everyones = await this.everyones(snapshot, query);
    const { columns, people: places } = await this.copy.of(snapshot, dialect, query.workspaceId, everyones);
    if (columns.size < everyones.length) return null;
    return peopleOfColumns(columns.values(), query, people.placed(places));
  }

  /** How many messages were sent, and when the last one was, of these people or of everybody. */
  async sends(
    query: SheetQuery,
    people: ListedPeople | null,
    signal?: AbortSignal,
  ): Promise<{ sent: number; latest: number | null }> {
    if (people && query.frame.length > 0) {
      const { dialect } = this.sheets;
      const compiled = compileListedSends(query, people.compiled, (index) => dialect.by(index));
      const [row] = await this.sheets.run(compiled, signal);
      return { sent: Number(row!['sent']), latest: row!['latest'] === null ? null : Number(row!['latest']) };
    }
    const asked: SheetQuery = { ...query, counters: ['sent'], extremes: ['lastSentAt'] };
    const { counters, extremes } = rollUp(await this.sheets.leaves(asked, signal));
    return { sent: counters.sent ?? 0, latest: extremes.lastSentAt ?? null };
  }
}
