import { deepStrictEqual } from 'node:assert/strict';
import type { CountedEvent } from '../../event';
import type { Contribution } from '../../contribution';
import type { TallyChange } from '../../tally-change';
import type { Check, Counting } from '../check';
import { instant, story, type Line } from '../story';

/** The slot in quarter hours of a moment of March 2024. */
const quarter = (time: string) => Math.floor(instant(time) / 900_000);

/** How tallies follow a change of one message. */
export const tallyChecks: Check[] = [
  {
    sentence: 'A message adds to the quarter hours that hold its moments, and to no other',
    run: (counting) => {
      const places = contributionOf(
        counting,
        story([
          ['sent', '10:14:59.999'],
          ['opened', '10:15'],
        ]),
      );
      deepStrictEqual(places.map(({ basis, slot }) => [basis, slot]).sort(), [
        ['activity', quarter('10:00')],
        ['activity', quarter('10:15')],
        ['sent', quarter('10:00')],
      ]);
    },
  },
  {
    sentence: 'A message that nothing anchors adds nothing',
    run: (counting) => deepStrictEqual(contributionOf(counting, story([['quarantined', '10:00']])), []),
  },
  {
    sentence: 'Nothing changes when nothing changed',
    run: (counting) => {
      const places = contributionOf(
        counting,
        story([
          ['sent', '10:00'],
          ['opened', '10:05'],
          ['clicked', '11:00', { link: 'a' }],
        ]),
      );
      deepStrictEqual(counting.tallyChanges(places, places), []);
    },
  },
  {
    // Before: pending, no send record. After: sent is dated an hour earlier. In both bases the old quarter hour
    // loses its one message and its instants; the new one gains them.
    sentence: 'An earlier send date moves the message from quarter hour to quarter hour',
    run: (counting) => {
      const changes = changesOf(counting, [['deferred', '11:00']], [['sent', '10:00']]);
      const old = changes.filter(({ slot }) => slot === quarter('11:00'));
      const now = changes.filter(({ slot }) => slot === quarter('10:00'));
      deepStrictEqual([changes.length, old.length, now.length], [4, 2, 2]);
      for (const change of old) {
        deepStrictEqual(nonZero(change), { initial: -1, sent: -1, pending: -1, noSendRecord: -1 });
        deepStrictEqual(change.lost, { firstSentAt: instant('11:00'), lastSentAt: instant('11:00') });
        deepStrictEqual(change.extremes, {});
      }
      for (const change of now) {
        deepStrictEqual(nonZero(change), { initial: 1, sent: 1, pending: 1 });
        deepStrictEqual(change.lost, {});
        deepStrictEqual(change.extremes, { firstSentAt: instant('10:00'), lastSentAt: instant('10:00') });
      }
    },
  },
  {
    // 10:05 stays the first open and 10:09 becomes the last: nothing is lost, for 10:09 covers 10:05.
    sentence: 'An instant that is overtaken is not lost',
    run: (counting) => {
      const [change] = sentChanges(counting, [['opened', '10:05']], [['opened', '10:09']]);
      deepStrictEqual(change?.lost, {});
      deepStrictEqual(change?.extremes, { lastActivityAt: instant('10:09') });
      deepStrictEqual(nonZero(change), { totalOpens: 1, totalOpensHuman: 1 });
    },
  },
  {
    // A second click on mailto counts nowhere, but it is the latest activity.
    sentence: 'A new instant alone is a change',
    run: (counting) => {
      const [first, second] = ['10:05', '10:09'].map((time): Line => ['clicked', time, { tracked: false }]);
      const [change] = sentChanges(counting, [first!], [second!]);
      deepStrictEqual([nonZero(change), change?.extremes], [{}, { lastActivityAt: instant('10:09') }]);
    },
  },
  {
    // Two send events; the earlier one is told later. The first send moves from 10:09 to 10:05: as the earliest
    // instant 10:05 covers 10:09, as the latest 10:09 is gone.
    sentence: 'An instant that steps back is lost',
    run: (counting) => {
      const [change] = sentChanges(counting, [['sent', '10:09']], [['sent', '10:05']]);
      deepStrictEqual(change?.lost, { lastSentAt: instant('10:09') });
      deepStrictEqual(change?.extremes, { firstSentAt: instant('10:05'), lastSentAt: instant('10:05') });
      deepStrictEqual(nonZero(change), { repeatSends: 1 });
    },
  },
  {
    // Added: 3 + 4 opens. Earliest gained: 5 of 5 and 7. Latest gained: 8 of 8 and 6. Earliest lost: 2 of 4 and 2.
    sentence: 'Changes of two messages of one slot become one',
    run: (counting) => {
      const into = change({ opened: 3 }, { firstActivityAt: 5, lastActivityAt: 8 }, { firstActivityAt: 4 });
      const from = change(
        { opened: 4, clicked: -1 },
        { firstActivityAt: 7, lastActivityAt: 6, lastSentAt: 1 },
        { firstActivityAt: 2, lastActivityAt: 9 },
      );
      counting.mergeChange(into, from);
      deepStrictEqual(
        into,
        change(
          { opened: 7, clicked: -1 },
          { firstActivityAt: 5, lastActivityAt: 8, lastSentAt: 1 },
          { firstActivityAt: 2, lastActivityAt: 9 },
        ),
      );
      counting.mergeChange(into, change({}, {}, { lastActivityAt: 7 }));
      deepStrictEqual(into.lost, { firstActivityAt: 2, lastActivityAt: 9 });
    },
  },
  {
    // 1 March 2024 10:37 UTC is a Friday of a leap year; 31 March has 23:45 as its last quarter hour.
    sentence: 'The slot of a coarser grain begins at its own start',
    run: (counting) => {
      const begins = (time: string) =>
        (['quarter', 'hour', 'day', 'month', 'all'] as const).map((grain) => counting.slotOf(quarter(time), grain));
      const [first, last] = [quarter('1 00:00'), quarter('31 00:00')];
      deepStrictEqual(begins('10:37'), [quarter('10:30'), quarter('10:00'), first, first, 0]);
      deepStrictEqual(begins('31 23:59'), [quarter('31 23:45'), quarter('31 23:00'), last, first, 0]);
      deepStrictEqual(counting.quarterOf(instant('10:29:59.999')), quarter('10:15'));
      deepStrictEqual(counting.quarterOf(instant('10:30')), quarter('10:30'));
    },
  },
];

function contributionOf(counting: Counting, events: readonly CountedEvent[]): Contribution[] {
  const rules = counting.DEFAULT_RULES;
  return counting.contribution(counting.factsOf(events, rules), rules, { sendKey: '' });
}

/** What changes when the lines of `more` are told after those of `first`. */
function changesOf(counting: Counting, first: readonly Line[], more: readonly Line[]): TallyChange[] {
  const all = story([...first, ...more]);
  return counting.tallyChanges(contributionOf(counting, all.slice(0, first.length)), contributionOf(counting, all));
}

function sentChanges(counting: Counting, first: readonly Line[], more: readonly Line[]): TallyChange[] {
  return changesOf(counting, first, more).filter(({ basis }) => basis === 'sent');
}

function change(
  counters: TallyChange['counters'],
  extremes: TallyChange['extremes'],
  lost: TallyChange['lost'],
): TallyChange {
  return { basis: 'sent', slot: 0, counters, extremes, lost };
}

function nonZero(change: TallyChange | undefined): Record<string, number> {
  return Object.fromEntries(Object.entries(change?.counters ?? {}).filter(([, n]) => n !== 0));
}
