import type { ActivityRule, SmartListRule } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { all, whoIsIn } from '../testing/listed';
import { useApp } from '../testing/use-app';

const PEOPLE = ['ada', 'ben', 'cleo', 'dana', 'eric', 'fay'];
const SHOES = 'https://shop.example/Shoes';
const HATS = 'https://shop.example/hats';

const to = (person: string, campaign = 'spring: Spring', email = 'invite: Invite') =>
  aMessage({ person, campaign, email });

/**
 * Ada opened twice and clicked shoes and, half an hour later, hats; Ben clicked without an open; Cleo bounced; Dana got two
 * messages of two campaigns and unsubscribed from one; Eric got a test send; of Fay nothing is known.
 */
const events = eventsOf(
  to('ada')
    .sent('2024-03-01 09:00')
    .delivered('2024-03-01 09:01')
    .opened('2024-03-01 10:00')
    .opened('2024-03-20 10:00')
    .clicked('2024-03-20 10:01', SHOES)
    .clicked('2024-03-20 10:31', HATS),
  to('ben').sent('2024-03-01 09:00').clicked('2024-03-05 12:00', HATS),
  to('cleo').sent('2024-03-01 09:00').hardBounced('2024-03-01 09:05'),
  to('dana').sent('2024-03-01 09:00').delivered('2024-03-01 09:01'),
  to('dana', 'autumn: Autumn', 'thanks: Thanks')
    .sent('2024-09-01 09:00')
    .delivered('2024-09-01 09:01')
    .unsubscribed('2024-09-02 08:00'),
  to('eric').sent('2024-03-01 09:00', { test: true }).opened('2024-03-01 10:00'),
);

const march = { from: '2024-03-01', to: '2024-03-31' };
const afterMarch10 = { from: '2024-03-10', to: '2024-12-31' };

const CASES: [string, ActivityRule, string[]][] = [
  ['were sent something', { did: 'sent' }, ['ada', 'ben', 'cleo', 'dana']],
  ['were sent nothing', { did: 'sent', not: true }, ['eric', 'fay']],
  ['were sent two messages', { did: 'sent', atLeast: 2 }, ['dana']],
  ['were sent fewer than two', { did: 'sent', atLeast: 2, not: true }, ['ada', 'ben', 'cleo', 'eric', 'fay']],
  ['were sent something in September', { did: 'sent', timeFrame: { from: '2024-09-01', to: '2024-09-01' } }, ['dana']],
  ['were sent this campaign', { did: 'sent', campaigns: ['autumn'] }, ['dana']],
  ['were sent this email by this campaign', { did: 'sent', campaigns: ['spring'], assets: ['thanks'] }, []],
  ['were sent something of this program', { did: 'sent', programs: ['unassigned'] }, ['ada', 'ben', 'cleo', 'dana']],
  // A click proves it; Dana's first was told.
  ['had something delivered', { did: 'delivered' }, ['ada', 'ben', 'dana']],
  ['bounced hard', { did: 'hardBounced', timeFrame: march }, ['cleo']],
  ['bounced softly', { did: 'softBounced' }, []],
  ['unsubscribed', { did: 'unsubscribed' }, ['dana']],
  ['did not unsubscribe in March', { did: 'unsubscribed', not: true, timeFrame: march }, PEOPLE],
  // A click is an open, and so is an unsubscribe.
  ['opened', { did: 'opened' }, ['ada', 'ben', 'dana']],
  ['opened twice', { did: 'opened', atLeast: 2 }, ['ada']],
  ['opened in a time of which the first open is not', { did: 'opened', timeFrame: afterMarch10 }, ['ada', 'dana']],
  ['opened twice in it', { did: 'opened', timeFrame: afterMarch10, atLeast: 2 }, []],
  ['clicked', { did: 'clicked' }, ['ada', 'ben']],
  ['clicked twice', { did: 'clicked', atLeast: 2 }, ['ada']],
  ['clicked in a time', { did: 'clicked', timeFrame: { from: '2024-03-05', to: '2024-03-05' } }, ['ben']],
  ['clicked shoes, by a part of the address', { did: 'clicked', link: 'SHOES' }, ['ada']],
  ['did not click shoes', { did: 'clicked', link: 'shoes', not: true }, ['ben', 'cleo', 'dana', 'eric', 'fay']],
  ['clicked at the shop twice', { did: 'clicked', link: 'shop.example', atLeast: 2 }, ['ada']],
  ['clicked nowhere of that name', { did: 'clicked', link: 'gloves' }, []],
  ['complained or forwarded never', { did: 'complained' }, []],
  ['forwarded', { did: 'forwarded' }, []],
];

describe('Rules on what people did', () => {
  eachStore((store) => {
    const app = useApp(store);
    const who = (rule: SmartListRule, context = {}) => whoIsIn(app(), PEOPLE, all(rule), context);

    it('find whom they say', async () => {
      await app().take(events);
      for (const [title, rule, expected] of CASES) expect([title, await who(rule)]).toEqual([title, expected]);
    });

    it('count a day as the zone has it', async () => {
      await app().take(eventsOf(to('ada').sent('2024-03-01 09:00').opened('2024-03-01 23:30')));
      const rule: ActivityRule = { did: 'opened', timeFrame: { from: '2024-03-02', to: '2024-03-02' } };
      const zurich = { timeZone: 'Europe/Zurich', weekStart: 'monday' as const, now: Date.now() };
      expect(await who(rule)).toEqual([]);
      expect(await who(rule, { calendar: zurich })).toEqual(['ada']);
    });

    it('take what a link is called, and what it counts as', async () => {
      await app().take(events);
      const { body } = await app().http.get('/api/links').query({ search: 'shoes' }).expect(200);
      await app().http.patch(`/api/links/${body.links[0].id}`).send({ label: 'Été' }).expect(200);
      expect(await who({ did: 'clicked', link: 'ete' })).toEqual(['ada']);
      await app().http.patch(`/api/links/${body.links[0].id}`).send({ type: 'unsubscribe' }).expect(200);
      expect(await who({ did: 'clicked', link: 'shoes' })).toEqual([]);
    });

    it('of people only leave out machines: their own word, and clicks on two links at once with the opens near them', async () => {
      await app().take(
        eventsOf(
          to('ada').sent('2024-03-01 09:00').opened('2024-03-01 10:00', { bot: true }),
          to('ben')
            .sent('2024-03-01 09:00')
            .opened('2024-03-01 10:00:00')
            .clicked('2024-03-01 10:00:00', SHOES)
            .clicked('2024-03-01 10:00:00', HATS),
          to('cleo')
            .sent('2024-03-01 09:00')
            .clicked('2024-03-01 10:00:00', SHOES)
            .clicked('2024-03-01 10:00:01', HATS),
          to('dana').sent('2024-03-01 09:00').unsubscribed('2024-03-01 10:00'),
          to('eric').sent('2024-03-01 09:00').opened('2024-03-01 10:00').opened('2024-03-01 10:10', { bot: true }),
        ),
      );
      const people = { humanOnly: true };
      expect(await who({ did: 'opened' })).toEqual(['ada', 'ben', 'cleo', 'dana', 'eric']);
      expect(await who({ did: 'opened' }, people)).toEqual(['cleo', 'dana', 'eric']);
      expect(await who({ did: 'opened', atLeast: 2 }, people)).toEqual([]);
      expect(await who({ did: 'opened', timeFrame: march, not: true }, people)).toEqual(['ada', 'ben', 'fay']);
      expect(await who({ did: 'clicked' }, people)).toEqual(['cleo']);
      expect(await who({ did: 'clicked', atLeast: 2 }, people)).toEqual(['cleo']);
      await app().change({ bots: { proximitySeconds: 1 } });
      expect(await who({ did: 'clicked' }, people)).toEqual([]);
      await app().change({ bots: { proximitySeconds: 0 } });
    });

    it('put together what people did who turned out to be one', async () => {
      await app().take(events);
      const merge = { id: 'm', kind: 'personMerged' as const, at: '2024-03-01T00:00:00Z' };
      await app().take([{ ...merge, person: { id: 'cleo' }, mergedPersons: ['ada', 'fay'] }]);
      expect(await who({ did: 'clicked' })).toEqual(['ada', 'ben', 'cleo', 'fay']);
      expect(await who({ did: 'clicked', timeFrame: march, not: true })).toEqual(['dana', 'eric']);
      // Both were sent the same email by the same campaign: one message, which was opened.
      expect(await who({ did: 'sent', atLeast: 2 })).toEqual(['dana']);
      expect(await who({ did: 'hardBounced' })).toEqual([]);
    });
  });
});
