import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { REASON_CODES, type Counter } from '@tallysheet/contract';
import type { BreakdownPart } from '../breakdown';
import { bruteForceDomains, bruteForceReactions } from '../oracle/brute-breakdown';
import type { BruteOptions } from '../oracle/brute-force';
import { histories, options } from './arbitraries';
import type { Counting } from './check';
import { messagesOf, rulesOf, sumUp } from './figures';
import { property, type Property } from './property';
import type { StoryEvent } from './story';

/** What is counted by link, domain and device, against the brute-force counter. */
export const BREAKDOWN_PROPERTIES: readonly Property[] = [
  property(
    'By domain and reason the brute-force counter has the same figures',
    fc.tuple(histories, options),
    (counting, [events, how]) => {
      const rows = grouped(partsOf(counting, events, how), 'domain', ({ name, reason }) => {
        return `${name || '-'} ${reason === 0 ? '-' : REASON_CODES[reason - 1]}`;
      });
      const shown = [...rows].map(([name, parts]) => [name, sumUp(counting, parts.map(withoutInstants), how)] as const);
      const told = [...bruteForceDomains(events, how)].map(
        ([name, row]) => [name, { ...row, ...NO_INSTANTS }] as const,
      );
      deepStrictEqual(counted(shown), counted(told));
    },
    6,
  ),
  ...(['link', 'device'] as const).map((by) =>
    property(
      `By ${by} the brute-force counter has the same figures`,
      fc.tuple(histories, options),
      (counting, [events, how]) => {
        const rows = grouped(partsOf(counting, events, how), by, ({ name }) => name || '-');
        const twin = (parts: readonly BreakdownPart[], counter: 'opened' | 'clicked' | 'totalOpens' | 'totalClicks') =>
          sum(parts, how.humanOnly ? `${counter}Human` : counter);
        const shown = [...rows].map(([name, parts]) => {
          const [opened, clicked] = [twin(parts, 'opened'), twin(parts, 'clicked')];
          return [
            name,
            { opened, clicked, totalOpens: twin(parts, 'totalOpens'), totalClicks: twin(parts, 'totalClicks') },
          ] as const;
        });
        deepStrictEqual(counted(shown), counted([...bruteForceReactions(by, events, how)]));
      },
      6,
    ),
  ),
];

const NO_INSTANTS = { firstSentAt: null, lastSentAt: null, firstActivityAt: null, lastActivityAt: null };

function withoutInstants({ basis, slot, counters }: BreakdownPart) {
  return { basis, slot, counters, extremes: {} };
}

/** What the messages that are no test add, in the frame. */
function partsOf(counting: Counting, events: readonly StoryEvent[], how: BruteOptions): BreakdownPart[] {
  const rules = rulesOf(how);
  return messagesOf(counting, events, rules)
    .map((message) => ({ message, facts: counting.factsOf(message.events, rules) }))
    .filter(({ facts }) => !facts.test)
    .flatMap(({ message, facts }) =>
      counting.breakdownParts(facts, rules, counting.contribution(facts, rules, message)),
    )
    .filter(({ basis, slot }) => {
      const at = slot * counting.QUARTER_MS;
      return basis === how.basis && (how.from === null || at >= how.from) && (how.to === null || at < how.to);
    });
}

function grouped(
  parts: readonly BreakdownPart[],
  breakdown: BreakdownPart['breakdown'],
  nameOf: (part: BreakdownPart) => string,
): Map<string, BreakdownPart[]> {
  const rows = new Map<string, BreakdownPart[]>();
  for (const part of parts) {
    if (part.breakdown !== breakdown) continue;
    rows.set(nameOf(part), [...(rows.get(nameOf(part)) ?? []), part]);
  }
  return rows;
}

function sum(parts: readonly BreakdownPart[], counter: Counter): number {
  return parts.reduce((total, { counters }) => total + (counters[counter] ?? 0), 0);
}

/** Rows in which anything counts, by name. */
function counted<T extends object>(rows: readonly (readonly [string, T])[]): Record<string, T> {
  const any = rows.filter(([, row]) => Object.values(row).some((n) => typeof n === 'number' && n > 0));
  return Object.fromEntries([...any].sort(([a], [b]) => (a < b ? -1 : 1)));
}
