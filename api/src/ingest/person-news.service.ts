import type { Ctx } from '@tallysheet/contract';
import { Injectable } from '@nestjs/common';
import { RunAgain, Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventRepository } from './event.repository';
import { Identities, IdentityRepository } from './identity.repository';
import { personIdOf, type Incoming } from './incoming';
import type { Taken } from './taken';
import { joinPeople, type PersonNews } from './joined-people';
import { MessageRepository } from './message.repository';
import { NamesRepository } from './names.repository';
import { holdPairs } from './pairs';
import { PersonRefold } from './person-refold';
import { sift } from './sift';
import { noteActivity } from './source-activity';
import type { Pair } from './stored-messages';

/** Takes in that people were merged or deleted, and counts their messages anew (rule 12). */
@Injectable()
export class PersonNewsService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /** Stores such events of one source within the caller's transaction, and does what they say to every message. */
  async takeIn(
    transaction: Transaction,
    { workspaceId }: Ctx,
    source: string,
    events: readonly Incoming[],
  ): Promise<Taken> {
    const { dialect } = this.store;
    const sourceId = await new NamesRepository(transaction, dialect, workspaceId).source(source);
    const whoIsWho = new IdentityRepository(transaction, dialect, workspaceId);
    await whoIsWho.hold();
    const placed = events.map((each) => ({ incoming: each, campaignKey: null, assetKey: null, campaignId: null }));
    const stored = new EventRepository(transaction, dialect, workspaceId, sourceId);
    const { fresh, duplicates, rejected } = sift(placed, await stored.known(placed));

    const news = fresh.map(({ incoming: each }) => newsOf(each));
    const joinings = joinPeople(await whoIsWho.of(news.flatMap(({ person, merged }) => [person, ...merged])), news);
    const before = joinings.flatMap((joining) => joining.before);
    const known = before.map(({ rootId }) => rootId);

    const rules = await this.rules.readFor(transaction, workspaceId);
    const messages = new MessageRepository(transaction, dialect, workspaceId, rules);
    const pairs = await messages.pairsOf(known);
    await holdPairs(transaction, dialect, workspaceId, pairs);
    await stored.insert(fresh);
    const came = { accepted: fresh.length, duplicates: duplicates.length, rejected: 0 };
    await noteActivity(transaction, dialect, { workspaceId, sourceId }, came);
    if (joinings.length === 0) return { accepted: fresh.length, duplicates, rejected };

    // From here on no batch commits before this does, and one that is under way runs again.
    const raise = 'UPDATE workspace SET revision = revision + 1, facts_version = facts_version + 1 WHERE id = ?';
    await transaction.query(raise, [workspaceId]);
    demandHeld(pairs, await messages.pairsOf(known));
    await whoIsWho.save(joinings.map(({ now }) => now));
    const refold = new PersonRefold(
      transaction,
      dialect,
      workspaceId,
      await this.rules.readFor(transaction, workspaceId),
    );
    await refold.run(pairs, new Identities(before), new Identities(joinings.map(({ now }) => now)));
    return { accepted: fresh.length, duplicates, rejected };
  }
}

function newsOf({ event, personId }: Incoming): PersonNews {
  const merged = event.kind === 'personMerged' ? (event.mergedPersons ?? []) : [];
  const isDeleted = event.kind === 'personDeleted';
  return { person: personId, merged: merged.map((key) => personIdOf(key)), isDeleted };
}

/** A batch may have sent them something new while the pairs were waited for. */
function demandHeld(held: readonly Pair[], now: readonly Pair[]): void {
  const known = new Set(held.map(({ campaignKey, assetKey }) => `${campaignKey}/${assetKey}`));
  if (now.some(({ campaignKey, assetKey }) => !known.has(`${campaignKey}/${assetKey}`))) {
    throw new RunAgain('These people have messages of another campaign by now');
  }
}
