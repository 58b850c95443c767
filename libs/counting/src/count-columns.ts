import type { Audience, Counter, Extreme, TallyBasis } from '@tallysheet/contract';
import { stretch } from './contribution';
import { QUARTER_MS } from './slots';
import { NO_MOMENT, type BasisColumns, type ContributionColumns } from './contribution-columns';

export interface ColumnsAsked {
  basis: TallyBasis;
  audiences: readonly Audience[];
  /** Quarter hours: `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  /** One byte for each person's place: 1 for those who are counted. */
  people: Uint8Array;
  /** Counts apart what this tells apart, such as the local day of a slot. */
  keyOf?: (slot: number) => number;
  extremes: readonly Extreme[];
  /** One byte for each person's place, set to 1 for those who count. */
  seen?: Uint8Array;
}

export interface ColumnsCount {
  counters: Partial<Record<Counter, number>>;
  extremes: Partial<Record<Extreme, number>>;
}

/** Adds up what the messages of these people add in a period, by key; all under 0 where nothing is told apart. */
export function countColumns(columns: ContributionColumns, asked: ColumnsAsked): Map<number, ColumnsCount> {
  const { bases } = columns;
  const basis = bases[asked.basis];
  const found = new Map<number, ColumnsCount>();
  if (asked.from > basis.slots.last || asked.to <= basis.slots.first) return found;
  const isAsked = Uint8Array.from(basis.shapes, ({ audience }) => Number(asked.audiences.includes(audience)));
  for (const [key, rows] of countShapes(basis, asked, isAsked))
    found.set(key, { counters: added(basis, rows), extremes: {} });
  if (asked.extremes.length > 0) stretchAll(basis, asked, isAsked, found);
  return found;
}

/** How often each shape is there, by key. */
function countShapes(basis: BasisColumns, asked: ColumnsAsked, isAsked: Uint8Array): Map<number, Uint32Array> {
  const { person, slot, shape, shapes } = basis;
  const { from, to, people, keyOf, seen } = asked;
  const byKey = new Map<number, Uint32Array>();
  const countsOf = (key: number) => {
    const known = byKey.get(key);
    if (known) return known;
    const made = new Uint32Array(shapes.length);
    byKey.set(key, made);
    return made;
  };
  const whole = new Uint32Array(shapes.length);
  let any = false;
  for (let row = 0; row < person.length; row += 1) {
    const at = slot[row]!;
    const who = person[row]!;
    if (at < from || at >= to || people[who] !== 1) continue;
    const what = shape[row]!;
    if (isAsked[what] === 0) continue;
    if (seen) seen[who] = 1;
    if (keyOf) countsOf(keyOf(at))[what]! += 1;
    else whole[what]! += 1;
    any = true;
  }
  if (!keyOf && any) byKey.set(0, whole);
  return byKey;
}

function added({ shapes }: BasisColumns, rows: Uint32Array): ColumnsCount['counters'] {
  const counters: ColumnsCount['counters'] = {};
  shapes.forEach((shape, place) => {
    const times = rows[place]!;
    if (times === 0) return;
    for (const [id, n] of Object.entries(shape.counters) as [Counter, number][]) {
      counters[id] = (counters[id] ?? 0) + n * times;
    }
  });
  return counters;
}

function stretchAll(
  { person, slot, shape, sent, active }: BasisColumns,
  { from, to, people, keyOf, extremes }: ColumnsAsked,
  isAsked: Uint8Array,
  found: ReadonlyMap<number, ColumnsCount>,
): void {
  const placeOf = (row: number) => {
    const at = slot[row]!;
    if (at < from || at >= to || people[person[row]!] !== 1 || isAsked[shape[row]!] === 0) return undefined;
    return found.get(keyOf ? keyOf(at) : 0);
  };
  const widen = (place: ColumnsCount, extreme: Extreme, at: number) => {
    if (extremes.includes(extreme)) stretch(place, extreme, at);
  };
  if (extremes.includes('firstSentAt') || extremes.includes('lastSentAt')) {
    for (let row = 0; row < sent.length; row += 1) {
      const offset = sent[row]!;
      const place = offset === NO_MOMENT ? undefined : placeOf(row);
      if (!place) continue;
      const at = slot[row]! * QUARTER_MS + offset;
      widen(place, 'firstSentAt', at);
      widen(place, 'lastSentAt', at);
    }
  }
  if (extremes.includes('firstActivityAt') || extremes.includes('lastActivityAt')) {
    active.row.forEach((row, index) => {
      const place = placeOf(row);
      if (!place) return;
      widen(place, 'firstActivityAt', active.first[index]!);
      widen(place, 'lastActivityAt', active.last[index]!);
    });
  }
}
