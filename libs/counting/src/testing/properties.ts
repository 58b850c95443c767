import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { COUNTERS, GRAINS, type Counter } from '@tallysheet/contract';
import type { Contribution } from '../contribution';
import { bruteForceCount, bruteForceTotal } from '../oracle/brute-force';
import { BREAKDOWN_PROPERTIES } from './breakdowns';
import { histories, inBatches, options, retold } from './arbitraries';
import type { Counting } from './check';
import { figuresOf, messagesOf, rulesOf, totalOf } from './figures';
import { property, type Property } from './property';
import type { StoryEvent } from './story';
import { foldedOnce, TallyBook } from './tally-book';

const STATES: Counter[] = ['delivered', 'hardBounced', 'softBounced', 'pending'];

/** Counters that no verdict may touch (rule 7), and with them the twins that only people make. */
const HUMAN = COUNTERS.filter((counter) => counter.endsWith('Human'));

const retoldHistories = histories.chain((events) => fc.record({ events: fc.constant(events), told: retold(events) }));
const batchedHistories = histories.chain((events) =>
  fc.record({ events: fc.constant(events), batches: inBatches(events) }),
);

export const PROPERTIES: readonly Property[] = [
  property(
    'Any order and repetition of a message’s events give the same facts and contributions',
    fc.tuple(retoldHistories, options),
    (counting, [{ events, told }, how]) => {
      const rules = rulesOf(how);
      const facts = (all: readonly StoryEvent[]) =>
        sorted(messagesOf(counting, all, rules)).map(({ key, sendKey, events: own }) => {
          const made = counting.factsOf(own, rules);
          return { key, made, adds: counting.contribution(made, rules, { sendKey }) };
        });
      deepStrictEqual(facts(told), facts(events));
    },
  ),
  property(
    'Any split into batches leads to the same tallies as folding once, and no counter is ever negative',
    fc.tuple(batchedHistories, options),
    (counting, [{ events, batches }, how]) => {
      const rules = rulesOf(how);
      const book = new TallyBook(counting, rules);
      const known: StoryEvent[] = [];
      for (const batch of batches) {
        book.tell(batch);
        known.push(...batch);
        deepStrictEqual(book.rows, foldedOnce(counting, known, rules));
      }
      deepStrictEqual(book.rows, foldedOnce(counting, events, rules));
    },
  ),
  property(
    'Changes that wait and are added together lead to the same tallies',
    fc.tuple(batchedHistories, options, fc.nat(3)),
    (counting, [{ events, batches }, how, early]) => {
      const rules = rulesOf(how);
      const book = new TallyBook(counting, rules);
      book.tellTogether(batches.slice(0, early));
      book.tellTogether(batches.slice(early));
      deepStrictEqual(book.rows, foldedOnce(counting, events, rules));
    },
  ),
  property(
    'A change of the rules leads to the tallies of the new ones',
    fc.tuple(histories, options, options),
    (counting, [events, before, after]) => {
      const book = new TallyBook(counting, rulesOf(before));
      book.tell(events);
      book.recount(rulesOf(after));
      deepStrictEqual(book.rows, foldedOnce(counting, events, rulesOf(after)));
    },
  ),
  property(
    'A sent message is in one state, another in none',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      forEachMessage(counting, events, how, (adds) => {
        for (const basis of ['sent', 'activity'] as const) {
          const all = countersOf(adds, basis);
          const states = STATES.map((state) => all[state]);
          equal(sum(states), all.sent);
          ok(states.every((n) => n === 0 || n === 1));
          equal(all.rejected + all.prepared + all.sent, all.initial);
          ok(all.initial <= 1);
        }
      });
    },
  ),
  property(
    'Counters of one message are bounded by those they are a part of',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      forEachMessage(counting, events, how, (adds) => {
        const all = countersOf(adds, 'sent');
        for (const [part, whole] of PARTS) ok(all[part] <= all[whole], `${part} ≤ ${whole}`);
      });
    },
  ),
  property(
    'Over all time the two bases have the same counters and instants',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      forEachMessage(counting, events, how, (adds) => {
        deepStrictEqual(countersOf(adds, 'activity'), countersOf(adds, 'sent'));
        ok(adds.filter(({ basis }) => basis === 'sent').length <= 1, 'one slot in basis sent');
        for (const { counters } of adds) ok(Object.values(counters).every((n) => n > 0));
      });
      const over = { ...how, from: null, to: null };
      deepStrictEqual(
        totalOf(counting, events, { ...over, basis: 'activity' }),
        totalOf(counting, events, { ...over, basis: 'sent' }),
      );
    },
  ),
  property(
    'No verdict touches what is not of people alone',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      const bots = events.map((event) => ({ ...event, verdict: 'bot' as const }));
      const rules = rulesOf(how);
      const withoutTwins = (all: readonly StoryEvent[]) =>
        Object.entries(foldedOnce(counting, all, rules)).map(([key, { counters, extremes }]) => [
          key,
          Object.fromEntries(Object.entries(counters).filter(([counter]) => !HUMAN.includes(counter as Counter))),
          extremes,
        ]);
      deepStrictEqual(withoutTwins(bots), withoutTwins(events));
    },
  ),
  property(
    'Every grain’s slot begins with a quarter hour of its own and holds the one it was asked for',
    fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2080, 0, 1) }),
    (counting, at) => {
      const quarter = counting.quarterOf(at);
      ok(Number.isInteger(quarter) && quarter * counting.QUARTER_MS <= at && at < (quarter + 1) * counting.QUARTER_MS);
      for (const grain of GRAINS) {
        const slot = counting.slotOf(quarter, grain);
        ok(Number.isInteger(slot) && slot <= quarter, grain);
        equal(counting.slotOf(slot, grain), slot, `${grain}: a slot holds its own start`);
        ok(grain === 'all' || quarter < slot + LENGTHS[grain], `${grain}: a slot is no longer than its name`);
        if (grain === 'month') equal(yearAndMonth(counting, slot), yearAndMonth(counting, quarter));
      }
    },
  ),
  property(
    'The brute-force counter agrees, row by row and in the total',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      deepStrictEqual(sortedRows(figuresOf(counting, events, how)), sortedRows(bruteForceCount(events, how)));
      deepStrictEqual(totalOf(counting, events, how), bruteForceTotal(events, how));
    },
    10,
  ),
  ...BREAKDOWN_PROPERTIES,
];

/** Of one message: the first is never more than the second. */
const PARTS: [Counter, Counter][] = [
  ['noSendRecord', 'sent'],
  ['repeatSends', 'sent'],
  ['noRepeatKey', 'sent'],
  ['opened', 'delivered'],
  ['complained', 'delivered'],
  ['impressions', 'delivered'],
  ['deliveredTracked', 'delivered'],
  ['openedTracked', 'deliveredTracked'],
  ['openedTrackedHuman', 'openedTracked'],
  ['openedHuman', 'opened'],
  ['clicked', 'opened'],
  ['clickedHuman', 'clicked'],
  ['clickedHuman', 'openedHuman'],
  ['unsubscribed', 'openedHuman'],
  ['forwarded', 'opened'],
  ['mirrorViewed', 'opened'],
  ['optOutClicked', 'opened'],
  ['clicked', 'totalClicks'],
  ['clickedHuman', 'totalClicksHuman'],
  ['totalOpensHuman', 'totalOpens'],
  ['totalClicksHuman', 'totalClicks'],
];

/** The most quarter hours that a slot has. */
const LENGTHS = { quarter: 1, hour: 4, day: 96, month: 31 * 96 };

function yearAndMonth(counting: Counting, quarter: number): string {
  return new Date(quarter * counting.QUARTER_MS).toISOString().slice(0, 7);
}

function forEachMessage(
  counting: Counting,
  events: readonly StoryEvent[],
  how: Parameters<typeof rulesOf>[0],
  visit: (adds: Contribution[]) => void,
): void {
  const rules = rulesOf(how);
  for (const message of messagesOf(counting, events, rules)) {
    visit(counting.contribution(counting.factsOf(message.events, rules), rules, message));
  }
}

function countersOf(adds: readonly Contribution[], basis: Contribution['basis']): Record<Counter, number> {
  const places = adds.filter((place) => place.basis === basis);
  const entries = COUNTERS.map((counter) => [counter, sum(places.map(({ counters }) => counters[counter] ?? 0))]);
  return Object.fromEntries(entries) as Record<Counter, number>;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function sorted<T extends { key: string }>(all: readonly T[]): T[] {
  return [...all].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function sortedRows<T>(rows: ReadonlyMap<string, T>): [string, T][] {
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
}
