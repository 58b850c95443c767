import type { Check } from '../check';
import { counts } from '../counts';

/** Rule 8: the two whole numbers of the open rate, among messages with open tracking. */
export const rule8: Check[] = [
  // Four delivered, three with tracking, of them one opened; Dan clicked a message that does not track opens: 1 of 3.
  counts(
    'The open rate leaves messages without open tracking out of both numbers',
    [
      ['delivered', '10:00', { person: 'ada', openTracking: true }],
      ['opened', '10:05', { person: 'ada', openTracking: true }],
      ['delivered', '10:00', { person: 'ben', openTracking: true }],
      ['delivered', '10:00', { person: 'cem' }],
      ['delivered', '10:00', { person: 'dan', openTracking: false }],
      ['clicked', '10:05', { person: 'dan', link: 'a', openTracking: false }],
    ],
    { delivered: 4, opened: 2, clicked: 1, openedTracked: 1, deliveredTracked: 3 },
  ),
  // A bounce is not delivered, tracked or not.
  counts(
    'A bounced message is in neither number',
    [
      ['hardBounced', '10:00', { person: 'ada', openTracking: true }],
      ['sent', '10:00', { person: 'ben', openTracking: true }],
    ],
    { sent: 2, delivered: 0, openedTracked: 0, deliveredTracked: 0 },
  ),
  // The send event says no, an earlier and a later event say yes: send events speak first.
  counts(
    'Whether opens are tracked is what the send event says',
    [
      ['delivered', '09:59', { openTracking: true }],
      ['sent', '10:00', { openTracking: false }],
      ['opened', '10:05', { openTracking: true }],
    ],
    { delivered: 1, opened: 1, openedTracked: 0, deliveredTracked: 0 },
  ),
  counts(
    'A send event that says nothing leaves it to the earliest that does',
    [
      ['sent', '10:00'],
      ['delivered', '10:01', { openTracking: false }],
      ['opened', '10:05', { openTracking: true }],
    ],
    { delivered: 1, opened: 1, openedTracked: 0, deliveredTracked: 0 },
  ),
  // A bot's open is left out of the first number, never of the second.
  counts(
    'Without bots only the opened number changes',
    [
      ['delivered', '10:00', { person: 'ada' }],
      ['opened', '10:05', { person: 'ada' }],
      ['opened', '10:05', { person: 'ben', verdict: 'bot' }],
    ],
    { delivered: 2, opened: 1, openedTracked: 1, deliveredTracked: 2 },
    { humanOnly: true },
  ),
];
