import type { ActivityRule, AttributeRule, SmartList, SmartListRule, TimeFrame } from '@tallysheet/contract';
import { boundsOf } from './frame-cases';
import { addDays, localDay } from './local-days';
import {
  countMessage,
  emptyRow,
  firstOf,
  isHuman,
  messagesOf,
  namesOfPeople,
  sentAtOf,
  type BruteEvent,
  type BruteOptions,
} from './oracle';

/** What is known of people by their keys, as a file says it; and lists that were saved, by their ids. */
export interface BruteWorld {
  events: readonly BruteEvent[];
  attributes: ReadonlyMap<string, Readonly<Record<string, string>>>;
  saved: ReadonlyMap<string, SmartList>;
}

/** Whose messages a sheet counts, and how. */
export type BruteQuestion = BruteOptions & { timeZone: string };

/** Judges people one by one and rule by rule, by reading the rules literally. */
export class BruteList {
  private readonly names: Map<string, string>;
  private readonly messages: BruteEvent[][];

  constructor(
    private readonly world: BruteWorld,
    private readonly question: BruteQuestion,
  ) {
    this.names = namesOfPeople(world.events);
    const all = messagesOf(world.events, { ...question, hideDeleted: false });
    this.messages = all.filter((message) => !message.some(({ test }) => test));
  }

  has(person: string, { match, rules }: SmartList): boolean {
    if (rules.length === 0) return true;
    const holds = rules.map((rule) => this.holds(person, rule));
    if (match === 'all') return !holds.includes(false);
    return match === 'any' ? holds.includes(true) : !holds.includes(true);
  }

  /** What happened to people who are in a list, and who is who. */
  historyOf(list: SmartList): (event: { kind: string; person: string }) => boolean {
    return ({ kind, person }) => kind.startsWith('person') || this.has(person, list);
  }

  /** People and messages that a list keeps and leaves out of those that the sheet would count. */
  counts(list: SmartList): { people: { in: number; out: number }; messages: { in: number; out: number } } {
    const { basis, from, to, hideDeleted = false } = this.question;
    const shown = messagesOf(this.world.events, { ...this.question, hideDeleted });
    const inFrame = (at: number) => (from === null || at >= from) && (to === null || at < to);
    const counted = shown.filter((message) => {
      if (message.some(({ test }) => test)) return false;
      const anchor = sentAtOf(message) ?? firstOf(message, 'targeted') ?? firstOf(message, 'excluded');
      if (anchor === null) return false;
      return basis === 'sent' ? inFrame(anchor) : message.some(({ at }) => inFrame(at));
    });
    const people = (messages: BruteEvent[][]) =>
      new Set(messages.map((message) => this.nameOf(message[0]!.person))).size;
    const kept = counted.filter((message) => this.has(message[0]!.person, list));
    const left = counted.filter((message) => !this.has(message[0]!.person, list));
    return {
      people: { in: people(kept), out: people(left) },
      messages: { in: kept.length, out: left.length },
    };
  }

  private nameOf(person: string): string {
    return this.names.get(person) ?? person;
  }

  private holds(person: string, rule: SmartListRule): boolean {
    if ('rules' in rule) return this.has(person, rule);
    if ('list' in rule) return this.has(person, this.world.saved.get(rule.list)!) !== (rule.not ?? false);
    if ('did' in rule) return this.times(person, rule) >= (rule.atLeast ?? 1) !== (rule.not ?? false);
    const values = [...this.world.attributes]
      .filter(([key]) => this.nameOf(key) === this.nameOf(person))
      .flatMap(([, known]) => known[rule.attribute] || []);
    return this.fits(values, rule);
  }

  private fits(values: string[], rule: AttributeRule): boolean {
    const opposite = /^(is-not$|not-|is-empty)/.test(rule.operator);
    const operator = opposite ? rule.operator.replace('is-not', 'is').replace('not-', '') : rule.operator;
    if (operator.endsWith('empty')) return values.length > 0 !== opposite;
    return values.some((value) => this.fitsOne(value, { ...rule, operator } as AttributeRule)) !== opposite;
  }

  private fitsOne(value: string, rule: AttributeRule): boolean {
    if ('amount' in rule) {
      const today = localDay(this.question.now, this.question.timeZone);
      const days = rule.amount * (rule.unit === 'week' ? 7 : 1);
      const [first, last] =
        rule.operator === 'in-past' ? [addDays(today, 1 - days), today] : [today, addDays(today, days - 1)];
      return this.comparable(value) >= first && this.comparable(value) <= last;
    }
    const own = this.comparable(value);
    const given = (asked: string | number | boolean) => this.comparable(String(asked));
    if ('from' in rule) return own >= given(rule.from) && own <= given(rule.to);
    if ('value' in rule) {
      const asked = given(rule.value);
      if (rule.operator === 'before' || rule.operator === 'less-than') return own < asked;
      if (rule.operator === 'after' || rule.operator === 'greater-than') return own > asked;
      return rule.operator === 'at-most' ? own <= asked : own >= asked;
    }
    if (!('values' in rule)) return false;
    return rule.values.map(given).some((asked) => {
      if (rule.operator === 'contains') return String(own).includes(String(asked));
      if (rule.operator === 'starts-with') return String(own).startsWith(String(asked));
      return rule.operator === 'ends-with' ? String(own).endsWith(String(asked)) : own === asked;
    });
  }

  /** A number, the day of a date, yes or no as words, a text as it is compared. */
  private comparable(value: string): string | number {
    if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return localDay(Date.parse(value), this.question.timeZone);
    return value.replaceAll('ü', 'u').toLowerCase().trim();
  }

  private times(person: string, rule: ActivityRule): number {
    const own = this.messages.filter((message) => this.nameOf(message[0]!.person) === this.nameOf(person));
    const about = own.filter(
      ([first]) =>
        (rule.campaigns?.includes(first!.campaign) ?? true) &&
        (rule.assets?.includes(first!.asset) ?? true) &&
        (rule.programs?.includes('unassigned') ?? true),
    );
    return about.reduce((sum, message) => sum + this.timesIn(message, rule), 0);
  }

  private timesIn(message: BruteEvent[], { did, timeFrame, link }: ActivityRule): number {
    const { from, to } = this.frame(timeFrame);
    const { humanOnly, proximitySeconds } = this.question;
    const inFrame = ({ at }: BruteEvent) => (from === null || at >= from) && (to === null || at < to);
    const counts = (event: BruteEvent) => inFrame(event) && (!humanOnly || isHuman(event, message, proximitySeconds));
    if (did === 'clicked') {
      return message.filter(
        (event) => event.kind === 'clicked' && event.tracked && counts(event) && (!link || event.link?.includes(link)),
      ).length;
    }
    if (did === 'opened') {
      const opens = message.filter((event) => event.kind === 'opened' && counts(event)).length;
      const proves = humanOnly ? ['clicked'] : ['clicked', 'optOutClicked', 'mirrorViewed', 'forwarded'];
      const isProven = message.some(
        (event) => (proves.includes(event.kind) && counts(event)) || (event.kind === 'unsubscribed' && inFrame(event)),
      );
      return Math.max(opens, isProven ? 1 : 0);
    }
    const row = emptyRow();
    countMessage(row, message, { ...this.question, basis: 'activity', from, to });
    return row[did];
  }

  private frame(timeFrame: TimeFrame | undefined): { from: number | null; to: number | null } {
    if (!timeFrame) return { from: null, to: null };
    return boundsOf({ title: '', timeZone: this.question.timeZone, timeFrame }, this.question.now);
  }
}
