import { eachStore } from '@tallysheet/testing';
import { Database } from '../database/database';
import { TestApp } from '../testing/test-app';
import { inNewPlace } from '../testing/use-app';

const SECRET = 'a shared secret';

describe('Forged calls of a webhook', () => {
  eachStore((store) => {
    it('in a flood are all counted at the cost of few writes, and the first hundred are kept', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        const { body: key } = await app.http.post('/api/sources/keys').send({ provider: 'push', secret: SECRET });
        const flood = async (calls: number) => {
          const forge = () => app.http.post(key.path).send('{"event":"sent"}').expect(401);
          for (let sent = 0; sent < calls; sent += 50) await Promise.all(Array.from({ length: 50 }, forge));
        };
        const refused = async () => (await app.http.get('/api/sources').expect(200)).body[0].keys[0].refused;
        const kept = async () =>
          Number((await app.database.store.query<{ n: number }>('SELECT COUNT(*) AS n FROM rejected_event'))[0]!.n);

        await flood(150);
        expect(await refused()).toBe(150);
        expect(await kept()).toBe(100);

        const writes = jest.spyOn(Database.prototype, 'write');
        const beganAt = Date.now();
        await flood(150);
        expect(writes.mock.calls.length).toBeLessThanOrEqual(1 + (Date.now() - beganAt) / 1000);
        writes.mockRestore();
        expect(await refused()).toBe(300);
        expect(await kept()).toBe(100);

        await flood(50);
        await app.close();
        const again = await TestApp.open(place);
        const { body: sources } = await again.http.get('/api/sources').expect(200);
        expect(sources[0].keys[0].refused).toBe(350);
        await again.close();
      }));
  });
});
