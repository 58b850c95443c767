import { MESSAGE_EVENT_KINDS } from '@tallysheet/contract';
import type { Check } from '../check';
import { counts } from '../counts';
import { instant } from '../story';

const AUDIENCE = ['targeted', 'excluded', 'quarantined'];
const proving = MESSAGE_EVENT_KINDS.filter((kind) => !AUDIENCE.includes(kind));

/** The frame that holds only the second of March. */
const SECOND = { from: instant('2 00:00'), to: instant('3 00:00') };

/** Rule 2: what was sent, when, and who was meant to get it. */
export const rule2: Check[] = [
  // Each kind alone: sent 1 at its own time; only a `sent` event is a send record.
  ...proving.map((kind) =>
    counts(`A lone ${kind} event proves a send at its own time`, [[kind, '10:07', { link: 'a' }]], {
      sent: 1,
      initial: 1,
      noSendRecord: kind === 'sent' ? 0 : 1,
      firstSentAt: instant('10:07'),
      lastSentAt: instant('10:07'),
    }),
  ),
  // Three persons, three kinds that prove nothing: the quarantined one is not even in the audience.
  counts(
    'Targeted, excluded and quarantined prove no send',
    [
      ['targeted', '10:00', { person: 'ada' }],
      ['excluded', '10:00', { person: 'ben' }],
      ['quarantined', '10:00', { person: 'cem' }],
    ],
    { sent: 0, initial: 2, rejected: 1, toDeliver: 1, prepared: 1, pending: 0, noSendRecord: 0, firstSentAt: null },
  ),
  // A quarantine notice at 09:00 proves nothing; the delivery of 10:00 does.
  counts(
    'A quarantine before the first proof does not move the send',
    [
      ['quarantined', '09:00'],
      ['delivered', '10:00'],
    ],
    { sent: 1, firstSentAt: instant('10:00') },
  ),
  // Open 09:00, send events 10:00 and 11:00: the first send event's time, not the earliest event's.
  counts(
    'The send is dated by its first send event, even after an open',
    [
      ['opened', '09:00'],
      ['sent', '11:00'],
      ['sent', '10:00'],
    ],
    { sent: 1, firstSentAt: instant('10:00'), lastSentAt: instant('10:00'), noSendRecord: 0, repeatSends: 1 },
  ),
  // No send event: the delivery of 09:30 is the earliest of the three.
  counts(
    'Without a send event the earliest proof dates the send',
    [
      ['opened', '10:00'],
      ['delivered', '09:30'],
      ['targeted', '09:00'],
    ],
    { sent: 1, noSendRecord: 1, firstSentAt: instant('09:30') },
  ),
  // Ada: excluded, never sent: rejected. Ben: excluded, but sent after all: not rejected. Cem: only targeted: prepared.
  counts(
    'Rejected is excluded and never sent, prepared is targeted and neither',
    [
      ['targeted', '09:00', { person: 'ada' }],
      ['excluded', '09:05', { person: 'ada' }],
      ['targeted', '09:00', { person: 'ben' }],
      ['excluded', '09:05', { person: 'ben' }],
      ['sent', '10:00', { person: 'ben' }],
      ['targeted', '09:00', { person: 'cem' }],
      ['quarantined', '09:05', { person: 'cem' }],
    ],
    { initial: 3, rejected: 1, toDeliver: 2, prepared: 1, sent: 1, pending: 1 },
  ),
  // Targeted on the 1st, sent on the 2nd: the anchor is the send, so the audience of the 2nd is 1.
  counts(
    'The audience of a sent message stands at its send',
    [
      ['targeted', '1 10:00'],
      ['sent', '2 10:00'],
    ],
    { initial: 1, toDeliver: 1, sent: 1 },
    SECOND,
  ),
  // Excluded on the 1st, targeted on the 2nd, never sent: the anchor is the targeting, so the rejection is the 2nd's.
  counts(
    'The audience of an unsent message stands at its targeting before its exclusion',
    [
      ['excluded', '1 10:00'],
      ['targeted', '2 10:00'],
    ],
    { initial: 1, rejected: 1, toDeliver: 0, prepared: 0 },
    SECOND,
  ),
  // Excluded on the 2nd and again on the 3rd, never targeted: the first exclusion.
  counts(
    'Without targeting it stands at the first exclusion',
    [
      ['excluded', '3 10:00'],
      ['excluded', '2 10:00'],
    ],
    { initial: 1, rejected: 1 },
    SECOND,
  ),
  // The same question in basis `activity`: the audience counters stand at the anchor there too.
  counts(
    'In basis activity too the audience stands at the anchor',
    [
      ['targeted', '1 10:00'],
      ['excluded', '2 10:00'],
      ['targeted', '1 10:00', { person: 'ben' }],
      ['sent', '2 10:00', { person: 'ben' }],
    ],
    { initial: 1, rejected: 0, prepared: 0, sent: 1 },
    { ...SECOND, basis: 'activity' },
  ),
  // Rule 12: a test send is no message of the audience.
  counts(
    'A test message is left out with all that happened to it',
    [
      ['sent', '10:00', { test: true }],
      ['opened', '10:05'],
      ['sent', '10:00', { person: 'ben' }],
    ],
    { initial: 1, sent: 1, opened: 0, totalOpens: 0, noSendRecord: 0 },
  ),
];
