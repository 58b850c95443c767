import type { Check } from '../check';
import { counts } from '../counts';

const HUMAN_ONLY = { humanOnly: true } as const;

/** Rule 7: who opened and clicked, and what `humanOnly` switches. */
export const rule7: Check[] = [
  // One open each by a bot, a privacy proxy and a person: with all 3 opened, human 1.
  counts('Bots and privacy proxies count unless only people are asked for', opens(), { opened: 3, totalOpens: 3 }),
  counts('Without bots privacy proxies are left out too', opens(), { opened: 1, totalOpens: 1 }, HUMAN_ONLY),
  // A bot's click: still delivered and sent; not opened, not clicked by a person.
  counts(
    'A verdict never touches the send or its state',
    [
      ['sent', '10:00'],
      ['softBounced', '10:01'],
      ['clicked', '10:05', { link: 'a', verdict: 'bot' }],
    ],
    { sent: 1, delivered: 1, deliveredTracked: 1, softBounced: 0, opened: 0, clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  // The unsubscribe is Ada's own whatever opened the message: opened 1, unsubscribed 1.
  counts(
    'Without bots an unsubscribe still means opened',
    [
      ['opened', '10:00', { verdict: 'bot' }],
      ['unsubscribed', '10:05', { verdict: 'bot' }],
    ],
    { opened: 1, totalOpens: 0, unsubscribed: 1 },
    HUMAN_ONLY,
  ),
  counts(
    'Without bots a human click means opened, on a mailto link too',
    [
      ['opened', '10:00', { verdict: 'bot' }],
      ['clicked', '10:05', { link: 'mailto:us', tracked: false }],
    ],
    { opened: 1, totalOpens: 0, clicked: 0, totalClicks: 0 },
    HUMAN_ONLY,
  ),
  // Forward, mirror page and opt-out click have no verdict: they mean opened with bots counted, not among people.
  counts(
    'Without bots forwards, mirror views and opt-out clicks do not mean opened, but count themselves',
    [
      ['forwarded', '10:00', { person: 'ada' }],
      ['mirrorViewed', '10:00', { person: 'ben' }],
      ['optOutClicked', '10:00', { person: 'cem', link: 'out' }],
    ],
    { opened: 0, delivered: 3, forwarded: 1, mirrorViewed: 1, optOutClicked: 1, totalMirrorViews: 1 },
    HUMAN_ONLY,
  ),
  // A person's open at 10:00, a bot's click at 10:05, a person's click at 10:06: 1 click of 2 is human.
  counts(
    'Without bots only the human clicks are counted',
    [
      ['opened', '10:00'],
      ['clicked', '10:05', { link: 'a', verdict: 'bot' }],
      ['clicked', '10:06', { link: 'b' }],
    ],
    { opened: 1, clicked: 1, totalClicks: 1 },
    HUMAN_ONLY,
  ),
];

function opens(): Parameters<typeof counts>[1] {
  return [
    ['opened', '10:00', { person: 'ada', verdict: 'bot' }],
    ['opened', '10:00', { person: 'ben', verdict: 'privacyProxy' }],
    ['opened', '10:00', { person: 'cem' }],
  ];
}
