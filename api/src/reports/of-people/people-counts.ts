import { Injectable } from '@nestjs/common';
import { levelId, type Ctx, type ReportQuery, type Settings } from '@tallysheet/contract';
import { dayTeller, resolveTimeFrame, type Leaf, type ReportType, type ResolvedFrame } from '@tallysheet/report-model';
import type { Dialect } from '../../database/dialect';
import type { SqlRow, Transaction } from '../../database/store';
import { SettingsService } from '../../settings/settings.service';
import { compilePeople, valueColumns, type PeopleAsked } from '../compile/compile-people';
import type { CountOptions } from '../sheet-counts';
import { SheetRepository } from '../sheet.repository';
import { createdAttribute, peopleLevels, type PeopleLevel, type StoredAttribute } from './people-levels';
import { subjectOf, type PeopleWords } from './people-subjects';

/** What a query on people counts: a leaf for each set of values that anybody has. */
export interface CountedPeople {
  settings: Settings;
  timeZone: string;
  frame: ResolvedFrame;
  levels: readonly string[];
  leaves: { whole: Leaf[]; parts: Leaf[] };
  now: number;
}

/** Counts people by when they were created and by what is known of them. */
@Injectable()
export class PeopleCounts {
  constructor(
    private readonly repository: SheetRepository,
    private readonly settings: SettingsService,
  ) {}

  /** Throws `unknown-attribute` and `attribute-unit-unfit`. */
  async counted(
    ctx: Ctx,
    query: ReportQuery,
    type: ReportType,
    { now = Date.now(), signal, snapshot, frame: otherFrame }: Omit<CountOptions, 'columns'>,
  ): Promise<CountedPeople> {
    const settings = await this.settings.read(ctx);
    const timeZone = query.timeZone ?? settings.timeZone;
    const { weekStart } = settings;
    const frame = otherFrame ?? resolveTimeFrame(query.timeFrame, { timeZone, weekStart, now });
    const words: PeopleWords = { language: ctx.language, weekStart, dayOf: dayTeller(timeZone) };
    const read = async (within: Transaction, dialect: Dialect) => {
      const attributes = await attributesOf(within, ctx.workspaceId);
      const levels = peopleLevels(query.groupBy ?? type.levels, attributes, query.groupBy === undefined);
      const asked: PeopleAsked = {
        workspaceId: ctx.workspaceId,
        hideDeleted: query.hideDeletedPeople ?? false,
        createdAttribute: createdAttribute(attributes),
        frame: boundsOf(frame),
        keys: levels.map(({ key }) => key),
      };
      const { text, parameters } = compilePeople(asked, dialect);
      return leavesOf(await within.query(text, parameters), levels, words);
    };
    const whole = snapshot
      ? await read(snapshot.snapshot, snapshot.dialect)
      : await this.repository.inSnapshot(read, signal && { about: type.id, signal });
    const levels = (query.groupBy ?? type.levels).map(levelId);
    return { settings, timeZone, frame, levels, leaves: { whole, parts: [] }, now };
  }
}

function attributesOf(snapshot: Transaction, workspaceId: number): Promise<StoredAttribute[]> {
  const text = 'SELECT id, name, type FROM attribute WHERE workspace_id = ? ORDER BY name_key';
  return snapshot.query<StoredAttribute>(text, [workspaceId]);
}

function boundsOf({ from, to, firstDay, lastDay }: ResolvedFrame): PeopleAsked['frame'] {
  if (from === null || to === null || firstDay === null || lastDay === null) return null;
  return { from, to, firstDay: Date.parse(firstDay), endDay: Date.parse(lastDay) + DAY_MS };
}

const DAY_MS = 86_400_000;

/** Values that stand in one row together are one leaf. */
function leavesOf(rows: readonly SqlRow[], levels: readonly PeopleLevel[], words: PeopleWords): Leaf[] {
  const leaves = new Map<string, Leaf>();
  for (const row of rows) {
    const people = Number(row['people']);
    if (people === 0) continue;
    const subjects = levels.map((level, at) => {
      const columns = valueColumns(at);
      const number = row[columns.number] ?? null;
      const text = row[columns.text] ?? null;
      const value = { number: number === null ? null : Number(number), text: text === null ? null : String(text) };
      return subjectOf(level, { ...value, isDay: Number(row[columns.isDay]) === 1 }, words);
    });
    const key = JSON.stringify(subjects.map(({ id }) => id));
    const known = leaves.get(key);
    if (known) known.counters.people = (known.counters.people ?? 0) + people;
    else {
      const placed = subjects.map((subject, at) => [levels[at]!.id, subject] as const);
      leaves.set(key, { subjects: Object.fromEntries(placed), counters: { people }, extremes: {}, texts: {} });
    }
  }
  return [...leaves.values()];
}
