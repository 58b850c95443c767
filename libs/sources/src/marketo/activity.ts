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
