import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { aMessage, eachStore, isoOf, marketoExtract, sqliteStore } from '@tallysheet/testing';
import type { CanonicalEvent, ImportResult } from '@tallysheet/contract';
import Sqlite from 'better-sqlite3';
import { sqliteFile } from '../database/data-source';
import { BuiltApi } from '../testing/built-api';
import { comparable } from '../testing/comparable';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { inNewPlace } from '../testing/use-app';

/** Rows of many messages, shuffled enough that every batch meets messages of the others. */
function rows(count: number): CanonicalEvent[] {
  const start = Date.UTC(2024, 2, 1);
  return Array.from({ length: count }, (_, n) => {
    const person = (n * 7919) % (count / 3);
    const kind = n < count / 3 ? 'delivered' : n < (count * 2) / 3 ? 'opened' : 'clicked';
    const [event] = aMessage({ person: `${person}`, email: `${person % 5}`, campaign: `${person % 2}` }).delivered(
      isoOf(start + (n % 1000) * 60_000),
    ).events;
    return { ...event!, kind, ...(kind === 'clicked' ? { link: { url: 'https://a.example/' } } : {}) };
  });
}

describe('An import that is cut short', () => {
  let built: BuiltApi;
  beforeAll(async () => (built = await BuiltApi.build()), 60_000);
  afterAll(() => built.remove());

  it('by a power cut, and imported again, counts as one that went through', () =>
    inNewPlace(sqliteStore, (whole) =>
      inNewPlace(sqliteStore, async (cut) => {
        const file = marketoExtract(rows(30_000));
        const path = join(cut.dataDir, 'export.csv');
        await writeFile(path, file);

        const importing = built.command(cut.dataDir, 'import', path, '--format', 'marketo-activities');
        await until(() => storedEvents(sqliteFile(cut)) > 0, 60_000);
        await importing.kill();
        const stored = storedEvents(sqliteFile(cut));
        expect(stored).toBeGreaterThan(0);
        expect(stored).toBeLessThan(30_000);

        const again = built.command(cut.dataDir, 'import', path, '--format', 'marketo-activities');
        expect({ code: await again.ended, output: again.output }).toMatchObject({ code: 0 });
        expect(again.output).toMatch(new RegExp(`duplicates +${stored.toLocaleString('en')}`));

        const [one, other] = [await TestApp.open(cut), await TestApp.open(whole)];
        await other.import(file);
        expect(comparable(await one.sheet())).toEqual(comparable(await other.sheet()));
        await Promise.all([one.close(), other.close()]);
      }),
    ));

  eachStore((store) => {
    it('by a client that goes away leaves whole batches behind, and a retry brings the rest', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        await app.app.listen(0, '127.0.0.1');
        const { port } = app.app.getHttpServer().address() as AddressInfo;
        const events = rows(12_000);
        const file = Buffer.from(marketoExtract(events));

        const path = '/api/imports?format=marketo-activities';
        const upload = request({
          port,
          host: '127.0.0.1',
          path,
          method: 'POST',
          headers: { 'content-length': file.length },
        });
        upload.on('error', () => undefined);
        upload.write(file.subarray(0, Math.floor(file.length * 0.8)));
        await until(async () => (await app.sheet()).rows.length > 0);
        upload.destroy();

        const latest = async (): Promise<ImportResult> => (await app.http.get('/api/imports')).body[0];
        const failed = await until(async () => {
          const run = await latest();
          return run.state === 'running' ? null : run;
        });
        expect(failed).toMatchObject({ state: 'failed', error: { code: 'import-cancelled' } });
        const half = (await app.sheet()).total.values;
        expect(Number(half['totalOpens']) + Number(half['totalClicks'])).toBeLessThan(8000);

        const retry = await app.import(file);
        expect(retry.accepted + retry.duplicates).toBe(events.length);
        expect(retry).toMatchObject({ rejected: 0, duplicates: failed.accepted });
        expect((await app.sheet()).total.values).toMatchObject({ sent: 4000, totalOpens: 4000, totalClicks: 4000 });
        await app.close();
      }));
  });
});

function storedEvents(file: string): number {
  try {
    const database = new Sqlite(file, { readonly: true, fileMustExist: true });
    try {
      return (database.prepare('SELECT COUNT(*) AS n FROM event').get() as { n: number }).n;
    } finally {
      database.close();
    }
  } catch {
    // Not made yet, or its tables are not.
    return 0;
  }
}
