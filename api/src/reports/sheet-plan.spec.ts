import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { useApp } from '../testing/use-app';
import { SheetRepository } from './sheet.repository';

describe('A sheet reads only the tallies of its period', () => {
  eachStore((store) => {
    const app = useApp(store);

    it('by their key, in however many pieces', async () => {
      await app().take(eventsOf(aMessage({ person: '1' }).sent('2024-03-01 09:00').opened('2024-03-02 09:00')));
      const run = jest.spyOn(app().get(SheetRepository), 'run');
      await app().sheet({ timeFrame: { from: '2024-02-10', to: '2024-05-20' }, timeZone: 'Asia/Kathmandu' });
      const { text, parameters } = run.mock.calls[0]![0];
      const { store: open } = app().database;
      const isSqlite = open.dialect.name === 'sqlite';
      const steps = await open.query(`${isSqlite ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN'} ${text}`, parameters);
      const read = isSqlite
        ? steps.map(({ detail }) => String(detail)).filter((detail) => / tally /.test(detail))
        : steps.filter(({ table }) => table === 'tally').map(({ key }) => String(key));
      expect(read.length).toBeGreaterThan(4);
      for (const step of read) expect(step).toMatch(/PRIMARY/);
      run.mockRestore();
    });
  });
});
