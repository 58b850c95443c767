import type { CanonicalEvent, EventKind } from '@tallysheet/contract';

/** Marketo's number of each kind of activity that it knows. */
const TYPES: Partial<Record<EventKind, number>> = {
  sent: 6,
  delivered: 7,
  hardBounced: 8,
  unsubscribed: 9,
  opened: 10,
  clicked: 11,
  softBounced: 27,
  forwarded: 111,
};

export const EXTRACT_COLUMNS = [
  'marketoGUID',
  'leadId',
  'activityDate',
  'activityTypeId',
  'campaignId',
  'primaryAttributeValueId',
  'primaryAttributeValue',
  'attributes',
] as const;
type ExtractColumn = (typeof EXTRACT_COLUMNS)[number];

export interface ExtractOptions {
  delimiter?: ',' | '\t' | ';';
  columns?: readonly ExtractColumn[];
  /** Column → its name in the header. */
  headers?: Partial<Record<ExtractColumn, string>>;
}

/** These events as a Marketo Bulk Activity Extract. Kinds that Marketo has no activity for are an error. */
export function marketoExtract(events: readonly CanonicalEvent[], options: ExtractOptions = {}): string {
  const { delimiter = ',', columns = EXTRACT_COLUMNS, headers = {} } = options;
  const lines = [
    columns.map((column) => headers[column] ?? column),
    ...events.map((event) => {
      const row = activity(event);
      return columns.map((column) => row[column]);
    }),
  ];
  return lines.map((line) => `${line.map(quoted).join(delimiter)}\n`).join('');
}

/** One line of an extract, with the default columns, without its line end. */
export function marketoLine(event: CanonicalEvent): string {
  return marketoExtract([event]).split('\n')[1]!;
}

function activity(event: CanonicalEvent): Record<ExtractColumn, string> {
  const type = TYPES[event.kind];
  if (type === undefined) throw new Error(`Marketo has no activity for ${event.kind}`);
  return {
    marketoGUID: event.id ?? '',
    leadId: event.person.id ?? '',
    activityDate: event.at,
    activityTypeId: String(type),
    campaignId: event.campaign?.id ?? '',
    primaryAttributeValueId: event.asset?.id ?? '',
    primaryAttributeValue: event.asset?.name ?? '',
    attributes: JSON.stringify({
      ...(event.campaign?.name === undefined ? {} : { Campaign: event.campaign.name }),
      ...(event.run === undefined ? {} : { 'Campaign Run ID': event.run.id }),
      ...(event.messageId === undefined ? {} : { 'Message ID': event.messageId }),
      ...(event.link === undefined ? {} : { Link: event.link.url }),
      ...(event.bot === undefined ? {} : { 'Is Bot Activity': event.bot }),
      ...(event.agent?.userAgent === undefined ? {} : { 'User Agent': event.agent.userAgent }),
    }),
  };
}

function quoted(value: string): string {
  return /[",;\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
