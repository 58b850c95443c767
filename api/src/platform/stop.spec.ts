import { createHmac } from 'node:crypto';
import { eachStore } from '@tallysheet/testing';
import type { ImportResult } from '@tallysheet/contract';
import { hex } from '../database/hash';
import { idHash } from '../ingest/event-hash';
import { DemoService } from '../demo/demo.service';
import { BuiltApi } from '../testing/built-api';
import { HalfCall } from '../testing/half-call';
import { ServedApi } from '../testing/served-api';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { inNewPlace } from '../testing/use-app';
import { LOCAL_CTX } from './workspace-id';

const SECRET = 'a shared secret';
const PATIENCE_MS = 120_000;
const CALLS = 200;
const NOTICES = 20;
const CONNECTIONS = 8;
const CSV = 'id,kind,at,person.id\n1,sent,2024-03-01T09:00:00Z,7\n2,sent,2024-03-01T09:00:00Z,8\n';

async function latestImport(address: string): Promise<ImportResult | undefined> {
  const answer = await fetch(`${address}/api/imports`);
  return ((await answer.json()) as ImportResult[])[0];
}

const idsOf = (call: number) => Array.from({ length: NOTICES }, (_, n) => `${call}-${n}`);

/** What became of each call: acknowledged, or how it was refused. */
class Calls {
  readonly taken: number[] = [];
  readonly refused = new Map<number, number | 'no answer'>();

  constructor(
    private readonly url: string,
    private readonly calls: number[],
  ) {}

  async send(): Promise<void> {
    const queue = [...this.calls];
    const connection = async () => {
      for (let call = queue.shift(); call !== undefined; call = queue.shift()) await this.one(call);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  }

  private async one(call: number): Promise<void> {
    const notices = idsOf(call).map((id) => ({
      ...{ id, event: 'sent', at: '2024-03-01T09:00:00Z', person: id, campaign: 'c', asset: `a${call % 3}` },
    }));
    const body = JSON.stringify(notices);
    const seconds = Math.floor(Date.now() / 1000);
    const hmac = createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex');
    try {
      const headers = { 'X-Tallysheet-Signature': `t=${seconds},v1=${hmac}` };
      const answer = await fetch(this.url, { method: 'POST', body, headers });
      await answer.text();
      if (answer.status === 200) this.taken.push(call);
      else this.refused.set(call, answer.status);
    } catch {
      this.refused.set(call, 'no answer');
    }
  }
}

describe('A stop of the server with calls under way', () => {
  let built: BuiltApi;
  beforeAll(async () => (built = await BuiltApi.build()), PATIENCE_MS);
  afterAll(() => built.remove());

  eachStore((store) => {
    it(
      'loses nothing: what was acknowledged is in the store, the rest is refused and goes in later',
      () =>
        inNewPlace(store, async (place) => {
          const withApp = async <T>(work: (app: TestApp) => Promise<T>): Promise<T> => {
            const app = await TestApp.open(place);
            const result = await work(app);
            await app.close();
            return result;
          };
          const storedIds = () =>
            withApp(async ({ database }) => {
              const rows = await database.store.query<{ event_hash: Uint8Array }>('SELECT event_hash FROM event');
              return new Set(rows.map((row) => hex(row.event_hash)));
            });
          const hashesOf = (calls: number[]) => calls.flatMap(idsOf).map((id) => hex(idHash(id)));
          const { path } = await withApp(async (app) => {
            await app.get(DemoService).clear(LOCAL_CTX);
            return (await app.http.post('/api/sources/keys').send({ provider: 'push', secret: SECRET })).body;
          });

          const server = new ServedApi(built, place);
          try {
            const address = await server.url;
            const all = Array.from({ length: CALLS }, (_, call) => call);
            const file = new HalfCall(address, '/api/imports?format=events', CSV);
            await until(() => latestImport(address));
            const calls = new Calls(address + path, all);
            const sending = calls.send();
            await until(() => calls.taken.length >= CALLS / 10);
            const askedAt = Date.now();
            expect(await server.stop()).toBe(0);
            expect(Date.now() - askedAt).toBeLessThan(20_000);
            await sending;
            expect(server.output.replace(/^Tallysheet is ready.*\n/, '')).toBe('');
            expect(file.isClosed).toBe(true);

            expect(calls.taken.length).toBeLessThan(CALLS);
            expect(calls.taken.length + calls.refused.size).toBe(CALLS);
            expect([...calls.refused.values()].filter((how) => how !== 503 && how !== 'no answer')).toEqual([]);
            const stored = await storedIds();
            expect(hashesOf(calls.taken).filter((hash) => !stored.has(hash))).toEqual([]);

            const again = new Calls((await server.startAgain()) + path, [...calls.refused.keys()]);
            await again.send();
            expect(again.refused.size).toBe(0);
            expect(await latestImport(await server.url)).toMatchObject({
              state: 'failed',
              error: { code: 'import-cancelled' },
            });
            expect(await server.stop()).toBe(0);
            expect(await storedIds()).toEqual(new Set(hashesOf(all)));
          } finally {
            await server.kill();
          }
        }),
      PATIENCE_MS,
    );
  });
});
