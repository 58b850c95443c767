import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { RecountService } from '../ingest/recount.service';
import { LOCAL_CTX } from '../platform/workspace-id';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';

describe('Settings', () => {
  eachStore((store) => {
    const app = useApp(store);
    const patch = (body: object) => app().http.patch('/api/settings').send(body);
    const read = async () => (await app().http.get('/api/settings').expect(200)).body;

    it('change one by one, the rest stays', async () => {
      const before = await read();
      await patch({ workspaceName: 'Northfold', weekStart: 'sunday' }).expect(200);
      expect(await read()).toEqual({ ...before, workspaceName: 'Northfold', weekStart: 'sunday' });
      await patch({ workspaceName: before.workspaceName, weekStart: before.weekStart }).expect(200);
      expect(await read()).toEqual(before);
    });

    it('a change of nothing changes nothing', async () => {
      const before = await read();
      const { body } = await patch({}).expect(200);
      expect(body).toEqual(before);
    });

    const refused: [string, object, object][] = [
      ['a zone that is none', { timeZone: 'Mars/Olympus' }, { code: 'unknown-time-zone', path: 'timeZone' }],
      ['a language we do not speak', { language: 'de' }, { code: 'invalid-request', path: 'language' }],
      ['a week that begins on Tuesday', { weekStart: 'tuesday' }, { code: 'invalid-request', path: 'weekStart' }],
      ['a rule that does not exist', { softBounce: 'sometimes' }, { code: 'invalid-request', path: 'softBounce' }],
      [
        'too wide a proximity',
        { bots: { proximitySeconds: 9 } },
        { code: 'invalid-request', path: 'bots.proximitySeconds' },
      ],
      ['an empty name', { workspaceName: '  ' }, { code: 'invalid-request', path: 'workspaceName' }],
      ['what is no setting', { rebuilding: true }, { code: 'invalid-request', path: 'rebuilding' }],
    ];
    it.each(refused)('refuse %s and stay as they were', async (_, change, problem) => {
      const before = await read();
      const { body } = await patch(change).expect(400);
      expect(body).toMatchObject(problem);
      expect(await read()).toEqual(before);
    });

    it('the time zone moves the days of a sheet, not its numbers of all time', async () => {
      await app().take(aMessage().sent('2024-03-01 02:00').events);
      const day = { timeFrame: { from: '2024-02-29', to: '2024-02-29' } };
      expect((await app().sheet(day)).rows).toEqual([]);
      await patch({ timeZone: 'America/New_York' }).expect(200);
      expect((await app().sheet(day)).rows).toHaveLength(2);
      await patch({ timeZone: 'UTC' }).expect(200);
    });

    it('a rule changed while events come in is applied to all of them', async () => {
      const first = Array.from({ length: 40 }, (_, n) =>
        aMessage({ person: `${n}`, email: `${n % 4}` })
          .sent('2024-03-01 09:00')
          .softBounced('2024-03-01 09:01')
          .delivered('2024-03-01 09:05'),
      );
      const later = Array.from({ length: 40 }, (_, n) =>
        aMessage({ person: `${n + 20}`, email: `${n % 4}` })
          .softBounced('2024-03-01 09:02')
          .delivered('2024-03-01 09:06'),
      );
      await app().take(eventsOf(...first));
      await Promise.all([
        patch({ softBounce: 'wins' }).expect(200),
        ...Array.from({ length: 4 }, (_, n) => app().take(eventsOf(...later.slice(n * 10, n * 10 + 10)))),
      ]);
      await app().change({ weekStart: 'monday' });
      const shown = comparable(await app().sheet());
      await app().get(RecountService).recount(LOCAL_CTX);
      expect(shown).toEqual(comparable(await app().sheet()));
      expect(shown.total.values).toMatchObject({ softBounced: 60, delivered: 0 });
      await app().change({ softBounce: 'last-word' });
    });
  });
});
