import { deepStrictEqual } from 'node:assert/strict';
import type { Check } from '../check';
import { counts } from '../counts';
import { DEFAULT_OPTIONS, story, type Line } from '../story';
import { rulesOf } from '../figures';

/** What the facts of one message say of its run and variant. */
function attributes(sentence: string, lines: readonly Line[], run: string | null, variant: string | null): Check {
  return {
    sentence,
    run: (counting) => {
      const facts = counting.factsOf(story(lines), rulesOf(DEFAULT_OPTIONS));
      deepStrictEqual({ run: facts.run, variant: facts.variant }, { run, variant }, sentence);
    },
  };
}

const newsletter: Line[] = [
  ['sent', '10:00', { run: 'may', messageId: 'm1' }],
  ['opened', '10:05', { run: 'may', messageId: 'm1' }],
  ['sent', '2 10:00', { run: 'june', messageId: 'm2' }],
  ['softBounced', '2 10:01', { run: 'june', messageId: 'm2' }],
];

/** Rule 1: what is one message. */
export const rule1: Check[] = [
  // One person, one asset, one campaign: 1 message, sent more than once.
  counts(
    'Two sends of one email by one campaign to one person are one message',
    [
      ['sent', '10:00'],
      ['sent', '2 10:00'],
    ],
    { sent: 1, repeatSends: 1, initial: 1, rows: { 'spring/invite': { sent: 1 } } },
  ),
  // The key has three parts; each of them tells two messages apart: 1 + 1 + 1 + 1.
  counts(
    'Another campaign, another email or another person makes another message',
    [
      ['sent', '10:00'],
      ['sent', '10:00', { campaign: 'autumn' }],
      ['sent', '10:00', { asset: 'reminder' }],
      ['sent', '10:00', { person: 'ben' }],
    ],
    {
      sent: 4,
      repeatSends: 0,
      rows: { 'spring/invite': { sent: 2 }, 'autumn/invite': { sent: 1 }, 'spring/reminder': { sent: 1 } },
    },
  ),
  // A click after the second send is still the one message's: delivered 1, not 2.
  counts(
    'What follows any of the sends happened to the one message',
    [
      ['sent', '10:00'],
      ['delivered', '10:01'],
      ['sent', '2 10:00'],
      ['delivered', '2 10:01'],
      ['opened', '2 10:05'],
    ],
    { sent: 1, delivered: 1, opened: 1, totalOpens: 1 },
  ),
  // Collapsed: sent 1, opened, so delivered 1.
  counts('A recurring newsletter is one message by default', newsletter, {
    sent: 1,
    delivered: 1,
    softBounced: 0,
    repeatSends: 1,
    noRepeatKey: 0,
  }),
  // May was opened, June bounced: 2 messages, no repeats left.
  counts(
    'Kept apart by run, each run is a message of its own',
    newsletter,
    { sent: 2, delivered: 1, softBounced: 1, repeatSends: 0, noRepeatKey: 0 },
    { repeatSends: 'separate', repeatKey: 'run' },
  ),
  // One run, two message ids: by messageId 2 messages, by run 1.
  counts(
    'Kept apart by message id, the run does not matter',
    [
      ['sent', '10:00', { run: 'may', messageId: 'm1' }],
      ['sent', '11:00', { run: 'may', messageId: 'm2' }],
    ],
    { sent: 2, repeatSends: 0 },
    { repeatSends: 'separate', repeatKey: 'messageId' },
  ),
  // The opened and the clicked name no run: together one message without a send record, beside May's own: sent 2.
  counts(
    'Kept apart by run, events without one share the empty key and are noted',
    [
      ['sent', '10:00', { run: 'may' }],
      ['opened', '10:05'],
      ['clicked', '10:06', { link: 'a' }],
    ],
    { sent: 2, noRepeatKey: 1, noSendRecord: 1, opened: 1, pending: 1 },
    { repeatSends: 'separate', repeatKey: 'run' },
  ),
  // Rule 13: o1 came three times, o2 once: 2 opens, not 4.
  counts(
    'The same event told again counts once',
    [
      ['opened', '10:00', { id: 'o1' }],
      ['opened', '10:00', { id: 'o1' }],
      ['opened', '10:00', { id: 'o1' }],
      ['opened', '10:00', { id: 'o2' }],
    ],
    { sent: 1, totalOpens: 2 },
  ),
  attributes(
    'The run is that of the earliest event that names one',
    [
      ['opened', '10:02', { run: 'later', variant: 'B' }],
      ['delivered', '10:01', { run: 'earlier' }],
      ['deferred', '10:00'],
    ],
    'earlier',
    'B',
  ),
  attributes(
    'A send event speaks before all others, however late',
    [
      ['delivered', '10:01', { run: 'delivered', variant: 'A' }],
      ['sent', '11:00', { run: 'second send', variant: 'C' }],
      ['sent', '10:30', { run: 'first send' }],
    ],
    'first send',
    'C',
  ),
  attributes(
    'At the same time the smaller event id speaks',
    [
      ['opened', '10:00', { id: 'z', run: 'of z', variant: 'Z' }],
      ['opened', '10:00', { id: 'a', run: 'of a', variant: 'A' }],
    ],
    'of a',
    'A',
  ),
  attributes('Where no event names a run there is none', [['sent', '10:00']], null, null),
];
