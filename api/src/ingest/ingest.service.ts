import {
  CHANNELS,
  EVENT_KINDS,
  type CanonicalEvent,
  type Channel,
  type Ctx,
  type RejectCode,
} from '@tallysheet/contract';
import type { CountingRules } from '@tallysheet/counting';
import { Injectable } from '@nestjs/common';
import { RunAgain, Store, type Transaction } from '../database/store';
import { insertRows } from '../database/bulk';
import { CAMPAIGN_ASSET } from '../database/facts/fact-tables';
import { CountingRulesRepository } from './counting-rules.repository';
import { EventRepository, type Identity, type PlacedEvent } from './event.repository';
import { countedEvent, sendKeyOf, type CountedRow } from './event-rows';
import { incoming, type Incoming, type Rejection } from './incoming';
import { keyText, MessageRepository, type TouchedMessage } from './message.repository';
import { NamesRepository } from './names.repository';
import { PairRecount } from './pair-recount';
import { noteActivity } from './source-activity';
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

/** Thrown to undo a trial run; never seen outside. */
class TrialOver extends Error {
  constructor(readonly result: Taken) {
    super('trial over');
  }
}

/** Takes events in, each exactly once, for ever. */
@Injectable()
export class IngestService {
  constructor(
    private readonly store: Store,
    private readonly rules: CountingRulesRepository,
  ) {}

  /**
   * Stores a batch of events of one source and counts them, in one transaction: when this answers, they are on disk.
   * The same id again is a duplicate; the same id for something else is rejected (rule 13).
   */
  async ingest(
    ctx: Ctx,
    source: string,
    events: readonly CanonicalEvent[],
    options: { dryRun?: boolean } = {},
  ): Promise<IngestResult> {
    const now = Date.now();
    const read = events.map((event, index) => incoming(event, index, now));
    const { accepted, duplicates, rejected } = await this.take(ctx, source, read, options);
    return { accepted, duplicates: duplicates.length, rejected };
  }

  /** The same for events that were read before. */
  async take(
    ctx: Ctx,
    source: string,
    read: readonly (Incoming | Rejection)[],
    options: { dryRun?: boolean } = {},
  ): Promise<Taken> {
    const usable = read.filter((each): each is Incoming => 'event' in each);
    const rejected = read.filter((each) => 'code' in each);
    if (usable.length === 0) return { accepted: 0, duplicates: [], rejected };
    try {
      return await this.store.transaction(async (transaction) => {
        const result = await this.takeIn(transaction, ctx, source, usable);
        result.rejected = [...rejected, ...result.rejected].sort((a, b) => a.index - b.index);
        if (options.dryRun) throw new TrialOver(result);
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
  ): Promise<Taken> {
    const { dialect } = this.store;
    const { workspaceId } = ctx;
    const names = new NamesRepository(transaction, dialect, workspaceId);
    const sourceId = await names.source(source);
    const placed = await this.place(names, source, events);
    await this.holdAssets(transaction, workspaceId, placed);
    const rules = await this.rules.readFor(transaction, workspaceId);

    const stored = new EventRepository(transaction, dialect, workspaceId, sourceId);
    const { fresh, duplicates, rejected } = sift(placed, await stored.known(placed));
    const came = { accepted: fresh.length, duplicates: duplicates.length, rejected: 0 };
    // Last of all, as the revision below: batches of one source would take turns from here on.
    const note = () => noteActivity(transaction, dialect, { workspaceId, sourceId }, came);
    if (fresh.length === 0) {
      await note();
      return { accepted: fresh.length, duplicates, rejected };
    }

    const messages = new MessageRepository(transaction, dialect, workspaceId, rules);
    const touched = touchedBy(fresh, sourceId, rules);
    await messages.readStored(touched);
    const inserted = stored.insert(fresh);
    // Counted while the store is still writing the events.
    const { changes, moved, rows } = messages.fold(touched);
    await Promise.all([inserted, messages.write(rows)]);
    await new TallyRepository(transaction, dialect, workspaceId).apply(changes);
    for (const pair of moved) await new PairRecount(transaction, dialect, workspaceId, rules).run(pair);
    await note();
    await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    await this.requireRules(transaction, workspaceId, rules);
    return { accepted: fresh.length, duplicates, rejected };
  }

  /**
   * A rule may have changed since this batch read it, and the recount that follows does not know of a campaign × asset
   * that is new here. The workspace's row is held by now, so what is read is what stands when this commits.
   */
  private async requireRules(transaction: Transaction, workspaceId: number, used: CountingRules): Promise<void> {
    const now = await this.rules.readFor(transaction, workspaceId);
    if (JSON.stringify(now) !== JSON.stringify(used)) throw new RunAgain('The counting rules have changed');
  }

  /** Finds the campaign and asset of each message event, creating those that are new under "Unassigned". */
  private async place(names: NamesRepository, source: string, events: readonly Incoming[]): Promise<PlacedEvent[]> {
    const unassigned = { id: `unassigned-${source}`, name: `Unassigned (${source})` };
    const assetOf = ({ asset, channel = 'email' }: CanonicalEvent) =>
      asset ?? (channel === 'email' ? unassigned : { ...unassigned, id: `${unassigned.id}-${channel}` });
    const campaigns = new Map<string, string | undefined>();
    const assets = new Map<string, { channel: Channel | undefined; name: string | undefined }>();
    for (const { event, isMessage } of events) {
      if (!isMessage) continue;
      const campaign = event.campaign ?? unassigned;
      const asset = assetOf(event);
      campaigns.set(campaign.id, campaign.name ?? campaigns.get(campaign.id));
      const known = assets.get(asset.id);
      // A channel that an event tells wins over the one that is taken for granted.
      assets.set(asset.id, { channel: event.channel ?? known?.channel, name: asset.name ?? known?.name });
    }
    const campaignKeys = await names.campaigns(campaigns);
    const assetKeys = new Map<string, number>();
    for (const channel of CHANNELS) {
      const ofChannel = [...assets].filter(([, asset]) => (asset.channel ?? 'email') === channel);
      if (ofChannel.length === 0) continue;
      const named = new Map(ofChannel.map(([id, { name }]) => [id, name]));
      for (const [id, key] of await names.assets(named, channel)) assetKeys.set(id, key);
    }
    return events.map((each) => ({
      incoming: each,
      campaignKey: each.isMessage ? campaignKeys.get((each.event.campaign ?? unassigned).id)! : null,
      assetKey: each.isMessage ? assetKeys.get(assetOf(each.event).id)! : null,
    }));
  }

  /**
   * Holds these campaigns and assets until the transaction ends, in key order: batches for the same messages and a
   * recount take turns. The rules are read after it, so that a changed rule never meets facts of the old one.
   */
  private async holdAssets(
    transaction: Transaction,
    workspaceId: number,
    events: readonly PlacedEvent[],
  ): Promise<void> {
    const pairs = new Map<string, [number, number, number]>();
    for (const { campaignKey, assetKey } of events) {
      if (campaignKey === null || assetKey === null) continue;
      pairs.set(`${campaignKey}/${assetKey}`, [workspaceId, campaignKey, assetKey]);
    }
    const rows = [...pairs.values()].sort((a, b) => a[1] - b[1] || a[2] - b[2]);
    const { dialect } = this.store;
    const suffix = dialect.keepExisting(CAMPAIGN_ASSET.key);
    await insertRows(transaction, 'campaign_asset', CAMPAIGN_ASSET.key, rows, suffix);
  }
}

/** Tells the new events from those that are known, here or earlier in the batch. */
function sift(events: readonly PlacedEvent[], known: Map<string, Identity>) {
  const fresh: PlacedEvent[] = [];
  const rejected: IngestResult['rejected'] = [];
  const duplicates: number[] = [];
  for (const event of events) {
    const { hash, index, event: canonical } = event.incoming;
    const identity = identityOf(event);
    const first = known.get(hash);
    if (!first) {
      known.set(hash, identity);
      fresh.push(event);
    } else if (isSame(first, identity, canonical.datedByReceipt)) duplicates.push(index);
    else rejected.push({ index, code: 'event-id-conflict', detail: conflictText(first, canonical) });
  }
  return { fresh, duplicates, rejected };
}

function identityOf({ incoming: { columns, person, at }, campaignKey, assetKey }: PlacedEvent): Identity {
  return {
    kind: columns['kind'] as number,
    personId: person,
    campaignKey,
    assetKey,
    second: Math.floor(at / 1000),
  };
}

/** A second try of a notice that tells no time comes at another second. */
function isSame(a: Identity, b: Identity, datedByReceipt = false): boolean {
  return (
    a.kind === b.kind &&
    a.personId === b.personId &&
    a.campaignKey === b.campaignKey &&
    a.assetKey === b.assetKey &&
    (datedByReceipt || a.second === b.second)
  );
}

function conflictText(first: Identity, event: CanonicalEvent): string {
  return `${event.id ?? ''}: ${EVENT_KINDS[first.kind]} ${new Date(first.second * 1000).toISOString()}`;
}

/** The messages that these events belong to, each with its new events. */
function touchedBy(
  events: readonly PlacedEvent[],
  sourceId: number,
  rules: CountingRules,
): Map<string, TouchedMessage> {
  const touched = new Map<string, TouchedMessage>();
  for (const { incoming: each, campaignKey, assetKey } of events) {
    if (campaignKey === null || assetKey === null) continue;
    const row = { ...each.columns, source_id: sourceId } as unknown as CountedRow;
    const sendKey = sendKeyOf(row, rules);
    const text = keyText(campaignKey, assetKey, each.person, sendKey);
    let message = touched.get(text);
    if (!message) {
      const { personId, person } = each;
      message = { campaignKey, assetKey, personId, person, sendKey, stored: [], fresh: [] };
      touched.set(text, message);
    }
    message.fresh.push(countedEvent(row, each.hash));
  }
  return touched;
}
