import { AUDIENCES, EVENT_KINDS, type EventKind, type Extreme } from '@tallysheet/contract';
import { QUARTER_MS, quarterOf, stretch, type CountingRules } from '@tallysheet/counting';
import { parts } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';
import { IdentityRepository } from './identity.repository';
import { LinkRepository } from './link.repository';
import { byMessage, countStored, eventsOfPeople, PAIR_WHERE } from './stored-messages';
import type { TallyPlace } from './tally-changes';

const SLOTS_PER_QUERY = 100;
/** Memory must not grow with how many were active in a quarter hour. */
const PEOPLE_PER_READ = 5000;
/** Events that are activity: those that may be one, depending on their link, are looked at as well. */
const KINDS = (['opened', 'clicked', 'unsubscribed', 'complained', 'forwarded'] satisfies EventKind[]).map((kind) =>
  EVENT_KINDS.indexOf(kind),
);

type Extremes = Partial<Record<Extreme, number>>;

/**
 * Finds the first and last activity of some quarter hours anew, in basis `activity`: a message knows only its own first
 * and last, so the events of those quarter hours are read again. Needed when a message leaves its audience.
 */
export class LostActivity {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
    private readonly rules: CountingRules,
  ) {}

  async find(place: TallyPlace, slots: readonly number[]): Promise<Map<number, Extremes>> {
    const found = new Map<number, Extremes>(slots.map((slot) => [slot, {}]));
    const people = await this.activeIn(place, slots);
    for (const some of parts(people, PEOPLE_PER_READ)) await this.stretchBy(some, place, found);
    return found;
  }

  private async stretchBy(
    people: readonly Uint8Array[],
    place: TallyPlace,
    found: ReadonlyMap<number, Extremes>,
  ): Promise<void> {
    const identities = await new IdentityRepository(this.transaction, this.dialect, this.workspaceId).of(people);
    const ids = identities.idsOf(people);
    const rows = await eventsOfPeople(this.transaction, this.dialect, this.workspaceId, place, ids);
    const links = await new LinkRepository(this.transaction, this.dialect, this.workspaceId).book(rows);
    for (const message of byMessage(rows, place, identities, this.rules).values()) {
      const { facts, audience } = countStored(message, links, this.rules);
      if (AUDIENCES.indexOf(audience) !== place.audience) continue;
      for (const at of facts.activityAt) {
        const extremes = found.get(quarterOf(at));
        if (!extremes) continue;
        stretch({ extremes }, 'firstActivityAt', at);
        stretch({ extremes }, 'lastActivityAt', at);
      }
    }
  }

  private async activeIn({ campaignKey, assetKey }: TallyPlace, slots: readonly number[]): Promise<Uint8Array[]> {
    const people: Uint8Array[] = [];
    for (const part of parts(slots, SLOTS_PER_QUERY)) {
      const ranges = part.map(() => '(happened_at >= ? AND happened_at < ?)').join(' OR ');
      const rows = await this.transaction.query<{ person_id: Uint8Array }>(
        `SELECT DISTINCT person_id FROM event ${this.dialect.by('event_message')} WHERE ${PAIR_WHERE} ` +
          `AND kind IN (${KINDS.join(', ')}) AND (${ranges})`,
        [
          ...[this.workspaceId, campaignKey, assetKey],
          ...part.flatMap((slot) => [slot * QUARTER_MS, (slot + 1) * QUARTER_MS]),
        ],
      );
      for (const { person_id: id } of rows) people.push(id);
    }
    return people;
  }
}
