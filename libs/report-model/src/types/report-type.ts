import type { Channel, QueryLevel, RowLevel, TimeBasis } from '@tallysheet/contract';
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
