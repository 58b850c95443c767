import fc from 'fast-check';
import { MESSAGE_EVENT_KINDS, type MessageEventKind } from '@tallysheet/contract';
import type { BruteOptions } from '../oracle/brute-force';
import { instant, type StoryEvent } from './story';

const SECOND = 1000;
const QUARTER = 900 * SECOND;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

/** Late in February of a leap year, so that what follows crosses the ends of a day and of a month. */
const START = instant('1 00:00') - 2 * QUARTER;

/** Near each other, within one second and beside the edges of seconds, quarter hours, days and the three days. */
const moments = fc
  .tuple(
    fc.constantFrom(0, 0, 0, QUARTER, 2 * QUARTER, HOUR, DAY, 3 * DAY),
    fc.constantFrom(0, 0, 1, 400, 999, SECOND, SECOND + 1, 2 * SECOND, 3 * SECOND, QUARTER - 1),
  )
  .map(([far, near]) => START + far + near);

/** Within four seconds of each other. */
const sameMoments = fc.constantFrom(0, 0, 0, 1, 999, SECOND, 2 * SECOND, 3 * SECOND).map((near) => START + near);

/**
 * What a message is about. An open hides every bounce, so most messages keep to one theme: who was meant to get it,
 * how its delivery went, clicks that come thick and fast, what proves a delivery beside its bounces. One has it all.
 */
const THEMES: readonly (readonly MessageEventKind[])[] = [
  ['targeted', 'excluded', 'quarantined', 'sent'],
  ['targeted', 'excluded', 'quarantined'],
  ['delivered', 'softBounced'],
  ['sent', 'delivered', 'softBounced', 'deferred'],
  ['sent', 'delivered', 'delivered', 'softBounced', 'softBounced', 'hardBounced', 'targeted', 'excluded', 'deferred'],
  ['clicked', 'clicked', 'opened'],
  ['sent', 'clicked', 'clicked', 'opened', 'unsubscribed'],
  ['hardBounced', 'softBounced', 'delivered', 'complained', 'impression', 'clicked', 'mirrorViewed', 'forwarded'],
  MESSAGE_EVENT_KINDS,
];

/** A mailto link is never tracked, another link seldom not. */
const links = fc.constantFrom(
  { link: 'https://a.example/', tracked: true },
  { link: 'https://a.example/', tracked: true },
  { link: 'https://b.example/', tracked: true },
  { link: null, tracked: true },
  { link: 'mailto:us@a.example', tracked: false },
  { link: 'https://b.example/', tracked: false },
);

const rarely = <T>(usual: T, ...rest: T[]) => fc.constantFrom<T>(...Array<T>(9).fill(usual), ...rest);

/** Whose message it is, and the run and id that most of its events carry; the email `plain` does not track opens. */
const owners = fc.record({
  person: fc.constantFrom('ada', 'ben'),
  campaign: rarely('spring', 'autumn'),
  asset: rarely('invite', 'plain', 'plain'),
  run: fc.constantFrom(null, 'r1', 'r2'),
  messageId: fc.constantFrom(null, 'm1', 'm2'),
});

/** Up to eight events of one message on one theme. */
const threads = fc.tuple(owners, fc.constantFrom(...THEMES), fc.boolean()).chain(([owner, kinds, dense]) =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom(...kinds),
        at: dense ? sameMoments : moments,
        link: links,
        verdict: rarely<StoryEvent['verdict']>('human', 'privacyProxy', 'bot', 'bot'),
        test: rarely(false, false, false, false, true),
        openTracking: fc.constantFrom(null, null, null, true, false),
        run: rarely(owner.run, null, 'r1', 'r2'),
        variant: rarely(null, 'A', 'B'),
        messageId: rarely(owner.messageId, null, 'm1', 'm2'),
        domain: fc.constantFrom(null, 'a.example', 'a.example', 'b.example'),
        reason: fc.constantFrom(null, 'user-unknown', 'mailbox-full', 'nobody-knows'),
        device: fc.constantFrom(null, 'phone', 'desktop'),
      })
      .map(({ link, ...event }) => ({
        ...owner,
        ...event,
        ...link,
        openTracking: owner.asset === 'plain' ? false : event.openTracking,
      })),
    { minLength: 1, maxLength: 8, size: 'max' },
  ),
);

/** Events of few messages, with ids that do not follow their order in time. */
export const histories: fc.Arbitrary<StoryEvent[]> = fc
  .array(threads, { minLength: 1, maxLength: 4, size: 'max' })
  .map((all) => all.flat().map((event, index) => ({ ...event, id: `e${(index * 7) % 32}` })));

/** The same events in another order, some of them told again. */
export function retold(events: readonly StoryEvent[]): fc.Arbitrary<StoryEvent[]> {
  return fc.subarray([...events], { minLength: 0 }).chain((again) =>
    fc.shuffledSubarray([...events, ...again.map((event) => ({ ...event }))], {
      minLength: events.length + again.length,
    }),
  );
}

/** Told anew and cut into batches. */
export function inBatches(events: readonly StoryEvent[]): fc.Arbitrary<StoryEvent[][]> {
  return fc.tuple(retold(events), fc.array(fc.nat(events.length * 2), { maxLength: 5 })).map(([told, cuts]) => {
    const edges = [0, ...cuts.filter((cut) => cut < told.length).sort((a, b) => a - b), told.length];
    return edges.slice(1).map((edge, index) => told.slice(edges[index], edge));
  });
}

/** A frame whose edges are edges of quarter hours, open on either side as often as not. */
const frames = fc
  .tuple(
    fc.constantFrom(...Array<null>(8).fill(null), 0, 0, 1, 1, 2, 3, 4, 6, 96, 290),
    fc.constantFrom(...Array<null>(8).fill(null), 1, 1, 2, 3, 4, 6, 97, 97, 291),
  )
  .map(([from, to]) => ({
    from: from === null ? null : START + from * QUARTER,
    to: to === null ? null : START + to * QUARTER,
  }));

/** Any way to count, at a time when some sends are about to be three days old. */
export const options: fc.Arbitrary<BruteOptions> = fc
  .record({
    softBounce: fc.constantFrom('last-word', 'wins'),
    repeatSends: fc.constantFrom('collapse', 'separate'),
    repeatKey: fc.constantFrom('run', 'messageId'),
    proximitySeconds: fc.constantFrom(0, 0, 1, 3),
    humanOnly: fc.boolean(),
    basis: fc.constantFrom('sent', 'activity'),
    frame: frames,
    now: fc
      .constantFrom(0, QUARTER - 1, QUARTER, QUARTER + 1, 2 * QUARTER, 3 * QUARTER)
      .map((at) => START + 3 * DAY + at),
  } as const)
  .map(({ frame, ...rest }) => ({ ...rest, ...frame }));
