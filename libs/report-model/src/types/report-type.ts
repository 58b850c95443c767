import type { Channel } from '@tallysheet/contract';
import type { Localized } from '../metrics/metric';
import type { MetricId } from '../metrics/registry';

export type RowLevel = 'campaign' | 'asset';

/** A kind of report: what its rows are, and which metrics may stand in its columns, in this order. */
export interface ReportType {
  id: string;
  label: Localized;
  help: Localized;
  /** Heading of the name column. */
  nameLabel: Localized;
  /** Outermost first. */
  levels: readonly RowLevel[];
  channel: Channel;
  columns: readonly MetricId[];
  defaultColumns: readonly MetricId[];
}
