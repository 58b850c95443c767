import { aMessage, DAY_MS, eachStore, HOUR_MS, isoOf } from '@tallysheet/testing';
import type { CanonicalEvent } from '@tallysheet/contract';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

const [opened] = aMessage().opened('2024-03-01 10:00:00').events as [CanonicalEvent];

describe('The identity of an event', () => {
  eachStore((store) => {
    const app = useApp(store);

    const others: [string, Partial<CanonicalEvent>][] = [
      ['kind', { kind: 'clicked' }],
      ['person', { person: { id: '8' } }],
      ['campaign', { campaign: { id: '9000' } }],
      ['email', { asset: { id: '9000' } }],
      ['time, by a second', { at: '2024-03-01T10:00:01.000Z' }],
    ];
    it.each(others)('the same id with another %s is a conflict, and changes nothing', async (_, change) => {
      await app().take([opened]);
      const before = comparable(await app().sheet());
      const result = await app().take([{ ...opened, ...change }]);
      expect(result).toMatchObject({ accepted: 0, duplicates: 0, rejected: [{ index: 0, code: 'event-id-conflict' }] });
      expect(comparable(await app().sheet())).toEqual(before);
    });

    it('the same id that differs within the second, or is told more completely, is a duplicate', async () => {
      await app().take([opened]);
      const fuller = { ...opened, at: '2024-03-01T10:00:00.900Z', agent: { userAgent: 'Thunderbird' }, bot: true };
      expect(await app().take([fuller])).toMatchObject({ accepted: 0, duplicates: 1, rejected: [] });
      expect((await app().sheet({ humanOnly: true })).total.values).toMatchObject({ opened: 1 });
    });

    it('conflicts within one batch are found as well, and the others of the batch are in', async () => {
      const [other] = aMessage({ person: '8' }).sent('2024-03-01 09:00').events as [CanonicalEvent];
      const result = await app().take([opened, { ...opened, person: { id: '9' } }, other]);
      expect(result).toMatchObject({ accepted: 2, rejected: [{ index: 1, code: 'event-id-conflict' }] });
    });

    it('ids of different sources have nothing to do with each other', async () => {
      await app().take([opened], 'one');
      expect(await app().take([{ ...opened, person: { id: '8' } }], 'two')).toMatchObject({ accepted: 1 });
    });

    it('ids are told apart by case and by what looks alike', async () => {
      const ids = ['abc', 'ABC', 'abç', 'abc\u200b'];
      expect(await app().take(ids.map((id) => ({ ...opened, id })))).toMatchObject({ accepted: 4, rejected: [] });
    });

    it('people whose addresses differ in case only are one person', async () => {
      const from = (address: string) => ({ ...opened, id: address, person: { address } });
      await app().take([from('Ada@A.example'), from('ada@a.example')]);
      expect((await app().sheet()).total.values).toMatchObject({ sent: 1, opened: 1, totalOpens: 2 });
    });

    it('an event without id is known by all its fields, whatever their order', async () => {
      const { id: _, ...nameless } = opened;
      const turned = Object.fromEntries(Object.entries(nameless).reverse()) as CanonicalEvent;
      expect(await app().take([nameless, turned])).toMatchObject({ accepted: 1, duplicates: 1 });
      const later = { ...nameless, at: '2024-03-01T10:00:00.001Z' };
      expect(await app().take([nameless, later])).toMatchObject({ accepted: 1, duplicates: 1 });
      expect((await app().sheet()).total.values).toMatchObject({ opened: 1, totalOpens: 2 });
    });

    it('events before 1980 or more than a day ahead are rejected, those at the edges are not', async () => {
      const now = Date.now();
      const at = (id: string, when: string) => ({ ...opened, id, at: when });
      const result = await app().take([
        at('early', '1979-12-31T23:59:59.999Z'),
        at('first', '1980-01-01T00:00:00.000Z'),
        at('late', isoOf(now + DAY_MS + HOUR_MS)),
        at('soon', isoOf(now + DAY_MS - HOUR_MS)),
      ]);
      expect(result).toMatchObject({
        accepted: 2,
        rejected: [
          { index: 0, code: 'date-too-early' },
          { index: 2, code: 'date-in-future' },
        ],
      });
    });

    it('an event of nobody is rejected', async () => {
      expect(await app().take([{ ...opened, person: {} }])).toMatchObject({
        accepted: 0,
        rejected: [{ index: 0, code: 'missing-person' }],
      });
    });

    it('an event without campaign and email stands under its own source’s Unassigned', async () => {
      const { campaign: _, asset: __, ...bare } = opened;
      await app().take([bare], 'mailer');
      const { rows } = await app().sheet();
      expect(rows.map(({ name }) => name)).toEqual(['Unassigned (mailer)', 'Unassigned (mailer)']);
    });
  });
});
