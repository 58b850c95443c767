import type { CountingRules } from '@tallysheet/counting';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import type { CountedMessage } from './counted-message';
import type { CountedRow } from './event-rows';
import type { Identities } from './identity.repository';
import { LinkRepository, type LinkBook } from './link.repository';
import { MessageRepository } from './message.repository';
import { messageRow } from './message-row';
import { byMessage, countStored, eventsOfPeople, keyText, type Pair, type StoredMessage } from './stored-messages';
import { TallyChanges } from './tally-changes';
import { TallyRepository } from './tally.repository';

/** Counts the messages of people anew who are somebody else now. The caller holds the pairs. */
export class PersonRefold {
  private readonly messages: MessageRepository;
  private readonly links: LinkRepository;

  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {
    this.messages = new MessageRepository(transaction, dialect, workspaceId, rules);
    this.links = new LinkRepository(transaction, dialect, workspaceId);
  }

  /** `before` and `now` say of the same people who they were and who they are. */
  async run(pairs: readonly Pair[], before: Identities, now: Identities): Promise<void> {
    const changes = new TallyChanges();
    for (const pair of pairs) await this.refold(pair, before, now, changes);
    await new TallyRepository(this.transaction, this.dialect, this.workspaceId, this.rules).apply(changes);
  }

  private async refold(pair: Pair, before: Identities, now: Identities, changes: TallyChanges): Promise<void> {
    const { transaction, dialect, workspaceId } = this;
    const stored = await eventsOfPeople(transaction, dialect, workspaceId, pair, now.people);
    const links = await this.links.book(stored);
    const old = this.counted(stored, pair, before, now, links);
    const rows: SqlValue[][] = [];
    for (const [text, message] of byMessage(stored, pair, now, this.rules)) {
      const counted = countStored(message, links, this.rules);
      changes.add(pair, old.get(text) ?? [], counted);
      rows.push(messageRow(workspaceId, message.key, counted, this.rules));
    }
    await this.messages.remove(pair, before.roots);
    await this.messages.write(rows);
  }

  /** The messages as they counted before, by the message that each is now a part of. */
  private counted(
    stored: readonly CountedRow[],
    pair: Pair,
    before: Identities,
    now: Identities,
    links: LinkBook,
  ): Map<string, CountedMessage[]> {
    const old = new Map<string, CountedMessage[]>();
    for (const message of byMessage(stored, pair, before, this.rules).values()) {
      const text = this.textNow(message, now);
      const known = old.get(text);
      const counted = countStored(message, links, this.rules);
      if (known) known.push(counted);
      else old.set(text, [counted]);
    }
    return old;
  }

  private textNow({ key }: StoredMessage, now: Identities): string {
    const { rootId } = now.of(key.personId);
    return keyText(key.campaignKey, key.assetKey, hex(rootId), key.sendKey);
  }
}
