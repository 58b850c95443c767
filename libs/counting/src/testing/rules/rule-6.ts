import type { Check } from '../check';
import { counts } from '../counts';

/** Rule 6: a completed unsubscribe. */
export const rule6: Check[] = [
  // The form was opened and left: opt-out click 1, unsubscribed 0.
  counts('A click on the opt-out link alone is no unsubscribe', [['optOutClicked', '10:00', { link: 'out' }]], {
    unsubscribed: 0,
    optOutClicked: 1,
    totalOptOutClicks: 1,
  }),
  // The form was sent: both.
  counts(
    'A completed one is, beside its click',
    [
      ['optOutClicked', '10:00', { link: 'out' }],
      ['unsubscribed', '10:01'],
    ],
    { unsubscribed: 1, optOutClicked: 1, totalOptOutClicks: 1 },
  ),
  // By the button of the mail program: no click.
  counts('An unsubscribe without a click is one too', [['unsubscribed', '10:01']], {
    unsubscribed: 1,
    optOutClicked: 0,
    totalOptOutClicks: 0,
  }),
];
