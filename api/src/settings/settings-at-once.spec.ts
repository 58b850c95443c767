import { aMessage, eachStore, eventsOf } from '@tallysheet/testing';
import { differences } from '../testing/history-check';
import type { TestApp } from '../testing/test-app';
import { withApps } from '../testing/use-app';

const lateBounceIn = (campaign: string) =>
  eventsOf(
    aMessage({ campaign }).sent('2024-03-01 09:00').softBounced('2024-03-01 09:01').delivered('2024-03-01 10:00'),
  );

/** Lets `meanwhile` come in after a change has seen which campaigns there are, and before it is on disk. */
function meetWith({ database }: TestApp, meanwhile: () => Promise<unknown>): void {
  const write = database.write.bind(database);
  let met: Promise<unknown> | undefined;
  jest.spyOn(database, 'write').mockImplementation((work) =>
    write((manager) => {
      const update = manager.update.bind(manager);
      jest.spyOn(manager, 'update').mockImplementation(async (...change) => {
        met ??= meanwhile();
        // SQLite lets one write at a time: there it comes in behind.
        if (database.store.dialect.name === 'mysql') await met;
        return update(...change);
      });
      return work(manager);
    }),
  );
}

describe('A counting rule that is changed while a new campaign begins', () => {
  eachStore((store) => {
    it('counts for that campaign as well', () =>
      withApps(store, [{}, {}], async (app, other) => {
        await app.take(lateBounceIn('first'));
        let taken: Promise<unknown> | undefined;
        meetWith(app, () => (taken = other.take(lateBounceIn('second'))));
        await app.change({ softBounce: 'wins' });
        await taken;
        jest.restoreAllMocks();
        expect((await app.sheet()).total.values).toMatchObject({ sent: 2, softBounced: 2, delivered: 0 });
        expect(await differences(app)).toEqual([]);
      }));
  });
});
