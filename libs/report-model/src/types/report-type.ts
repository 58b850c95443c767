import type { Channel, RowLevel, TallyBasis } from '@tallysheet/contract';
import type { Localized } from '../metrics/metric';
import type { MetricId } from '../metrics/registry';

/** A kind of report: what its rows are, and which metrics may stand in its columns, in this order. */
export interface ReportType {
  id: string;
  label: Localized;
  help: Localized;
  /** Heading of the name column. */
  nameLabel: Localized;
  /** What its rows are unless asked otherwise, outermost first. */
  levels: readonly RowLevel[];
  /** What its rows may be. */
  groupings: readonly RowLevel[];
  /** Null where it spans all channels. */
  channel: Channel | null;
  /** The one basis that it is counted in, where it cannot be chosen. */
  basis?: TallyBasis;
  columns: readonly MetricId[];
  defaultColumns: readonly MetricId[];
}
