import { ContributionColumnsBuilder, type ContributionColumns, type PeoplePlaces } from '@tallysheet/counting';
import type { Dialect } from '../../database/dialect';
import type { Transaction } from '../../database/store';
import { CountingRulesRepository } from '../../ingest/counting-rules.repository';
import { messagesOfPair } from '../../ingest/pair-events';
import { countStored, type Pair } from '../../ingest/stored-messages';

/** Makes the columns of one campaign × asset from its stored events, as ingest counts them. */
export async function loadColumns(
  snapshot: Transaction,
  dialect: Dialect,
  workspaceId: number,
  pair: Pair,
  people: PeoplePlaces,
): Promise<ContributionColumns> {
  const rules = await new CountingRulesRepository().readFor(snapshot, workspaceId);
  const columns = new ContributionColumnsBuilder();
  for await (const { messages, links } of messagesOfPair(snapshot, dialect, workspaceId, pair, rules)) {
    for (const message of messages.values()) {
      const { audience, contributions } = countStored(message, links, rules);
      columns.add(people.placeOf(message.key.personId), audience, contributions);
    }
  }
  return columns.build();
}
