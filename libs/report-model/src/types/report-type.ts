import type { Channel, QueryLevel, RowLevel, Sort, TimeBasis } from '@tallysheet/contract';
import type { Localized, Metric } from '../metrics/metric';
import { metric, type MetricId } from '../metrics/registry';

/** A kind of report: what its rows are, and which metrics may stand in its columns, in this order. */
export interface ReportType {
  id: string;
  label: Localized;
  help: Localized;
  /** Heading of the name column. */
  nameLabel: Localized;
  /**
   * What it counts: messages unless told. Of people, rows may be by any attribute as well; of programs, their people and
   * costs stand beside their messages.
   */
  counts?: 'people' | 'programs';
  /** What its rows are unless asked otherwise, outermost first. */
  levels: readonly QueryLevel[];
  /** What its rows may be. */
  groupings: readonly RowLevel[];
  /** Null where it spans all channels. */
  channel: Channel | null;
  /** The one basis that it is counted in, where it cannot be chosen. */
  basis?: TimeBasis;
  /** The order of its rows unless asked otherwise; else they stand by their names. */
  sort?: Sort[];
  columns: readonly MetricId[];
  defaultColumns: readonly MetricId[];
  /** Columns that mean something else in it than in other reports. */
  own?: readonly Metric[];
}

/** The metric behind a column of a report type. */
export function metricIn(type: Pick<ReportType, 'own'>, id: string): Metric {
  return type.own?.find((own) => own.id === id) ?? metric(id);
}

/** The dates that a type's time frame may apply to. */
export function timeBasesOf({ basis }: ReportType): TimeBasis[] {
  return basis ? [basis] : ['sent', 'activity'];
}

/**
 * Whether all that it counts is of messages and adds up over them, so that a smart list can narrow it to some people and a
 * trend can split it by time.
 */
export function addsUp({ counts, columns }: Pick<ReportType, 'counts' | 'columns'>): boolean {
  return counts === undefined && columns.every((id) => metric(id).rule.kind !== 'distinct');
}
