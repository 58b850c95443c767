import { Injectable } from '@nestjs/common';
import type { SmartListCounts } from '@tallysheet/contract';
import { rollUp, type BreakdownLevel } from '@tallysheet/report-model';
import type { Transaction } from '../../database/store';
import type { ListedPeople } from '../../smart-lists/listed-people';
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
  constructor(private readonly sheets: SheetRepository) {}

  /** What counts in the frame, as a whole and by link or domain. */
  async leaves(
    { snapshot, dialect }: Within,
    query: SheetQuery,
    people: ListedPeople,
    level: BreakdownLevel | null,
    signal?: AbortSignal,
  ): Promise<{ whole: PairLeaf[]; parts: Part[] }> {
    const pairs: SheetQuery = { ...query, counters: ['initial'], extremes: [], timeParts: [], young: [] };
    const everyones = await this.sheets.leaves(pairs, signal, snapshot);
    return new LeavesOfPeople(snapshot, dialect, query, people).of(everyones, level, signal);
  }

  /** Of those whom the sheet would count without the list. */
  async keptAndLeftOut(snapshot: Transaction, query: SheetQuery, people: ListedPeople): Promise<SmartListCounts> {
    if (query.frame.length === 0) return { people: { in: 0, out: 0 }, messages: { in: 0, out: 0 } };
    const compiled = compileListCounts(query, people.compiled, people.ground);
    const [row] = await this.sheets.run(compiled, undefined, snapshot);
    const counts = (of: 'people' | 'messages') => {
      const kept = Number(row![`${of}_in`]);
      return { in: kept, out: Number(row![of]) - kept };
    };
    return { people: counts('people'), messages: counts('messages') };
  }

  /** How many messages were sent, and when the last one was, of these people or of everybody. */
  async sends(
    query: SheetQuery,
    people: ListedPeople | null,
    signal?: AbortSignal,
  ): Promise<{ sent: number; latest: number | null }> {
    if (people && query.frame.length > 0) {
      const [row] = await this.sheets.run(compileListedSends(query, people.compiled), signal);
      return { sent: Number(row!['sent']), latest: row!['latest'] === null ? null : Number(row!['latest']) };
    }
    const asked: SheetQuery = { ...query, counters: ['sent'], extremes: ['lastSentAt'] };
    const { counters, extremes } = rollUp(await this.sheets.leaves(asked, signal));
    return { sent: counters.sent ?? 0, latest: extremes.lastSentAt ?? null };
  }
}
