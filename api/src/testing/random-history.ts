import type { CanonicalEvent, MessageEventKind } from '@tallysheet/contract';
import { isoOf } from '@tallysheet/testing';
import fc from 'fast-check';
import { APPLE_PREFETCH } from './oracle';

/** What a message is about: an open hides every bounce, so most keep to one theme. */
const THEMES: readonly (readonly MessageEventKind[])[] = [
  ['targeted', 'excluded', 'sent', 'quarantined'],
  ['sent', 'deferred'],
  ['sent', 'sent', 'delivered', 'softBounced', 'deferred'],
  ['sent', 'delivered', 'softBounced', 'hardBounced'],
  ['sent', 'delivered', 'opened', 'opened', 'clicked', 'clicked'],
  ['opened', 'clicked', 'clicked', 'optOutClicked', 'unsubscribed', 'mirrorViewed'],
  ['delivered', 'softBounced', 'complained', 'forwarded', 'impression', 'opened'],
];

const rarely = <T>(usual: T, ...rest: T[]) => fc.constantFrom<T>(...Array<T>(8).fill(usual), ...rest);

const owners = fc.record({
  person: fc.constantFrom<CanonicalEvent['person']>(
    { id: '7' },
    { id: '8', address: 'ben@a.example' },
    { address: 'Cleo@A.example' },
    { address: 'cleo@a.example' },
    { address: 'dana@googlemail.example' },
    { address: 'eric@gmail.example' },
  ),
  campaign: fc.constantFrom({ id: 'spring' }, { id: 'spring' }, { id: 'autumn', name: 'Autumn' }),
  asset: fc.constantFrom({ id: 'invite' }, { id: 'invite' }, { id: 'plain', name: 'No tracking' }),
  run: fc.constantFrom(undefined, { id: 'r1' }, { id: 'r2' }),
  messageId: fc.constantFrom(undefined, 'm1', 'm2'),
});

const links = fc.constantFrom(
  undefined,
  { url: 'https://a.example/' },
  { url: 'https://b.example/' },
  { url: 'mailto:us@a.example' },
);

/** Up to six events of one message; those of one second are near enough to be a machine's. */
function threads(moments: readonly number[]): fc.Arbitrary<Omit<CanonicalEvent, 'id'>[]> {
  return fc.tuple(owners, fc.constantFrom(...THEMES), fc.constantFrom(...moments)).chain(([owner, kinds, start]) =>
    fc.array(
      fc
        .record({
          kind: fc.constantFrom(...kinds),
          at: fc.oneof(
            fc.constantFrom(0, 0, 400, 1000, 3000, 900_000).map((by) => start + by),
            fc.constantFrom(...moments),
          ),
          link: links,
          bot: rarely<boolean | undefined>(undefined, true, false),
          agent: rarely<CanonicalEvent['agent']>(undefined, { userAgent: APPLE_PREFETCH }),
          test: rarely<boolean | undefined>(undefined, undefined, undefined, true),
          run: rarely(owner.run, undefined, { id: 'r1' }),
          messageId: rarely(owner.messageId, undefined, 'm1'),
        })
        .map((event) => ({
          ...owner,
          ...event,
          at: isoOf(event.at),
          channel: 'email' as const,
          link: event.kind === 'clicked' ? event.link : undefined,
          openTracking: owner.asset.id === 'plain' ? false : undefined,
        })),
      { minLength: 1, maxLength: 6, size: 'max' },
    ),
  );
}

/** Now and then people turn out to be one, in chains and circles too, or are deleted. */
const news = fc.array(
  fc.record({
    kind: fc.constantFrom('personMerged' as const, 'personMerged' as const, 'personDeleted' as const),
    person: fc.constantFrom({ id: '7' }, { id: '8' }, { id: '9' }),
    merged: fc.subarray(['7', '8', '9', 'cleo@a.example'], { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 3 },
);

/** Events of a few messages at these moments, with news about their people, some told twice, in any order and cut into up to four batches. */
export function histories(moments: readonly number[]): fc.Arbitrary<CanonicalEvent[][]> {
  return fc
    .tuple(fc.array(threads(moments), { minLength: 1, maxLength: 8, size: 'max' }), fc.oneof(fc.constant([]), news))
    .map(([all, told]) => [
      ...all.flat(),
      ...told.map(({ kind, person, merged }) => ({
        ...{ kind, person, at: isoOf(moments[0]!) },
        mergedPersons: kind === 'personMerged' ? merged : undefined,
      })),
    ])
    .map((all) => all.map((event, index): CanonicalEvent => ({ ...event, id: `e${index}` })))
    .chain((events) => retold(events));
}

/** A few opens and clicks of one email, near enough to each other to be machines', by people who may be one. */
export function closeReactions(start: number): fc.Arbitrary<CanonicalEvent[][]> {
  const reaction = fc.record({
    kind: fc.constantFrom('opened' as const, 'clicked' as const, 'clicked' as const),
    at: fc.constantFrom(0, 400, 1000, 1900, 3000).map((by) => isoOf(start + by)),
    person: fc.constantFrom({ id: '7' }, { id: '8' }),
    link: links,
  });
  const merge = { id: 'm', kind: 'personMerged' as const, at: isoOf(start), person: { id: '7' }, mergedPersons: ['8'] };
  const of = { channel: 'email' as const, campaign: { id: 'spring' }, asset: { id: 'invite' } };
  return fc
    .tuple(fc.array(reaction, { minLength: 2, maxLength: 5 }), fc.boolean())
    .map(([all, areOne]) => [
      all.map((each, at) => ({ ...of, ...each, id: `e${at}`, link: each.kind === 'clicked' ? each.link : undefined })),
      areOne ? [merge] : [],
    ]);
}

/** The same events in another order, some of them told again, cut into batches of any size. */
export function retold(events: readonly CanonicalEvent[]): fc.Arbitrary<CanonicalEvent[][]> {
  return fc
    .subarray([...events])
    .chain((again) => {
      const all = [...events, ...again];
      return fc.tuple(
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.array(fc.nat(all.length), { maxLength: 3 }),
      );
    })
    .map(([told, cuts]) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), told.length];
      return edges.slice(1).map((edge, index) => told.slice(edges[index], edge));
    });
}
