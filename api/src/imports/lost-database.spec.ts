import { mariaDbStore } from '@tallysheet/testing';
import type { ImportResult } from '@tallysheet/contract';
import { listen } from '../platform/server';
import { HalfCall } from '../testing/half-call';
import { describeOwnMariaDb } from '../testing/describe-own-mariadb';
import { OwnMariaDb } from '../testing/own-mariadb';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { inNewPlace } from '../testing/use-app';

const PATIENCE_MS = 120_000;
const EVENTS = 12_000;

/** So many that the first batch is in before the second half is sent. */
const FILE = [
  'id,kind,at,person.id',
  ...Array.from({ length: EVENTS }, (_, n) => `${n},sent,2024-03-01T09:00:00Z,${n}`),
  '',
].join('\n');

describeOwnMariaDb('An import that loses its database', () => {
  let mariaDb: OwnMariaDb;
  beforeAll(async () => (mariaDb = await OwnMariaDb.start()), PATIENCE_MS);
  afterAll(() => mariaDb.remove());

  it(
    'has failed, for the one who sent it and for everybody, and goes in when it is sent again',
    () =>
      inNewPlace(mariaDbStore(mariaDb.url), async (place) => {
        const [app, other] = [await TestApp.open(place), await TestApp.open(place)];
        const address = await listen(app.app, app.config);
        const latest = async (asked: TestApp): Promise<ImportResult> => (await asked.http.get('/api/imports')).body[0];

        const file = new HalfCall(address, '/api/imports?format=events', FILE);
        await until(async () => (await latest(app))?.accepted > 0);
        const crashed = mariaDb.crash();
        file.sendTheRest();
        await until(() => file.answer.includes('\r\n\r\n{'));
        expect(file.answer).toMatch(/^HTTP\/1\.1 503 /);
        expect(file.answer).toContain('"code":"database-busy"');
        file.hangUp();

        await crashed;
        const seen = await until(async () => {
          const answer = await app.http.get('/api/imports');
          return answer.status === 200 ? (answer.body[0] as ImportResult) : null;
        });
        expect(seen).toMatchObject({ state: 'failed', error: { code: 'database-busy' } });
        await until(async () => (await latest(other)).state === 'failed');
        expect(await latest(other)).toMatchObject({ error: { code: 'database-busy' } });

        const again = await app.import(FILE, { format: 'events' });
        expect(again.accepted + again.duplicates).toBe(EVENTS);
        expect(again.duplicates).toBeGreaterThan(0);
        await app.close();
        await other.close();
      }),
    PATIENCE_MS,
  );
});
