import { deepStrictEqual } from 'node:assert/strict';
import { LINK_TYPES, type MessageEventKind } from '@tallysheet/contract';
import type { Check } from '../check';
import { counts } from '../counts';

const IMPLYING: MessageEventKind[] = [
  'opened',
  'clicked',
  'optOutClicked',
  'mirrorViewed',
  'forwarded',
  'unsubscribed',
];
const SILENT: MessageEventKind[] = ['sent', 'delivered', 'complained', 'impression', 'deferred', 'softBounced'];

/** Rule 5: opened, clicked, and what is counted in messages or in events. */
export const rule5: Check[] = [
  {
    sentence: 'A click counts as what its link is for',
    run: (counting) =>
      deepStrictEqual(
        LINK_TYPES.map((type) => [type, counting.kindOnLink('clicked', type)]),
        [
          ['tracked', { kind: 'clicked', tracked: true }],
          ['unsubscribe', { kind: 'optOutClicked', tracked: false }],
          ['mailto', { kind: 'clicked', tracked: false }],
          ['mirror', { kind: 'mirrorViewed', tracked: false }],
        ],
      ),
  },
  {
    sentence: 'Whatever is no click stays what it is on any link',
    run: (counting) => {
      for (const type of LINK_TYPES) {
        deepStrictEqual(counting.kindOnLink('opened', type), { kind: 'opened', tracked: false });
        deepStrictEqual(counting.kindOnLink('unsubscribed', type), { kind: 'unsubscribed', tracked: false });
      }
    },
  },
  // Each alone after a send: opened 1, and so delivered 1.
  ...IMPLYING.map((kind) =>
    counts(
      `A lone ${kind} event means that the message was opened`,
      [
        ['sent', '10:00'],
        [kind, '10:05', { link: 'a' }],
      ],
      { opened: 1, delivered: 1, totalOpens: kind === 'opened' ? 1 : 0 },
    ),
  ),
  ...SILENT.map((kind) => counts(`A ${kind} event does not`, [[kind, '10:05']], { sent: 1, opened: 0, totalOpens: 0 })),
  // The click on mailto is none (0 clicked, 0 clicks), but somebody had the message open.
  counts(
    'A click on a mailto link is no click but implies an open',
    [
      ['sent', '10:00'],
      ['clicked', '10:05', { link: 'mailto:us', tracked: false }],
    ],
    { opened: 1, clicked: 0, totalClicks: 0, totalOpens: 0 },
  ),
  // mailto at 10:05, twice a tracked link, once another: clicked 1 message, 3 clicks.
  counts(
    'Clicked counts messages and total clicks counts events on tracked links',
    [
      ['clicked', '10:05', { link: 'mailto:us', tracked: false }],
      ['clicked', '10:06', { link: 'a' }],
      ['clicked', '10:07', { link: 'a' }],
      ['clicked', '10:08', { link: 'b' }],
    ],
    { opened: 1, clicked: 1, totalClicks: 3 },
  ),
  // Two opt-out clicks, three mirror views: 1 message each, 2 and 3 events, none of them a click or an open event.
  counts(
    'Opt-out clicks and mirror views have counters of their own',
    [
      ['optOutClicked', '10:05', { link: 'out' }],
      ['optOutClicked', '10:06', { link: 'out' }],
      ['mirrorViewed', '10:07'],
      ['mirrorViewed', '10:08'],
      ['mirrorViewed', '10:09'],
    ],
    {
      ...{ opened: 1, clicked: 0, totalClicks: 0, totalOpens: 0 },
      ...{ optOutClicked: 1, totalOptOutClicks: 2, mirrorViewed: 1, totalMirrorViews: 3 },
    },
  ),
  // Each twice to one message: 1 each. Ben opens three times: opened 2 messages (his, and Ada's by her unsubscribe).
  counts(
    'Unsubscribes, complaints, forwards, impressions and opens of one message count it once',
    [
      ['unsubscribed', '10:05'],
      ['unsubscribed', '10:06'],
      ['complained', '10:07'],
      ['complained', '10:08'],
      ['forwarded', '10:09'],
      ['forwarded', '10:10'],
      ['impression', '10:11'],
      ['impression', '10:12'],
      ['opened', '10:05', { person: 'ben' }],
      ['opened', '10:06', { person: 'ben' }],
      ['opened', '10:07', { person: 'ben' }],
    ],
    { sent: 2, unsubscribed: 1, complained: 1, forwarded: 1, impressions: 1, opened: 2, totalOpens: 3, delivered: 2 },
  ),
];
