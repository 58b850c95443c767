import type { Grain } from '@tallysheet/contract';

/** A run of tally slots of one grain: `from` inclusive, `to` exclusive, in quarter hours since 1970. */
export interface Block {
  grain: Grain;
  from: number;
  to: number;
}

const QUARTER_MS = 15 * 60_000;
const FINER = [
  { grain: 'day', length: 96 },
  { grain: 'hour', length: 4 },
  { grain: 'quarter', length: 1 },
] as const;

/**
 * The few runs of slots that make up a period: whole months inside, days, hours and quarter hours at its edges, so
 * that a sheet reads about as many rows for a year as for a day. Both bounds null is all time, one row per asset.
 * A bound that is null alone reaches as far as there are months.
 */
export function coverFrame(from: number | null, to: number | null): Block[] {
  if (from === null && to === null) return [{ grain: 'all', from: 0, to: 1 }];
  const first = from === null ? 0 : Math.ceil(from / QUARTER_MS);
  const end = to === null ? Number.MAX_SAFE_INTEGER : Math.ceil(to / QUARTER_MS);
  if (first >= end) return [];
  const months = { from: monthAtOrAfter(first), to: to === null ? end : monthAtOrBefore(end) };
  if (months.from > months.to) return cover(first, end, 0);
  return [
    ...cover(first, months.from, 0),
    ...(months.from < months.to ? [{ grain: 'month' as const, ...months }] : []),
    ...(to === null ? [] : cover(months.to, end, 0)),
  ];
}

/** Splits a run into the coarsest whole slots, and what is left at its edges into finer ones. */
function cover(from: number, to: number, finer: number): Block[] {
  const step = FINER[finer];
  if (from >= to || !step) return [];
  const first = Math.ceil(from / step.length) * step.length;
  const end = Math.floor(to / step.length) * step.length;
  if (first >= end) return cover(from, to, finer + 1);
  return [...cover(from, first, finer + 1), { grain: step.grain, from: first, to: end }, ...cover(end, to, finer + 1)];
}

function monthAtOrBefore(quarter: number): number {
  const date = new Date(quarter * QUARTER_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / QUARTER_MS;
}

function monthAtOrAfter(quarter: number): number {
  const before = monthAtOrBefore(quarter);
  if (before === quarter) return quarter;
  const date = new Date(before * QUARTER_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / QUARTER_MS;
}

/** A period in whole UTC days, as breakdowns are tallied, and the runs of quarter hours at its edges that are left. */
export interface DayCover {
  days: Block[];
  edges: { from: number; to: number }[];
}

const DAY = 96;

/** Both bounds null is all time. */
export function coverDays(from: number | null, to: number | null): DayCover {
  if (from === null && to === null) return { days: [{ grain: 'all', from: 0, to: 1 }], edges: [] };
  const first = from === null ? 0 : Math.ceil(from / QUARTER_MS);
  const end = to === null ? Number.MAX_SAFE_INTEGER : Math.ceil(to / QUARTER_MS);
  const days = { from: Math.ceil(first / DAY) * DAY, to: Math.floor(end / DAY) * DAY };
  if (days.from >= days.to) return { days: [], edges: first < end ? [{ from: first, to: end }] : [] };
  const edges = [
    { from: first, to: days.from },
    { from: days.to, to: to === null ? days.to : end },
  ];
  return { days: [{ grain: 'day', ...days }], edges: edges.filter((edge) => edge.from < edge.to) };
}
