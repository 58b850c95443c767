import { aMessage, sqliteStore } from '@tallysheet/testing';
import type { Tree } from '@tallysheet/contract';
import { DemoService } from '../demo/demo.service';
import { comparable } from '../testing/comparable';
import { useApp } from '../testing/use-app';
import { LOCAL_CTX } from './workspace-id';

describe('The life of the demo workspace', () => {
  const app = useApp(sqliteStore);
  const tree = async (): Promise<Tree> => (await app().http.get('/api/tree').expect(200)).body;

  it('is loaded into an empty store, can be cleared beside one’s own data, and never comes back', async () => {
    const demo = app().get(DemoService);
    expect(await demo.loadOnce(LOCAL_CTX)).toBe(true);
    const month = await app().sheet({ timeFrame: { preset: 'last-30-days' } });
    expect(month.rows.length).toBeGreaterThan(5);
    expect(Number(month.total.values['sent'])).toBeGreaterThan(100);
    expect(await demo.loadOnce(LOCAL_CTX)).toBe(false);
    await app().http.post('/api/demo').expect(409);

    const mine = { assetFilter: { campaigns: ['8497'] } };
    await app().take(aMessage().sent('2024-03-01 09:00').opened('2024-03-01 10:00').events);
    const own = comparable(await app().sheet(mine));
    expect(own.rows).toHaveLength(2);
    const report = { name: 'Mine', query: { reportType: 'email-performance', timeFrame: { preset: 'today' } } };
    await app()
      .http.post('/api/reports')
      .send({ ...report, layout: { columns: [], collapsed: [] } })
      .expect(201);

    await demo.clear(LOCAL_CTX);
    expect(comparable(await app().sheet())).toEqual(own);
    expect((await tree()).nodes.map(({ key }) => key.replace(/^report:.*/, 'report')).sort()).toEqual([
      'campaign:8497',
      'email:1670',
      'program:unassigned',
      'report',
    ]);
    for (const table of ['event', 'message', 'tally', 'person', 'asset_content']) {
      const rows = await app().database.store.query(`SELECT * FROM ${table}`);
      expect(JSON.stringify(rows)).not.toContain('demo-');
      if (table === 'message') expect(rows).toHaveLength(1);
    }

    await app().empty();
    expect(await demo.loadOnce(LOCAL_CTX)).toBe(false);
    expect((await tree()).nodes).toEqual([]);
  }, 120_000);
});
