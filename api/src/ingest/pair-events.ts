import type { CountingRules } from '@tallysheet/counting';
import { parts } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { hex } from '../database/hash';
import type { Transaction } from '../database/store';
import { COUNTED_COLUMNS, type CountedRow } from './event-rows';
import { IdentityRepository } from './identity.repository';
import { LinkRepository, type LinkBook } from './link.repository';
import { byMessage, eventsOfPeople, PAIR_WHERE, type Pair, type StoredMessage } from './stored-messages';

const PEOPLE_PER_READ = 5000;

/** The messages of some people. */
export interface PeopleRange {
  /**
   * Person ids behind `after`, up to and with `last`, open with null: all messages kept by these are here, but for those
   * of merged people, which come at the end, without bounds.
   */
  bounds: { after: Uint8Array; last: Uint8Array | null } | null;
  messages: Map<string, StoredMessage>;
  links: LinkBook;
}

/**
 * All messages of a campaign × asset from its stored events, some people at a time, so that memory does not grow with
 * the campaign. The last bounded range is empty and open: nobody with events stands behind its `after`.
 */
export async function* messagesOfPair(
  transaction: Transaction,
  dialect: Dialect,
  workspaceId: number,
  pair: Pair,
  rules: CountingRules,
): AsyncGenerator<PeopleRange> {
  const key = [workspaceId, pair.campaignKey, pair.assetKey];
  const events = `event ${dialect.by('event_message')}`;
  const whoIsWho = new IdentityRepository(transaction, dialect, workspaceId);
  const linksOf = (rows: Iterable<CountedRow>) => new LinkRepository(transaction, dialect, workspaceId).book(rows);
  const merged = new Map<string, Uint8Array>();
  let after: Uint8Array = new Uint8Array(0);
  for (;;) {
    const people = await transaction.query<{ person_id: Uint8Array }>(
      `SELECT DISTINCT person_id FROM ${events} WHERE ${PAIR_WHERE} AND person_id > ? ORDER BY person_id LIMIT ${PEOPLE_PER_READ}`,
      [...key, after],
    );
    const last = people.at(-1)?.person_id ?? null;
    if (last === null) {
      yield { bounds: { after, last }, messages: new Map(), links: await linksOf([]) };
      break;
    }
    const identities = await whoIsWho.of(people.map((each) => each.person_id));
    const rows = await transaction.query<CountedRow>(
      `SELECT ${COUNTED_COLUMNS} FROM ${events} WHERE ${PAIR_WHERE} AND person_id > ? AND person_id <= ?`,
      [...key, after, last],
    );
    const single = rows.filter(({ person_id: id }) => {
      const { members, rootId } = identities.of(id);
      if (members.length > 1) merged.set(hex(rootId), rootId);
      return members.length === 1;
    });
    yield {
      bounds: { after, last },
      messages: byMessage(single, pair, identities, rules),
      links: await linksOf(single),
    };
    after = last;
  }
  for (const roots of parts([...merged.values()], PEOPLE_PER_READ)) {
    const identities = await whoIsWho.of(roots);
    const members = roots.flatMap((root) => identities.of(root).members);
    const rows = await eventsOfPeople(transaction, dialect, workspaceId, pair, members);
    yield { bounds: null, messages: byMessage(rows, pair, identities, rules), links: await linksOf(rows) };
  }
}
