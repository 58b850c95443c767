import type { Check } from '../check';
import { counts } from '../counts';

/** Rule 4: what comes later never takes a delivery away. */
export const rule4: Check[] = [
  // The complaint proves that the message arrived, so the hard bounce no longer stands: delivered 1, complained 1.
  counts(
    'A complaint after a hard bounce makes the message delivered',
    [
      ['sent', '10:00'],
      ['hardBounced', '10:01'],
      ['complained', '2 10:00'],
    ],
    { delivered: 1, hardBounced: 0, complained: 1, opened: 0 },
  ),
  counts(
    'A complaint leaves a delivery as it is',
    [
      ['delivered', '10:00'],
      ['complained', '2 10:00'],
    ],
    { sent: 1, delivered: 1, complained: 1 },
  ),
  // An unsubscribe implies an open (rule 5) and so a delivery.
  counts(
    'An unsubscribe after a soft bounce makes the message delivered and opened',
    [
      ['delivered', '10:00'],
      ['softBounced', '10:01'],
      ['unsubscribed', '2 10:00'],
    ],
    { delivered: 1, softBounced: 0, unsubscribed: 1, opened: 1 },
  ),
  // The bounces arrive a day after the click: the click stands.
  counts(
    'Late bounces do not take the delivery of a clicked message away',
    [
      ['delivered', '10:00'],
      ['clicked', '10:05', { link: 'a' }],
      ['softBounced', '2 10:00'],
      ['hardBounced', '2 10:01'],
    ],
    { delivered: 1, hardBounced: 0, softBounced: 0, clicked: 1 },
  ),
  // Nor does a send event that is dated after all else.
  counts(
    'A late send event does not take the delivery away',
    [
      ['delivered', '10:00'],
      ['sent', '2 10:00'],
    ],
    { sent: 1, delivered: 1, pending: 0 },
  ),
];
