import { eachStore, isoOf, marketoExtract, DAY_MS, HOUR_MS, MINUTE_MS } from '@tallysheet/testing';
import type { CanonicalEvent } from '@tallysheet/contract';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

/** Numbers that look random and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** A year of surveys to employees, exported by a sender that reports deliveries, opens and clicks, but no sends. */
function surveyEvents(): CanonicalEvent[] {
  const source = numbers(7);
  const upTo = (n: number) => Math.floor(source.next().value * n);
  const events: CanonicalEvent[] = [];
  const tell = (kind: 'delivered' | 'opened' | 'clicked', at: number, of: Partial<CanonicalEvent>) =>
    events.push({ id: String(700_000_000 + events.length), kind, at: isoOf(at), channel: 'email', person: {}, ...of });
  while (events.length < 2000) {
    const mailing = upTo(6);
    const of = {
      person: { id: String(1 + upTo(400)) },
      campaign: { id: String(1000 + (mailing % 3)) },
      asset: { id: String(500 + mailing), name: `survey${mailing}` },
      run: { id: String(2000 + mailing) },
    };
    const start = Date.UTC(2019, 7, 1 + upTo(130), upTo(24), upTo(60), upTo(60));
    if (upTo(10) < 8) tell('delivered', start, of);
    for (let opens = upTo(4); opens > 0; opens--) tell('opened', start + upTo(14 * DAY_MS), of);
    for (let clicks = upTo(8) - 5; clicks > 0; clicks--) {
      tell('clicked', start + HOUR_MS + upTo(2000) * MINUTE_MS, {
        ...of,
        link: { url: 'https://app.example.com/survey' },
      });
    }
  }
  return events;
}

/** The same by hand: a message is a person and an email of a campaign; whoever clicked has opened. */
function countByHand(events: readonly CanonicalEvent[]) {
  const messages = (kinds: string[]) =>
    new Set(
      events
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ person, campaign, asset }) => [person.id, campaign!.id, asset!.id].join()),
    ).size;
  const times = (kind: string) => events.filter((event) => event.kind === kind).length;
  const all = messages(['delivered', 'opened', 'clicked']);
  return {
    ...{ sent: all, delivered: all, deliveredRate: all === 0 ? null : 1 },
    ...{ opened: messages(['opened', 'clicked']), clicked: messages(['clicked']) },
    ...{ totalOpens: times('opened'), totalClicks: times('clicked') },
    ...{ hardBounced: 0, softBounced: 0, pending: 0, aborted: 0, unsubscribed: 0 },
  };
}

describe('Two thousand events of a sender that exports no sends', () => {
  const events = surveyEvents();

  eachStore((store) => {
    const app = useApp(store);

    it('agree with a count by hand, imported once, twice and shuffled', async () => {
      const file = marketoExtract(events);
      expect(await app().import(file)).toMatchObject({ accepted: events.length, duplicates: 0, rejected: 0 });
      const sheet = await app().sheet();
      const expected = countByHand(events);
      expect(sheet.total.values).toMatchObject(expected);
      expect(sheet.notes).toEqual([{ code: 'no-send-record', params: { count: expected.sent } }]);
      expect(sheet.rows.length).toBe(3 + 6);
      for (const { level, parentId, nodeId, values } of sheet.rows) {
        const own = events.filter(({ campaign, asset }) =>
          level === 0 ? campaign!.id === nodeId : asset!.id === nodeId && `campaign:${campaign!.id}` === parentId,
        );
        expect(values).toMatchObject(countByHand(own));
      }

      expect(await app().import(file)).toMatchObject({ accepted: 0, duplicates: events.length });
      expect(comparable(await app().sheet())).toEqual(comparable(sheet));
      await app().empty();
      const [header, ...lines] = file.trimEnd().split('\n');
      const order = numbers(11);
      const shuffled = lines
        .map((line) => [order.next().value, line] as const)
        .sort(([a], [b]) => a - b)
        .map(([, line]) => line);
      await app().import([header, ...shuffled, ''].join('\n'));
      expect(comparable(await app().sheet())).toEqual(comparable(sheet));
    });
  });
});
