import type { CellValue, Compared, Language, SheetColumn, SheetRow, Sort, Unit } from '@tallysheet/contract';
import type { RowFacts } from '../metrics/evaluate';
import type { CountedLeaves, Leaf } from './assemble';

/** What a comparison says of a column by its unit: rates differ in points, and dates and texts do not compare. */
const COMPARED: Record<Unit, readonly Compared[]> = {
  count: ['other', 'change', 'changeRate'],
  number: ['other', 'change', 'changeRate'],
  rate: ['other', 'change'],
  points: [],
  instant: [],
  text: [],
};

const LABELS: Record<Language, Record<Compared | 'points', (label: string) => string>> = {
  en: {
    other: (label) => `${label} (compared)`,
    change: (label) => `${label} (change)`,
    changeRate: (label) => `${label} (change, %)`,
    points: (label) => `${label} (change, pts)`,
  },
  fr: {
    other: (label) => `${label} (comparé)`,
    change: (label) => `${label} (écart)`,
    changeRate: (label) => `${label} (écart, %)`,
    points: (label) => `${label} (écart, pts)`,
  },
};

/** The columns that a comparison puts beside one. */
export function compareColumns({ id, label, unit }: SheetColumn, language: Language): SheetColumn[] {
  return COMPARED[unit].map((compared) => {
    const own = compared === 'changeRate' ? 'rate' : compared === 'change' && unit === 'rate' ? 'points' : unit;
    const text = LABELS[language][own === 'points' ? 'points' : compared](label);
    return { id: comparedId(id, compared), label: text, unit: own, of: id, compared };
  });
}

/** The columns whose values a sort needs: those that stand beside a column are made of it. */
export function sortedBy(sort: readonly Sort[]): string[] {
  return sort.map(({ columnId }) => ownColumn(columnId)).filter((id) => id !== 'name');
}

/** A column itself, or the one that a comparison's or a trend's stands beside. */
export function ownColumn(columnId: string): string {
  return columnId.split(/[:@]/)[0]!;
}

/**
 * The counted leaves of two periods in one: each row adds up both apart, by what it stands for, and what counts only in the
 * other period has its rows as well.
 */
export function besideOther(own: CountedLeaves, other: CountedLeaves): CountedLeaves {
  return {
    whole: [...own.whole, ...other.whole.map(asOther)],
    parts: [...own.parts, ...other.parts.map(asOther)],
    ...(own.distinct && { distinct: own.distinct }),
    ...(other.distinct && { otherDistinct: other.distinct }),
  };
}

function asOther({ subjects, counters, extremes }: Leaf): Leaf {
  return { subjects, counters: {}, extremes: {}, texts: {}, other: { counters, extremes } };
}

/** A row as the other period counts it. */
export function otherPeriod({ texts, other }: RowFacts): RowFacts {
  return { counters: {}, extremes: {}, ...other, texts };
}

/** What a comparison says of a row's values. */
export function comparedValues(
  own: SheetRow['values'],
  other: SheetRow['values'],
  unitOf: (id: string) => Unit,
): SheetRow['values'] {
  const values: SheetRow['values'] = {};
  for (const id of Object.keys(own)) {
    for (const compared of COMPARED[unitOf(id)]) {
      values[comparedId(id, compared)] = comparedValue(compared, own[id]!, other[id]!);
    }
  }
  return values;
}

/** Nothing differs from what is missing; nothing is a part of zero. */
function comparedValue(compared: Compared, own: CellValue, other: CellValue): CellValue {
  if (compared === 'other') return other;
  if (typeof own !== 'number' || typeof other !== 'number') return null;
  if (compared === 'change') return own - other;
  return other === 0 ? null : (own - other) / Math.abs(other);
}

export function comparedId(id: string, compared: Compared): string {
  return `${id}:${compared}`;
}
