import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ctx } from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import { Injectable } from '@nestjs/common';
import { hex } from '../database/hash';
import { Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventRepository, type PlacedEvent } from './event.repository';
import { sendKeyOf, type CountedRow } from './event-rows';
import { IdentityRepository, type Identities } from './identity.repository';
import type { Incoming } from './incoming';
import { LinkRepository, type UsedLink } from './link.repository';
import { MessageRepository, type TouchedMessage } from './message.repository';
import { NamesRepository } from './names.repository';
import { holdPairs } from './pairs';
import { place } from './placement';
import { sift } from './sift';
import { noteActivity } from './source-activity';
import { keyText, type Pair } from './stored-messages';
import type { Taken, TakeOptions } from './taken';
import { TallyRepository } from './tally.repository';

/** The one transaction in which events are stored and counted. */
@Injectable()
export class BatchService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /**
   * Stores a batch of events of one source and counts them. `isAgain` says that the transaction was undone before and runs
   * anew.
   */
  async takeIn(
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
    const answers = later(
      Promise.all([
        links.insert(usedLinks(fresh), ground.personalParameters),
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

/** Whoever awaits it hears of a failure, also of one that comes before. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function isOfPair(event: PlacedEvent): event is PlacedEvent & Pair {
  return event.campaignKey !== null && event.assetKey !== null;
}

function usedLinks(events: readonly PlacedEvent[]): UsedLink[] {
  return events
    .filter(isOfPair)
    .flatMap(({ incoming: { event }, campaignKey, assetKey }) =>
      event.link ? [{ ...event.link, campaignKey, assetKey }] : [],
    );
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
