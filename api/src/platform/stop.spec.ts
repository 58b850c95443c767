import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { eachStore, type TestPlace } from '@tallysheet/testing';
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

function noticesOf(call: number): string {
  const told = { event: 'sent', at: '2024-03-01T09:00:00Z', campaign: 'c', asset: `a${call % 3}` };
  return JSON.stringify(idsOf(call).map((id) => ({ ...told, id, person: id })));
}

function signatureOf(body: string): Record<string, string> {
  const seconds = Math.floor(Date.now() / 1000);
  const hmac = createHmac('sha256', SECRET).update(`${seconds}.${body}`).digest('hex');
  return { 'X-Tallysheet-Signature': `t=${seconds},v1=${hmac}` };
}

async function withApp<T>(place: TestPlace, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await TestApp.open(place);
  const result = await work(app);
  await app.close();
  return result;
}

/** An empty place that takes webhooks at the path that is answered. */
function prepared(place: TestPlace): Promise<{ path: string }> {
  return withApp(place, async (app) => {
    await app.get(DemoService).clear(LOCAL_CTX);
    return (await app.http.post('/api/sources/keys').send({ provider: 'push', secret: SECRET })).body;
  });
}

function storedIds(place: TestPlace): Promise<Set<string>> {
  return withApp(place, async ({ database }) => {
    const rows = await database.store.query<{ event_hash: Uint8Array }>('SELECT event_hash FROM event');
    return new Set(rows.map((row) => hex(row.event_hash)));
  });
}

const hashesOf = (calls: number[]) => calls.flatMap(idsOf).map((id) => hex(idHash(id)));

/** Whether nobody can connect any more. */
function isShut(address: string): Promise<boolean> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('connect', () => socket.end(() => resolve(false)));
    socket.on('error', () => resolve(true));
  });
}

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
    const body = noticesOf(call);
    try {
      const headers = signatureOf(body);
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
          const { path } = await prepared(place);
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
            const stored = await storedIds(place);
            expect(hashesOf(calls.taken).filter((hash) => !stored.has(hash))).toEqual([]);

            const again = new Calls((await server.startAgain()) + path, [...calls.refused.keys()]);
            await again.send();
            expect(again.refused.size).toBe(0);
            expect(await latestImport(await server.url)).toMatchObject({
              state: 'failed',
              error: { code: 'import-cancelled' },
            });
            expect(await server.stop()).toBe(0);
            expect(await storedIds(place)).toEqual(new Set(hashesOf(all)));
          } finally {
            await server.kill();
          }
        }),
      PATIENCE_MS,
    );

    it(
      'answers calls that began before it, however slowly they come; what does not come to its end leaves nothing',
      () =>
        inNewPlace(store, async (place) => {
          const { path } = await prepared(place);
          const server = new ServedApi(built, place);
          try {
            const address = await server.url;
            const [first, third] = [noticesOf(1), noticesOf(3)];
            const webhook = new HalfCall(address, path, first, signatureOf(first));
            const lines = idsOf(2)
              .map((id) => canonicalOf(id))
              .join('\n');
            const list = new HalfCall(address, '/api/events', lines, { 'Content-Type': 'application/x-ndjson' });
            const endless = new HalfCall(address, path, third, signatureOf(third));
            await until(() => [webhook, list, endless].every((call) => call.isUnderWay));
            const stopping = server.stop();
            await until(() => isShut(address));
            webhook.sendTheRest();
            list.sendTheRest();
            expect(await stopping).toBe(0);
            expect([webhook, list].map(({ answer }) => answer.split('\r\n')[0])).toEqual(
              Array(2).fill('HTTP/1.1 200 OK'),
            );
            expect([endless.answer, endless.isClosed]).toEqual(['', true]);
            expect(await storedIds(place)).toEqual(new Set(hashesOf([1, 2])));
          } finally {
            await server.kill();
          }
        }),
      PATIENCE_MS,
    );
  });
});

function canonicalOf(id: string): string {
  const place = { campaign: { id: 'c' }, asset: { id: 'a' } };
  return JSON.stringify({ id, kind: 'sent', at: '2024-03-01T09:00:00Z', person: { id }, ...place });
}
