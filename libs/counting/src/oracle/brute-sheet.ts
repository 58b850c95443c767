import { domainOf, realMessages, toldOf } from './brute-breakdown';
import { boundsOfDays, presetDays, timeKeyOf, type BruteBounds, type BruteCalendar } from './brute-calendar';
import { bruteValue, type BruteValue } from './brute-columns';
import { figuresOf } from './brute-figures';
import { emptyRow, type BruteEvent, type BruteOptions, type Counted } from './brute-force';
import { nameOf, textsOf } from './brute-names';
import type { BruteQuery, BruteSheet, BruteSheetRow, BruteWorld } from './brute-query';
import { inTree, isInScope, type BruteFilter } from './brute-scope';
import { NoRule } from './no-rule';

/** The published report types: what they count, their rows unless asked otherwise, and the basis of those that have one. */
const TYPES: Readonly<
  Record<string, { channel: string; levels: readonly string[]; basis?: 'activity'; hasNoRates?: true }>
> = {
  'campaign-email-performance': { channel: 'email', levels: ['campaign', 'asset'] },
  'email-performance': { channel: 'email', levels: ['asset'] },
  'email-link-performance': { channel: 'email', levels: ['asset', 'link'] },
  'engagement-by-hour': { channel: 'email', levels: ['weekday', 'hour'], basis: 'activity', hasNoRates: true },
  'sms-performance': { channel: 'sms', levels: ['campaign', 'asset'] },
  'push-performance': { channel: 'push', levels: ['campaign', 'asset'] },
};

/** Some of a sheet's messages, and which of their moments and links count. */
interface Scope {
  messages: readonly BruteEvent[][];
  isInside: (at: number) => boolean;
  link: string | null;
}

/** The sheet of a query. Throws `NoRule` for a report type, level, column or period that it does not know. */
export function bruteForceSheet(world: BruteWorld, query: BruteQuery): BruteSheet {
  const type = TYPES[query.reportType];
  if (!type) throw new NoRule(`the report type ${query.reportType}`, 'brute-sheet');
  return new SheetCount(world, query, type).sheet();
}

class SheetCount {
  private readonly basis: 'sent' | 'activity';
  private readonly calendar: BruteCalendar;
  private readonly bounds: BruteBounds;
  private readonly levels: readonly string[];

  constructor(
    private readonly world: BruteWorld,
    private readonly query: BruteQuery,
    private readonly type: (typeof TYPES)[string],
  ) {
    this.basis = type.basis ?? query.timeBasis ?? 'sent';
    this.calendar = { ...world.calendar, timeZone: query.timeZone ?? world.calendar.timeZone };
    const { timeFrame } = query;
    const days =
      'preset' in timeFrame ? presetDays(timeFrame.preset, this.calendar) : ([timeFrame.from, timeFrame.to] as const);
    this.bounds = boundsOfDays(days, this.calendar.timeZone);
    this.levels = query.groupBy ?? type.levels;
  }

  sheet(): BruteSheet {
    const all = this.scope(this.query.assetFilter ?? {});
    const total = this.count(all);
    const figures = total ?? emptyRow();
    return {
      ...this.bounds,
      rows: this.rowsOf(all, figures, null, 0),
      total: this.values(figures, figures, {}),
      notes: this.notes(all, total),
    };
  }

  /** The messages that the query is about. */
  private scope(filter: BruteFilter): Scope {
    const { tree, events } = this.world;
    const messages = realMessages(events, this.options()).filter(([first]) => {
      const { campaign, asset } = first!;
      return inTree(tree, 'assets', asset).channel === this.type.channel && isInScope(tree, filter, campaign, asset);
    });
    return { messages, isInside: () => true, link: null };
  }

  private options(bounds = this.bounds, isInside?: Scope['isInside']): BruteOptions {
    const { humanOnly = false, hideDeletedPeople = false } = this.query;
    const { counting, calendar } = this.world;
    const { basis } = this;
    return {
      ...{ ...counting, ...bounds, basis, humanOnly, hideDeleted: hideDeletedPeople, now: calendar.now },
      ...(isInside && { isInside }),
    };
  }

  private rowsOf(scope: Scope, above: Counted, parent: BruteSheetRow | null, depth: number): BruteSheetRow[] {
    const level = this.levels[depth];
    if (level === undefined) return [];
    return [...this.keysAt(level, scope)].flatMap((key) => {
      const own = this.narrowed(scope, level, key);
      const counted = this.count(own);
      if (!counted) return [];
      const ownId = `${level}:${key}`;
      const row: BruteSheetRow = {
        id: parent ? `${parent.id}/${ownId}` : ownId,
        ...{ parentId: parent?.id ?? null, level: depth, nodeId: key },
        kind: level === 'asset' ? this.type.channel : level,
        name: nameOf(this.world, level, key),
        values: this.values(counted, above, textsOf(this.world.tree, level, key, this.type.channel)),
      };
      return [row, ...this.rowsOf(own, counted, row, depth + 1)];
    });
  }

  /** Everything of a level that something of these messages could stand under. */
  private keysAt(level: string, { messages }: Scope): Set<string> {
    const timeKey = timeKeyOf(level);
    const events = messages.flat();
    if (timeKey) return new Set(events.map(({ at }) => timeKey(at, this.calendar)));
    if (level === 'link') return new Set(events.map(({ link }) => link).filter((link) => link !== null));
    return new Set(messages.map((message) => this.keyOf(level, message)));
  }

  private keyOf(level: string, message: readonly BruteEvent[]): string {
    const { campaign, asset } = message[0]!;
    switch (level) {
      case 'program':
        return inTree(this.world.tree, 'campaigns', campaign).programId;
      case 'campaign':
        return campaign;
      case 'asset':
        return asset;
      case 'domain': {
        const domain = domainOf(message);
        return domain === '-' ? '' : (this.world.aliases[domain] ?? domain);
      }
      case 'run':
      case 'variant':
        return toldOf(message, level) ?? '';
      default:
        throw new NoRule(`rows by ${level}`, 'brute-sheet');
    }
  }

  private narrowed(scope: Scope, level: string, key: string): Scope {
    const timeKey = timeKeyOf(level);
    if (timeKey) return { ...scope, isInside: (at) => scope.isInside(at) && timeKey(at, this.calendar) === key };
    if (level === 'link') return { ...scope, link: key };
    return { ...scope, messages: scope.messages.filter((message) => this.keyOf(level, message) === key) };
  }

  /** The figures of a row, or null where no message counts in it. */
  private count({ messages, isInside, link }: Scope, bounds = this.bounds): Counted | null {
    return figuresOf(this.world.tree, messages, link, this.options(bounds, isInside));
  }

  private values(own: Counted, above: Counted, texts: Record<string, string | null>): Record<string, BruteValue> {
    const figures = { own, above, texts, basis: this.basis };
    return Object.fromEntries(this.query.columns.map((id) => [id, bruteValue(id, figures)]));
  }

  private notes(all: Scope, total: Counted | null): BruteSheet['notes'] {
    const notes: BruteSheet['notes'] = [];
    const count = (code: string, n: number) => {
      if (n > 0) notes.push({ code, params: { count: n } });
    };
    const { repeatSends } = this.world.counting;
    count('no-send-record', total?.noSendRecord ?? 0);
    if (repeatSends === 'collapse') count('repeat-sends-collapsed', total?.repeatSends ?? 0);
    count('repeat-key-missing', total?.noRepeatKey ?? 0);
    const { assetFilter = {} } = this.query;
    const withArchived = this.count(this.scope({ ...assetFilter, includeArchived: true }));
    count('archived-left-out', (withArchived?.sent ?? 0) - (total?.sent ?? 0));
    if (this.basis === 'activity' && total && !this.type.hasNoRates) {
      notes.push({ code: 'rates-mix-cohorts', params: {} });
    }
    if (this.basis === 'activity' && this.type.levels.includes('link')) {
      notes.push({ code: 'links-by-first-click', params: {} });
    }
    if (!total && this.bounds.from !== null) {
      const latest = this.count(all, { from: null, to: null })?.lastSentAt ?? null;
      if (latest !== null) notes.push({ code: 'latest-send', params: { at: new Date(latest).toISOString() } });
    }
    return notes;
  }
}
