import type { CanonicalEvent, RejectCode } from '@tallysheet/contract';

/** The columns of a Bulk Activity Extract, in Marketo's own order. */
export const ACTIVITY_COLUMNS = [
  'marketoGUID',
  'leadId',
  'activityDate',
  'activityTypeId',
  'campaignId',
  'primaryAttributeValueId',
  'primaryAttributeValue',
  'attributes',
  'actionResult',
] as const;
export type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number];

/** One row's values by column; absent ones (no such column, empty, `null`) are undefined. */
export type Activity = Readonly<Record<ActivityColumn, string | undefined>>;

/** What became of one row. A passed-over `type` is its number, with the result if the action was not done. */
export type ActivityResult =
  | { kind: 'event'; event: CanonicalEvent }
  | { kind: 'passed-over'; type: string }
  | { kind: 'rejected'; code: RejectCode; field: string | null; detail: string };

/** Thrown while an activity is read, and answered as a rejected row. */
export class Rejection extends Error {
  constructor(
    readonly code: RejectCode,
    readonly field: string | null,
    readonly detail: string,
  ) {
    super(code);
  }
}
