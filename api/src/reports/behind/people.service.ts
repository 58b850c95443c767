import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type PeoplePage,
  type PeopleQuery,
  type PersonBehind,
  type SheetCell,
} from '@tallysheet/contract';
import { QUARTER_MS, type CountingRules } from '@tallysheet/counting';
import {
  breakdownAt,
  evaluate,
  isTimeLevel,
  leavesOfRow,
  localTimeAt,
  metric as metricOf,
  rollUp,
  type LocalTime,
  type Metric,
  type RowLeaves,
} from '@tallysheet/report-model';
import { hex } from '../../database/hash';
import type { Run } from '../compile/compile-people-behind';
import { messagesOfRow } from '../message-levels';
import { SheetRepository } from '../sheet.repository';
import { SheetCounts, type Counted, type Within } from '../sheet-counts';
import type { PairLeaf } from '../sheet-row';
import { readCursor, writeCursor } from './behind-cursor';
import { checkCell, countableMetric } from './cell';
import { LineNames } from './line-names';
import { linksClicked, momentsOf, stateAt } from './message-behind';
import { PeriodCells } from './period-cells';
import { PeopleReader, type FoundLine, type Target } from './people-reader';

const LINES_PER_EXPORT_READ = 1000;

/** Lists who is behind a number: the messages, or the events, that the cell of a sheet counts. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly counts: SheetCounts,
    private readonly repository: SheetRepository,
    private readonly cells: PeriodCells,
  ) {}

  /** One page. Throws what a sheet does, `cell-not-countable`, `row-not-found`, `unreadable-cursor`. */
  async page(ctx: Ctx, asked: PeopleQuery, signal?: AbortSignal): Promise<PeoplePage> {
    const from = asked.cursor === undefined ? null : readCursor(asked.cursor);
    const { rowId, columnId, cursor: _, limit, ...query } = await this.cells.alone(ctx, asked, from?.now);
    const type = checkCell(query, columnId);
    const metric = countableMetric(type, columnId);
    return this.repository.inSnapshot(
      async (snapshot, dialect) => {
        const within: Within = { snapshot, dialect };
        const columns = [columnId, 'sent'];
        const counted = await this.counts.counted(ctx, query, type, {
          columns,
          now: from?.now,
          snapshot: within,
          signal,
        });
        const row = leavesOfRow(counted.leaves, counted.levels, rowId);
        if (!row) throw new TallysheetError('row-not-found', { row: rowId }, 'rowId');
        const reader = new PeopleReader(snapshot, dialect, counted.asked, counted.people);
        const rules = await reader.rules();
        const found: FoundLine[] = [];
        for await (const line of reader.lines(targetsOf(counted, row, metric), rules, from?.place ?? null, limit + 1)) {
          found.push(line);
          signal?.throwIfAborted();
          if (found.length > limit) break;
        }
        const shown = found.slice(0, limit);
        const { now, asked: sheetQuery } = counted;
        const facts = rollUp(row.leaves);
        const hasSent = !row.isBroken || breakdownAt(counted.levels) === 'domain';
        return {
          total: Number(evaluate(metric, facts, sheetQuery.humanOnly)),
          sent: hasSent ? Number(evaluate(metricOf('sent'), facts, sheetQuery.humanOnly)) : null,
          rows: await linesShown(shown, new LineNames(snapshot, ctx.workspaceId), rules),
          next: found.length > limit ? writeCursor({ now, place: shown.at(-1)!.place }) : null,
          computedAt: new Date(now).toISOString(),
        };
      },
      signal && { about: `people behind ${type.id}`, signal },
    );
  }

  /** The whole list, page by page, so that memory does not grow with it. */
  async *all(ctx: Ctx, cell: SheetCell, signal?: AbortSignal): AsyncGenerator<PersonBehind[]> {
    let cursor: string | undefined;
    do {
      const page = await this.page(ctx, { ...cell, cursor, limit: LINES_PER_EXPORT_READ }, signal);
      yield page.rows;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}

/** What the cell counts in each campaign × asset of its row. */
function targetsOf(counted: Counted, row: RowLeaves<PairLeaf>, metric: Metric): Target[] {
  const { asked, now, frame, settings } = counted;
  const level = row.isBroken ? breakdownAt(counted.levels) : null;
  const run: Run =
    frame.from === null && frame.to === null
      ? null
      : {
          from: frame.from === null ? 0 : Math.ceil(frame.from / QUARTER_MS),
          to: frame.to === null ? Number.MAX_SAFE_INTEGER : Math.ceil(frame.to / QUARTER_MS),
        };
  const aliases = new Map(level === 'domain' ? Object.entries(settings.domains.aliases) : []);
  const isOfRow = slotsOf(counted, row);
  const hasMessage = messagesOfRow(row.leaves, row.path);
  const targets = new Map<string, Target & { names: Set<string> }>();
  for (const leaf of row.leaves) {
    const key = `${leaf.campaignKey}/${leaf.assetKey}`;
    const names = targets.get(key)?.names ?? new Set<string>();
    if (leaf.part !== undefined) names.add(leaf.part);
    const parts = level && { level, has: (name: string) => names.has(aliases.get(name) ?? name) };
    const { basis, humanOnly } = asked;
    const scope = { metric, basis, humanOnly, run, isOfRow, hasMessage, now, openTracking: leaf.openTracking, parts };
    targets.set(key, { leaf, scope, names });
  }
  return [...targets.values()];
}

/** Which slots a row stands for: all of the frame, unless it or one above it is by time. */
function slotsOf({ asked }: Counted, { leaves, path }: RowLeaves<PairLeaf>): (slot: number) => boolean {
  if (!path.some(isTimeLevel)) return () => true;
  const textOf = (local: LocalTime) => asked.timeParts.map((part) => local[part]).join('/');
  const times = new Set(leaves.map(({ local }) => textOf(local)));
  const runs = asked.frame.filter((run) => 'offset' in run);
  return (slot) => {
    const local = localTimeAt(slot, runs);
    return local !== null && times.has(textOf(local));
  };
}

async function linesShown(
  lines: readonly FoundLine[],
  names: LineNames,
  rules: CountingRules,
): Promise<PersonBehind[]> {
  const people = await names.people(lines.map(({ identity }) => identity));
  const linksOf = ({ event, counted, scope }: FoundLine) => {
    if (event) return event.link === null ? [] : [event.link];
    return linksClicked(counted, scope);
  };
  const links = await names.links(lines.flatMap(linksOf));
  return lines.map((line) => {
    const { place, leaf, counted, identity, event, scope } = line;
    const { campaign, asset } = leaf.subjects;
    const { personId, sendKey } = place.message;
    const own = [place.campaignKey, place.assetKey, hex(personId), sendKey, ...(event ? [place.told] : [])];
    return {
      id: own.join('/'),
      person: people.get(hex(identity.rootId))!,
      campaign: { id: campaign!.id, name: campaign!.name },
      asset: { id: asset!.id, name: asset!.name },
      state: stateAt(counted, rules, scope.now),
      moments: momentsOf(counted, rules, sendKey, scope.humanOnly),
      links: linksOf(line).flatMap((id) => links.get(id) ?? []),
      at: event && new Date(event.at).toISOString(),
    };
  });
}
