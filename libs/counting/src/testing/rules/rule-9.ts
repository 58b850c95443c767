import type { Check } from '../check';
import { counts } from '../counts';
import { instant, type Line } from '../story';

/** The frame of one day of March. */
function day(n: number): { from: number; to: number } {
  return { from: instant(`${n} 00:00`), to: instant(`${n + 1} 00:00`) };
}
const ACTIVITY = { basis: 'activity' } as const;

const spread: Line[] = [
  ['sent', '1 23:59:59.999'],
  ['delivered', '2 00:00'],
  ['delivered', '3 00:00'],
  ['opened', '3 10:00'],
  ['clicked', '4 10:00', { link: 'a' }],
  ['clicked', '5 10:00', { link: 'a' }],
  ['complained', '6 10:00'],
];

/** Rule 9: which date a period applies to. */
export const rule9: Check[] = [
  // In `sent` all that ever happened is of the day of the send.
  counts(
    'In basis sent the day of the send has everything that ever happened',
    spread,
    {
      ...{ initial: 1, sent: 1, delivered: 1, opened: 1, clicked: 1, complained: 1, totalOpens: 1, totalClicks: 2 },
      ...{ firstSentAt: instant('1 23:59:59.999'), firstActivityAt: instant('3 10:00') },
      ...{ lastActivityAt: instant('6 10:00') },
    },
    day(1),
  ),
  counts('In basis sent the days after it have nothing', spread, { sent: 0, opened: 0, rows: {} }, day(3)),
  // In `activity` each counter has its day: the send the 1st, the first delivery notice the 2nd, the open the 3rd …
  counts(
    'In basis activity the day of the send has the send alone',
    spread,
    { initial: 1, sent: 1, delivered: 0, opened: 0, pending: 0, firstActivityAt: null, lastActivityAt: null },
    { ...ACTIVITY, ...day(1) },
  ),
  counts(
    'In basis activity a delivery stands at its first notice',
    spread,
    { sent: 0, delivered: 1, deliveredTracked: 1, opened: 0, firstSentAt: null },
    { ...ACTIVITY, ...day(2) },
  ),
  counts(
    'In basis activity an open stands at the first event that implies it',
    spread,
    { delivered: 0, opened: 1, openedTracked: 1, totalOpens: 1, clicked: 0, firstActivityAt: instant('3 10:00') },
    { ...ACTIVITY, ...day(3) },
  ),
  counts(
    'In basis activity a click stands at the first, each click event at its own',
    spread,
    { opened: 0, clicked: 1, totalClicks: 1, lastActivityAt: instant('4 10:00') },
    { ...ACTIVITY, ...day(4) },
  ),
  counts(
    'In basis activity nobody is counted twice: the next day has the event alone',
    spread,
    { clicked: 0, totalClicks: 1, firstActivityAt: instant('5 10:00'), lastActivityAt: instant('5 10:00') },
    { ...ACTIVITY, ...day(5) },
  ),
  // Day by day above: sent 1, delivered 1, opened 1, clicked 1, clicks 1 + 1, complained 1; all time the same.
  counts(
    'In basis activity the days add up to all time',
    spread,
    { sent: 1, delivered: 1, opened: 1, clicked: 1, totalClicks: 2, complained: 1, lastActivityAt: instant('6 10:00') },
    ACTIVITY,
  ),
  // No delivery notice; the soft bounce of the 1st is overruled by the complaint of the 2nd, which proves the delivery.
  counts(
    'A delivery without a notice stands at its first proof',
    [
      ['sent', '1 10:00'],
      ['softBounced', '1 10:01'],
      ['complained', '2 10:00'],
      ['impression', '3 10:00'],
      ['opened', '4 10:00'],
    ],
    { delivered: 1, softBounced: 0, complained: 1, opened: 0 },
    { ...ACTIVITY, ...day(2) },
  ),
  // The notice of the 3rd comes after the open of the 2nd, and still the notice dates the delivery.
  counts(
    'A notice dates the delivery even when an open came before it',
    [
      ['opened', '2 10:00'],
      ['delivered', '3 10:00'],
    ],
    { delivered: 1, opened: 0 },
    { ...ACTIVITY, ...day(3) },
  ),
  // Soft on the 1st, 2nd and 3rd, delivered between: the state is of the last, the date of the first.
  counts(
    'A soft bounce stands at the first of its kind',
    [
      ['softBounced', '1 10:00'],
      ['delivered', '2 10:00'],
      ['softBounced', '3 10:00'],
    ],
    { softBounced: 1, delivered: 0, sent: 1 },
    { ...ACTIVITY, ...day(1) },
  ),
  counts(
    'A hard bounce stands at the first hard one, not at a soft one before it',
    [
      ['sent', '1 10:00'],
      ['softBounced', '1 11:00'],
      ['hardBounced', '2 10:00'],
      ['hardBounced', '3 10:00'],
    ],
    { hardBounced: 1, softBounced: 0, sent: 0 },
    { ...ACTIVITY, ...day(2) },
  ),
  // Deferred on the 2nd decides nothing: pending stands at the send.
  counts(
    'Pending stands at the send',
    [
      ['sent', '1 10:00'],
      ['deferred', '2 10:00'],
    ],
    { pending: 1, sent: 1 },
    { ...ACTIVITY, ...day(1) },
  ),
  // A bot clicked on the 2nd, Ada on the 3rd: with bots the click is the 2nd's, without them the 3rd's.
  counts(
    'Without bots a click stands at the first human one',
    [
      ['sent', '1 10:00'],
      ['clicked', '2 10:00', { link: 'a', verdict: 'bot' }],
      ['clicked', '3 10:00', { link: 'a' }],
    ],
    { clicked: 1, opened: 1, totalClicks: 1, unsubscribed: 0 },
    { ...ACTIVITY, ...day(3), humanOnly: true },
  ),
  // Mirror page on the 2nd, open on the 3rd: the mirror page implies the open.
  counts(
    'An open stands at the mirror-page view that implies it',
    [
      ['sent', '1 10:00'],
      ['mirrorViewed', '2 10:00'],
      ['mirrorViewed', '2 11:00'],
      ['opened', '3 10:00'],
    ],
    { opened: 1, mirrorViewed: 1, totalMirrorViews: 2, totalOpens: 0, firstActivityAt: null },
    { ...ACTIVITY, ...day(2) },
  ),
  // Neither deliveries nor bounces, opt-out clicks or mirror views are activity; open, click, unsubscribe, complaint
  // and forward are: first the click of 10:03, last the forward of 10:07.
  counts(
    'First and last activity are of opens, clicks, unsubscribes, complaints and forwards',
    [
      ['delivered', '10:00'],
      ['mirrorViewed', '10:01'],
      ['optOutClicked', '10:02'],
      ['clicked', '10:03', { link: 'a' }],
      ['opened', '10:04'],
      ['unsubscribed', '10:05'],
      ['complained', '10:06'],
      ['forwarded', '10:07'],
      ['impression', '10:08'],
      ['softBounced', '10:09'],
    ],
    { firstActivityAt: instant('10:03'), lastActivityAt: instant('10:07'), firstSentAt: instant('10:00') },
  ),
  // The mailto click of the 3rd is no click. With bots the open is the 2nd's and the 3rd has nothing; among people the
  // mailto click is the first that implies an open, so the 3rd has that.
  ...[true, false].map((humanOnly) =>
    counts(
      `A row is there only if something counts in it ${humanOnly ? 'without' : 'with'} bots`,
      [
        ['sent', '1 10:00'],
        ['mirrorViewed', '2 09:00'],
        ['opened', '2 10:00', { verdict: 'bot' }],
        ['clicked', '3 10:00', { link: 'mailto:us', tracked: false }],
      ],
      { rows: humanOnly ? { 'spring/invite': { opened: 1 } } : {} },
      { ...ACTIVITY, ...day(3), humanOnly },
    ),
  ),
  // 10:15 is the end of the frame and so outside, 10:00 its start and inside.
  counts(
    'A frame holds its start and not its end',
    [
      ['opened', '10:00', { person: 'ada' }],
      ['opened', '10:15', { person: 'ben' }],
    ],
    { sent: 1, opened: 1, firstActivityAt: instant('10:00'), lastActivityAt: instant('10:00') },
    { from: instant('10:00'), to: instant('10:15') },
  ),
];
