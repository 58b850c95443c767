import type { ColumnSet } from './column-set';

/** The columns of a Marketo Bulk Activity Extract, in its own order. */
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
type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number];

/** Headers are compared without regard to case and spaces, as the server does. */
export const isSameColumn = (a: string, b: string): boolean => normalize(a) === normalize(b);
const normalize = (name: string): string => name.replace(/\s+/g, '').toLowerCase();

/** Which columns a file does not have under their own names. */
export const absentColumns = (found: readonly string[]): ActivityColumn[] =>
  ACTIVITY_COLUMNS.filter((column) => !found.some((name) => isSameColumn(name, column)));

/** The header that most likely is meant for a column, such as `Lead ID` for `leadId` or `Date` for `activityDate`. */
export function likelyHeader(column: ActivityColumn, found: readonly string[]): string | null {
  const words = HINTS[column];
  return found.find((name) => words.some((word) => normalize(name).replace(/[_-]/g, '') === word)) ?? null;
}

const HINTS: Record<ActivityColumn, readonly string[]> = {
  marketoGUID: ['marketoguid', 'guid', 'id', 'activityid', 'eventid'],
  leadId: ['leadid', 'personid', 'lead', 'person', 'contactid'],
  activityDate: ['activitydate', 'date', 'datetime', 'timestamp', 'time', 'occurredat'],
  activityTypeId: ['activitytypeid', 'typeid', 'activitytype', 'type'],
  campaignId: ['campaignid', 'campaign', 'smartcampaignid', 'smartcampaign'],
  primaryAttributeValueId: ['primaryattributevalueid', 'assetid', 'emailid', 'mailingid'],
  primaryAttributeValue: ['primaryattributevalue', 'assetname', 'emailname', 'mailing', 'asset'],
  attributes: ['attributes', 'details', 'properties'],
  actionResult: ['actionresult', 'result'],
};

/** What an export of activities is asked for: needed columns first; the others help, but it can do without them. */
export const ACTIVITY_COLUMN_SET: ColumnSet = {
  intro: 'data.mapping-intro',
  asked: (missing, found) => {
    const absent = new Set<string>(absentColumns(found));
    return ACTIVITY_COLUMNS.filter((column) => absent.has(column) || missing.includes(column))
      .map((column) => ({ column, text: `data.column.${column}` as const, needed: missing.includes(column) }))
      .sort((a, b) => Number(b.needed) - Number(a.needed));
  },
  likely: (column, found) => likelyHeader(column as ActivityColumn, found),
  isEnough: (asked, choices) => asked.every(({ column, needed }) => !needed || choices[column]),
};
