import { IpRanges } from '@tallysheet/counting';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import type { CanonicalEvent } from '@tallysheet/contract';
import { LOCAL_CTX } from '../platform/workspace-id';
import { comparable } from '../testing/comparable';
import type { TestApp } from '../testing/test-app';
import { useApp } from '../testing/use-app';
import { incoming } from './incoming';
import type { Taken } from './taken';
import { JointIngest } from './joint-ingest';
import { PersonNewsService } from './person-news.service';

const PEOPLE = 12;

function story(n: number): CanonicalEvent[] {
  return eventsOf(
    aMessage({ person: `${n}` })
      .sent('2024-03-01 09:00')
      .delivered('2024-03-01 09:01')
      .opened('2024-03-02 10:00'),
  );
}

function take(app: TestApp, events: readonly CanonicalEvent[]): Promise<Taken> {
  const read = events.map((event, index) => incoming(event, index, Date.now(), IpRanges.NONE));
  return app.get(JointIngest).take(LOCAL_CTX, 'marketo', read);
}

/** How often facts were written since the workspace began. */
async function revision({ database }: TestApp): Promise<number> {
  const [row] = await database.store.query<{ revision: number }>('SELECT revision FROM workspace');
  return row!.revision;
}

const STORED = { accepted: 3, duplicates: [], rejected: [] };

describe('Calls that come at the same moment', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('share a transaction, and count as if they had come one after the other', async () => {
      const before = await revision(app());
      const calls = Array.from({ length: PEOPLE }, (_, n) => story(n));
      expect(await Promise.all(calls.map((call) => take(app(), call)))).toEqual(calls.map(() => STORED));
      expect(await revision(app())).toBe(before + 2);
      const together = comparable(await app().sheet());
      await app().empty();
      for (const call of calls) await take(app(), call);
      expect(comparable(await app().sheet())).toEqual(together);
    });

    it('are each told what came of their own events', async () => {
      const [first, ...others] = [story(0), story(1), story(2)];
      const conflict = { ...others[0][1]!, id: first[0]!.id };
      const tooEarly = { ...story(3)[0]!, at: '1970-01-01T00:00:00Z' };
      const results = await Promise.all([
        take(app(), first),
        take(app(), [...others[0], first[1]!, conflict]),
        take(app(), [tooEarly, ...others[1], ...others[1]]),
      ]);
      expect(results).toMatchObject([
        STORED,
        { accepted: 3, duplicates: [3], rejected: [{ index: 4, code: 'event-id-conflict' }] },
        { accepted: 3, duplicates: [4, 5, 6], rejected: [{ index: 0, code: 'date-too-early' }] },
      ]);
    });

    it('do not fail with one of them that the store refuses', async () => {
      const [refused, ...others] = Array.from({ length: PEOPLE }, (_, n) => story(n));
      refused![2]!.agent = { ip: {} as never };
      const results = await Promise.allSettled(
        [others[0]!, refused!, ...others.slice(1)].map((call) => take(app(), call)),
      );
      expect(results.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        ...Array.from({ length: PEOPLE - 2 }, () => 'fulfilled'),
      ]);
      const sheet = await app().sheet();
      expect(sheet.total.values).toMatchObject({ sent: PEOPLE - 1, opened: PEOPLE - 1 });
    });

    it('are told what came of their own events whatever becomes of news about people, which follow in a transaction of their own', async () => {
      const merged: CanonicalEvent = {
        ...{ id: 'merge', kind: 'personMerged', at: '2024-03-03T10:00:00Z', person: { id: '1' }, mergedPersons: ['2'] },
      };
      jest.spyOn(app().get(PersonNewsService), 'takeIn').mockRejectedValueOnce(new Error('the store is away'));
      const calls = [story(0), story(1), [...story(2), merged]];
      const results = await Promise.allSettled(calls.map((call) => take(app(), call)));
      expect(results).toMatchObject([{ value: STORED }, { value: STORED }, { status: 'rejected' }]);
      expect(await take(app(), calls[2]!)).toMatchObject({ accepted: 1, duplicates: [0, 1, 2] });
    });
  });
});
