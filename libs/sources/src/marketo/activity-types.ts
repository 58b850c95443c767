import type { EventKind } from '@tallysheet/contract';

/** The activity types that are kept, by their number in Marketo. All others are passed over. */
export const EVENT_KIND_OF_TYPE: Readonly<Record<string, EventKind>> = {
  '6': 'sent',
  '7': 'delivered',
  '8': 'hardBounced',
  '9': 'unsubscribed',
  '10': 'opened',
  '11': 'clicked',
  '12': 'personCreated',
  '27': 'softBounced',
  '32': 'personMerged',
  '37': 'personDeleted',
  '104': 'programStatusChanged',
  '111': 'forwarded',
};

const NAMES: Readonly<Record<string, string>> = {
  '1': 'Visit Webpage',
  '2': 'Fill Out Form',
  '3': 'Click Link',
  '6': 'Send Email',
  '7': 'Email Delivered',
  '8': 'Email Bounced',
  '9': 'Unsubscribe Email',
  '10': 'Open Email',
  '11': 'Click Email',
  '12': 'New Lead',
  '13': 'Change Data Value',
  '19': 'Sync Lead to SFDC',
  '22': 'Change Score',
  '23': 'Change Owner',
  '24': 'Add to List',
  '25': 'Remove from List',
  '26': 'SFDC Activity',
  '27': 'Email Bounced Soft',
  '32': 'Merge Leads',
  '34': 'Add to Opportunity',
  '35': 'Remove from Opportunity',
  '36': 'Update Opportunity',
  '37': 'Delete Lead',
  '38': 'Send Alert',
  '39': 'Send Sales Email',
  '40': 'Open Sales Email',
  '41': 'Click Sales Email',
  '45': 'Receive Sales Email',
  '46': 'Interesting Moment',
  '47': 'Request Campaign',
  '48': 'Sales Email Bounced',
  '100': 'Change Lead Partition',
  '101': 'Change Revenue Stage',
  '102': 'Change Revenue Stage Manually',
  '104': 'Change Status in Progression',
  '106': 'Enrich with Data.com',
  '108': 'Change Segment',
  '110': 'Call Webhook',
  '111': 'Sent Forward to Friend Email',
  '112': 'Received Forward to Friend Email',
  '113': 'Add to Nurture',
  '114': 'Change Nurture Track',
  '115': 'Change Nurture Cadence',
  '123': 'Change Program Member Data',
  '131': 'Fill Out Facebook Lead Ads Form',
  '145': 'Push Lead to Marketo',
  '147': 'Fill Out LinkedIn Lead Gen Form',
  '400': 'Share Content',
  '401': 'Vote in Poll',
  '405': 'Click Shared Link',
};

/**
 * Marketo's own name of an activity type, `Visit Webpage` for `1`; a passed-over attempt keeps its result, `Send Email
 * (skipped)` for `6 skipped`. A type that only one customer has goes by its number, `#100001`.
 */
export function activityTypeName(type: string): string {
  const [number = '', result] = type.split(' ');
  const name = NAMES[number] ?? `#${number}`;
  return result === undefined ? name : `${name} (${result})`;
}
