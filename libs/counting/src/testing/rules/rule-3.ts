import type { Check } from '../check';
import { counts } from '../counts';
import { instant } from '../story';

const WINS = { softBounce: 'wins' } as const;
const DELIVERED = { delivered: 1, hardBounced: 0, softBounced: 0, pending: 0, aborted: 0 };
const HARD = { delivered: 0, hardBounced: 1, softBounced: 0, pending: 0, aborted: 0 };
const SOFT = { delivered: 0, hardBounced: 0, softBounced: 1, pending: 0, aborted: 0 };
const PENDING = { delivered: 0, hardBounced: 0, softBounced: 0, pending: 1, aborted: 0 };
const ABORTED = { delivered: 0, hardBounced: 0, softBounced: 0, pending: 0, aborted: 1 };

/** Rule 3: the one state of a sent message. */
export const rule3: Check[] = [
  // The first line of the rule, before any bounce: opened, complained, impression.
  counts(
    'An opened message is delivered, whatever bounced',
    [
      ['opened', '10:00'],
      ['hardBounced', '10:05'],
      ['softBounced', '10:06'],
    ],
    DELIVERED,
  ),
  counts(
    'A complaint proves the delivery of a message that was only sent',
    [
      ['sent', '10:00'],
      ['complained', '10:05'],
    ],
    DELIVERED,
  ),
  counts(
    'An impression proves the delivery of a push',
    [
      ['sent', '10:00'],
      ['softBounced', '10:01'],
      ['impression', '10:05'],
    ],
    DELIVERED,
  ),
  // Second line: no proof of an open, so the hard bounce stands, before or after the delivery notice.
  counts(
    'A hard bounce beats an earlier delivery notice',
    [
      ['delivered', '10:00'],
      ['hardBounced', '10:05'],
    ],
    HARD,
  ),
  counts(
    'A hard bounce beats a later delivery notice',
    [
      ['hardBounced', '10:00'],
      ['delivered', '10:05'],
    ],
    HARD,
  ),
  counts(
    'A hard bounce beats a later soft bounce',
    [
      ['hardBounced', '10:00'],
      ['softBounced', '10:05'],
    ],
    HARD,
  ),
  // Third line: the later of the latest times.
  counts(
    'A soft bounce after the delivery has the last word',
    [
      ['delivered', '10:00'],
      ['softBounced', '10:05'],
    ],
    SOFT,
  ),
  counts(
    'A delivery after the soft bounce has the last word',
    [
      ['softBounced', '10:00'],
      ['delivered', '10:05'],
    ],
    DELIVERED,
  ),
  counts(
    'On a tie between delivery and soft bounce it is delivered',
    [
      ['softBounced', '10:00'],
      ['delivered', '10:00'],
    ],
    DELIVERED,
  ),
  counts(
    'A tie is one of milliseconds: one later is later',
    [
      ['delivered', '10:00:00.000'],
      ['softBounced', '10:00:00.001'],
    ],
    SOFT,
  ),
  // Latest delivery 10:02, latest soft bounce 10:03; the first ones (10:02 and 10:01) would say delivered.
  counts(
    'The latest of several soft bounces is the one that is compared',
    [
      ['softBounced', '10:01'],
      ['delivered', '10:02'],
      ['softBounced', '10:03'],
    ],
    SOFT,
  ),
  // Latest delivery 10:03, latest soft bounce 10:02; the first ones (10:01 and 10:02) would say soft bounced.
  counts(
    'The latest of several deliveries is the one that is compared',
    [
      ['delivered', '10:01'],
      ['softBounced', '10:02'],
      ['delivered', '10:03'],
    ],
    DELIVERED,
  ),
  // The option: as Marketo counts.
  counts(
    'Where soft bounces win, one beats even a later delivery',
    [
      ['softBounced', '10:00'],
      ['delivered', '10:05'],
    ],
    SOFT,
    WINS,
  ),
  counts(
    'Where soft bounces win, an open still proves the delivery',
    [
      ['softBounced', '10:00'],
      ['opened', '10:05'],
    ],
    DELIVERED,
    WINS,
  ),
  counts(
    'Where soft bounces win, a hard bounce still stands before them',
    [
      ['softBounced', '10:00'],
      ['hardBounced', '10:05'],
    ],
    HARD,
    WINS,
  ),
  counts('Where soft bounces win, a message without one is delivered', [['delivered', '10:00']], DELIVERED, WINS),
  // Last lines: nothing decided yet.
  counts(
    'A deferral is no bounce: the message stays pending',
    [
      ['sent', '10:00'],
      ['deferred', '10:05'],
    ],
    PENDING,
  ),
  // Sent 10:07, its quarter hour ends 10:15 on the 1st; three days later is the 4th, 10:15.
  counts('Up to three days after the quarter hour of its send a message is pending', [['sent', '10:07']], PENDING, {
    now: instant('4 10:15') - 1,
  }),
  counts('From then on it is aborted', [['sent', '10:07']], ABORTED, { now: instant('4 10:15') }),
  counts('A send on the edge belongs to the quarter hour that begins there', [['sent', '10:15']], PENDING, {
    now: instant('4 10:15'),
  }),
  counts(
    'A deferral does not keep it from being aborted',
    [
      ['sent', '10:07'],
      ['deferred', '3 10:05'],
    ],
    ABORTED,
    { now: instant('9 00:00') },
  ),
  // Five persons, one in each state: 5 = 1 + 1 + 1 + 1 + 1. Dan's send is of the 1st, Eve's of the 5th; it is the 6th.
  counts(
    'The five states add up to sent',
    [
      ['delivered', '10:00', { person: 'ada' }],
      ['hardBounced', '10:00', { person: 'ben' }],
      ['softBounced', '10:00', { person: 'cem' }],
      ['sent', '10:00', { person: 'dan' }],
      ['sent', '5 10:00', { person: 'eve' }],
    ],
    { sent: 5, delivered: 1, hardBounced: 1, softBounced: 1, pending: 1, aborted: 1 },
    { now: instant('6 00:00') },
  ),
];
