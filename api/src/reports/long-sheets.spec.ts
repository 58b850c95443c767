import type { ReportQuery, Sheet } from '@tallysheet/contract';
import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { parse } from 'csv-parse/sync';
import { useApp } from '../testing/use-app';

const query: ReportQuery = {
  reportType: 'campaign-email-performance',
  timeFrame: { from: '2024-03-01', to: '2024-03-31' },
  columns: ['sent', 'deliveredRate'],
};

describe('A sheet in pages', () => {
  eachStore((store) => {
    const app = useApp(store);
    /** 6 campaigns with 2 emails each: 18 rows. */
    const take = () =>
      app().take(
        eventsOf(
          ...['1', '2', '3', '4', '5', '6'].flatMap((campaign) =>
            ['1', '2'].flatMap((email) =>
              Array.from({ length: Number(campaign) }, (_, person) =>
                aMessage({ person: `${person}`, campaign: `${campaign}: C${campaign}`, email: `${email}: E${email}` })
                  .sent('2024-03-01')
                  .delivered('2024-03-01'),
              ),
            ),
          ),
        ),
      );
    const ask = async (change: Partial<ReportQuery>): Promise<Sheet> =>
      (
        await app()
          .http.post('/api/sheets')
          .send({ ...query, ...change })
          .expect(200)
      ).body;

    it.each<Partial<ReportQuery>>([
      {},
      { sort: [{ columnId: 'sent', direction: 'desc' }] },
      { search: 'C4' },
      { groupBy: ['day', 'campaign'], trend: 'week' },
    ])('together are the sheet at once, of one count: %j', async (change) => {
      await take();
      const whole = await ask(change);
      const pages = [await ask({ ...change, limit: 2 })];
      // What comes in between is not in them.
      await app().take(aMessage({ person: 'late', campaign: '9: Late', email: '9: Late' }).sent('2024-03-01').events);
      for (let cursor = pages[0]!.next; cursor; cursor = pages.at(-1)!.next) {
        pages.push(await ask({ ...change, limit: 2, cursor }));
      }
      expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows);
      for (const page of pages) expect(page.total).toEqual(whole.total);
      const shown = Math.min(2, whole.rows.length);
      expect(pages[0]!.notes).toContainEqual({ code: 'row-limit', params: { shown, all: whole.rows.length } });
    });

    it('are asked for, never saved, and no limit cuts a file', async () => {
      await take();
      const { next } = await ask({ limit: 3 });
      const gone = await app()
        .http.post('/api/sheets')
        .send({ ...query, humanOnly: true, cursor: next })
        .expect(410);
      expect(gone.body).toMatchObject({ code: 'cursor-expired', path: 'cursor' });
      for (const page of [{ limit: 3 }, { cursor: next }]) {
        const saved = { name: 'Page', query: { ...query, ...page } };
        expect((await app().http.post('/api/reports').send(saved).expect(400)).body.code).toBe('invalid-request');
      }
      for (const limit of [0, 100_001, 1.5]) {
        await app()
          .http.post('/api/sheets')
          .send({ ...query, limit })
          .expect(400);
      }
      const file = await app()
        .http.post('/api/sheets/export?format=csv')
        .send({ ...query, limit: 3 })
        .expect(200);
      // The header, 18 rows and the total.
      expect(parse(file.text, { bom: true })).toHaveLength(20);
    });

    it('of a saved report is the same as of its query', async () => {
      await take();
      const { body } = await app().http.post('/api/reports').send({ name: 'All', query }).expect(201);
      const sheet: Sheet = (await app().http.get(`/api/reports/${body.id}/sheet`).expect(200)).body;
      expect(sheet.rows).toEqual((await ask({})).rows);
      expect(sheet.next).toBeUndefined();
    });
  });
});
