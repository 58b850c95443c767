import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CanonicalEvent, Ctx, EventKind, RejectCode } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import { Inject, Injectable } from '@nestjs/common';
import { hex } from '../database/hash';
import { Store, type Transaction } from '../database/store';
import type { Config } from '../platform/config';
import { CONFIG } from '../platform/tokens';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventRepository, type PlacedEvent } from './event.repository';
import { sendKeyOf, type CountedRow } from './event-rows';
import { IdentityRepository, type Identities } from './identity.repository';
import { incoming, type Incoming, type Rejection } from './incoming';
import { LinkRepository } from './link.repository';
import { MessageRepository, type TouchedMessage } from './message.repository';
import { NamesRepository } from './names.repository';
import { holdPairs } from './pairs';
import { PersonNewsService } from './person-news.service';
import { place } from './placement';
import { sift } from './sift';
import { noteActivity } from './source-activity';
import { keyText, type Pair } from './stored-messages';
import { TallyRepository } from './tally.repository';

export interface IngestResult {
  accepted: number;
  duplicates: number;
  rejected: { index: number; code: RejectCode; detail: string }[];
}

/** What came of a batch, by the index of each event: whatever is neither a duplicate nor rejected was accepted. */
export interface Taken {
  accepted: number;
  duplicates: number[];
  rejected: IngestResult['rejected'];
}

export interface TakeOptions {
  /** Everything is tried, and undone. */
  dryRun?: boolean;
  /** Called when everything is counted and the store has the most to do: the moment to prepare what comes next. */
  onCounted?: () => void;
}

/** Thrown to undo a trial run; never seen outside. */
class TrialOver extends Error {
  constructor(readonly result: Taken) {
    super('trial over');
  }
}

/** News about people touches messages of any campaign: some at a time, so that others wait but a moment. */
const NEWS_PER_TRANSACTION = 200;
/** One event may join thousands. */
const PEOPLE_PER_TRANSACTION = 5000;
const NEWS: ReadonlySet<EventKind> = new Set(['personMerged', 'personDeleted']);

/** Whether an event tells who is who, which changes how others count. */
export function isNews({ event }: Incoming): boolean {
  return NEWS.has(event.kind);
}

/** News in as few transactions as neither events nor people are too many for; one event is never cut. */
function* slicesOf(news: readonly Incoming[]): Generator<Incoming[]> {
  let slice: Incoming[] = [];
  let people = 0;
  for (const each of news) {
    const more = 1 + (each.event.mergedPersons?.length ?? 0);
    if (slice.length === NEWS_PER_TRANSACTION || (slice.length > 0 && people + more > PEOPLE_PER_TRANSACTION)) {
      yield slice;
      slice = [];
      people = 0;
    }
    slice.push(each);
    people += more;
  }
  if (slice.length > 0) yield slice;
}

/** Takes events in, each exactly once, for ever. */
@Injectable()
export class IngestService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
    private readonly news: PersonNewsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Stores a batch of events of one source and counts them: when this answers, they are on disk. It is one transaction,
   * but for merged and deleted people, who follow in their own. The same id again is a duplicate; the same id for
   * something else is rejected (rule 13).
   */
  async ingest(
    ctx: Ctx,
    source: string,
    events: readonly CanonicalEvent[],
    options: { dryRun?: boolean } = {},
  ): Promise<IngestResult> {
    const now = Date.now();
    const read = events.map((event, index) => incoming(event, index, now, this.config.ipRanges));
    const { accepted, duplicates, rejected } = await this.take(ctx, source, read, options);
    return { accepted, duplicates: duplicates.length, rejected };
  }

  /** The same for events that were read before. */
  async take(
    ctx: Ctx,
    source: string,
    read: readonly (Incoming | Rejection)[],
    options: TakeOptions = {},
  ): Promise<Taken> {
    const result: Taken = { accepted: 0, duplicates: [], rejected: read.filter((each) => 'code' in each) };
    const usable = read.filter((each): each is Incoming => 'event' in each);
    const batch = usable.filter((each) => !isNews(each));
    if (batch.length > 0) {
      let isAgain = false;
      const work = (transaction: Transaction) => {
        const taken = this.takeIn(transaction, ctx, source, batch, { isAgain, onCounted: options.onCounted });
        isAgain = true;
        return taken;
      };
      add(result, await this.within(options, work));
    }
    for (const news of slicesOf(usable.filter(isNews))) {
      add(result, await this.within(options, (transaction) => this.news.takeIn(transaction, ctx, source, news)));
    }
    result.rejected.sort((a, b) => a.index - b.index);
    return result;
  }

  /** One transaction, undone at its end when it is only tried. */
  private async within({ dryRun }: TakeOptions, work: (transaction: Transaction) => Promise<Taken>): Promise<Taken> {
    try {
      return await this.store.transaction(async (transaction) => {
        const result = await work(transaction);
        if (dryRun) throw new TrialOver(result);
        return result;
      });
    } catch (error) {
      if (error instanceof TrialOver) return error.result;
      throw error;
    }
  }

  private async takeIn(
    transaction: Transaction,
    ctx: Ctx,
    source: string,
    events: readonly Incoming[],
    { isAgain, onCounted }: Pick<TakeOptions, 'onCounted'> & { isAgain: boolean },
  ): Promise<Taken> {
    const { dialect } = this.store;
    const { workspaceId } = ctx;
    const whoIsWho = new IdentityRepository(transaction, dialect, workspaceId);
    const names = new NamesRepository(transaction, dialect, workspaceId);
    // What does not wait for an answer is asked for at once, here and below: each way to the store and back costs time.
    const [sourceId, placed] = await Promise.all([names.source(source), place(names, source, events)]);
    const stored = new EventRepository(transaction, dialect, workspaceId, sourceId);
    const people = new Map(events.map((each) => [each.person, each.personId]));
    const [, , ground, known, identities] = await Promise.all([
      // A long list of merged people would have a large batch run again for ever: from the second time on, it waits.
      isAgain ? whoIsWho.hold() : null,
      holdPairs(transaction, dialect, workspaceId, placed.filter(isOfPair)),
      this.rules.ground(transaction, workspaceId),
      stored.known(placed),
      whoIsWho.of(people.values()),
    ]);
    const { rules } = ground;

    const { fresh, duplicates, rejected } = sift(placed, known);
    const came = { accepted: fresh.length, duplicates: duplicates.length, rejected: 0 };
    // Last of all, as the revision below: batches of one source would take turns from here on.
    const note = () => noteActivity(transaction, dialect, { workspaceId, sourceId }, came);
    if (fresh.length === 0) {
      await note();
      return { accepted: fresh.length, duplicates, rejected };
    }

    const links = new LinkRepository(transaction, dialect, workspaceId);
    const messages = new MessageRepository(transaction, dialect, workspaceId, rules);
    const touched = touchedBy(fresh, sourceId, rules, identities);
    const used = fresh
      .filter(isOfPair)
      .flatMap(({ incoming: { event }, campaignKey, assetKey }) =>
        event.link ? [{ ...event.link, campaignKey, assetKey }] : [],
      );
    const answers = later(
      Promise.all([
        links.insert(used, ground.personalParameters),
        links.book(freshRowsOf(touched.values())),
        messages.readStored(touched, identities),
      ]),
    );
    // Written out while the store answers, and counted while it stores them.
    await nextTurn();
    const inserted = later(stored.insert(fresh));
    const [, linksOfFresh] = await answers;
    const book = await links.book(storedRowsOf(touched.values()), linksOfFresh);
    const { changes, rows } = messages.fold(touched.values(), book);
    const written = later(messages.write(rows));
    const tallied = new TallyRepository(transaction, dialect, workspaceId, rules).apply(changes);
    onCounted?.();
    if (changes.lost().length > 0) await tallied;
    await Promise.all([
      ...[inserted, written, tallied],
      note(),
      transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]),
      this.rules.require(transaction, workspaceId, ground),
    ]);
    return { accepted: fresh.length, duplicates, rejected };
  }
}

function add(into: Taken, more: Taken): void {
  into.accepted += more.accepted;
  into.duplicates.push(...more.duplicates);
  into.rejected.push(...more.rejected);
}

/** Whoever awaits it hears of a failure, also of one that comes before. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function isOfPair(event: PlacedEvent): event is PlacedEvent & Pair {
  return event.campaignKey !== null && event.assetKey !== null;
}

/** The messages that these events belong to, each with its new events. */
function touchedBy(
  events: readonly PlacedEvent[],
  sourceId: number,
  rules: CountingRules,
  identities: Identities,
): Map<string, TouchedMessage> {
  const touched = new Map<string, TouchedMessage>();
  for (const { incoming: each, campaignKey, assetKey } of events.filter(isOfPair)) {
    // The event's own columns, not a copy: thousands of them cost more than all that is done with them.
    const row = Object.assign(each.columns, { source_id: sourceId, hash: each.hash }) as unknown as CountedRow;
    const sendKey = sendKeyOf(row, rules);
    const { rootId: personId, isDeleted } = identities.of(each.personId, each.person);
    const person = personId === each.personId ? each.person : hex(personId);
    const text = keyText(campaignKey, assetKey, person, sendKey);
    let message = touched.get(text);
    if (!message) {
      message = { key: { campaignKey, assetKey, personId, sendKey }, person, isDeleted, rows: [], fresh: [] };
      touched.set(text, message);
    }
    message.fresh.push(row);
  }
  return touched;
}

function* storedRowsOf(messages: Iterable<TouchedMessage>): Generator<CountedRow> {
  for (const { rows } of messages) yield* rows;
}

function* freshRowsOf(messages: Iterable<TouchedMessage>): Generator<CountedRow> {
  for (const { fresh } of messages) yield* fresh;
}
