import { aMessage, eventsOf, mariaDbStore, type MessageStory, type TestPlace } from '@tallysheet/testing';
import type { CanonicalEvent } from '@tallysheet/contract';
import { hex } from '../database/hash';
import { DemoService } from '../demo/demo.service';
import { Random } from '../demo/random';
import { LOCAL_CTX } from '../platform/workspace-id';
import { BuiltApi } from '../testing/built-api';
import { comparable } from '../testing/comparable';
import { describeOwnMariaDb } from '../testing/describe-own-mariadb';
import { OwnMariaDb } from '../testing/own-mariadb';
import { ServedApi } from '../testing/served-api';
import { StubbornSender } from '../testing/stubborn-sender';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import type { Difference } from './difference';
import { VerifyService } from './verify.service';
import { idHash } from './event-hash';

const SEED = 20_240_301;
const MESSAGES = 80;
const TIMES_TOLD = 10;
const LARGEST_BATCH = 40;
const PATIENCE_MS = 120_000;

/** Five events each: half are opened twice and clicked, half bounce first and end unsubscribed. */
function stories(): MessageStory[] {
  return Array.from({ length: MESSAGES }, (_, n) => {
    const story = aMessage({ person: `${n}`, email: `${n % 4}`, campaign: `${n % 2}` }).sent('2024-03-01 09:00');
    return n < MESSAGES / 2
      ? story
          .delivered('2024-03-01 09:01')
          .opened('2024-03-02 10:00')
          .opened('2024-03-03 10:00')
          .clicked('2024-03-02 10:05', 'https://a.example/')
      : story
          .softBounced('2024-03-01 09:01')
          .delivered('2024-03-01 10:00')
          .opened('2024-03-02 10:00')
          .unsubscribed('2024-03-02 10:01');
  });
}

/** Every event ten times, in no order, cut anywhere. */
function batchesOf(events: readonly CanonicalEvent[], random: Random): CanonicalEvent[][] {
  const told = Array.from({ length: TIMES_TOLD }, () => events).flat();
  random.sample(told, told.length);
  const batches: CanonicalEvent[][] = [];
  while (told.length > 0) batches.push(told.splice(0, random.whole(1, LARGEST_BATCH)));
  return batches;
}

/** Calls after which something is killed, spread over the whole of the sending. */
function momentsOf(crashes: number, calls: number, random: Random): number[] {
  const part = calls / (crashes + 1);
  return Array.from({ length: crashes }, (_, n) => Math.floor(random.between(n + 0.3, n + 1) * part) + 1);
}

/** Opens the API in this process on the same database. */
async function withApp(place: TestPlace, work: (app: TestApp) => Promise<void>): Promise<void> {
  const app = await TestApp.open(place);
  await work(app);
  await app.close();
}

/** Each event is stored once, and all that is counted is what the same events make on a quiet store. */
async function expectExactlyOnce(app: TestApp, events: readonly CanonicalEvent[]): Promise<void> {
  const stored = await app.database.store.query<{ event_hash: Uint8Array }>('SELECT event_hash FROM event');
  const sent = events.map(({ id }) => hex(idHash(id!)));
  expect(stored.map((row) => hex(row.event_hash)).sort()).toEqual(sent.sort());

  const differences: Difference[] = [];
  for await (const step of app.get(VerifyService).run(LOCAL_CTX)) differences.push(...step.differences);
  expect(differences).toEqual([]);

  const sheet = await app.sheet();
  expect(sheet.total.values).toMatchObject({
    sent: MESSAGES,
    delivered: MESSAGES,
    opened: MESSAGES,
    totalOpens: MESSAGES * 1.5,
    clicked: MESSAGES / 2,
    unsubscribed: MESSAGES / 2,
  });
  await app.empty();
  await app.take(events, 'api');
  expect(comparable(sheet)).toEqual(comparable(await app.sheet()));
}

/** What the answers say adds up; an answer that got lost may have held events that nobody was told of. */
function expectHonest({ answers }: StubbornSender, events: readonly CanonicalEvent[]): void {
  for (const { sent, result } of answers) {
    expect(result).toMatchObject({ rejectedTotal: 0, rejected: [] });
    expect(result.accepted + result.duplicates).toBe(sent);
  }
  const accepted = answers.reduce((sum, { result }) => sum + result.accepted, 0);
  expect(accepted).toBeLessThanOrEqual(events.length);
  expect(accepted).toBeGreaterThan(0);
}

describeOwnMariaDb('Every event counts exactly once', () => {
  const undo: (() => Promise<unknown>)[] = [];
  let mariaDb: OwnMariaDb;
  let place: TestPlace;
  /** Two on one database. */
  let servers: readonly ServedApi[];
  beforeAll(async () => {
    const built = await BuiltApi.build();
    undo.push(() => built.remove());
    mariaDb = await OwnMariaDb.start();
    undo.push(() => mariaDb.remove());
    place = await mariaDbStore(mariaDb.url).create();
    undo.push(() => place.remove());
    await withApp(place, (app) => app.get(DemoService).clear(LOCAL_CTX));
    servers = [new ServedApi(built, place), new ServedApi(built, place)];
    undo.push(() => Promise.all(servers.map((server) => server.kill())));
    await Promise.all(servers.map(({ url }) => url));
  }, PATIENCE_MS);
  beforeEach(() => withApp(place, (app) => app.empty()), PATIENCE_MS);
  afterAll(async () => {
    for (const step of undo.reverse()) await step();
  }, PATIENCE_MS);

  const underFaults = async (crashes: number, crash: (random: Random) => Promise<unknown>): Promise<StubbornSender> => {
    const random = new Random(SEED);
    const events = eventsOf(...stories());
    const batches = batchesOf(events, random);
    const sender = new StubbornSender(servers, () => mariaDb.ready);
    const sending = sender.send(batches);
    const crashing = (async () => {
      for (const moment of momentsOf(crashes, batches.length, random)) {
        await until(() => sender.calls >= moment || sender.isDone);
        expect(sender.isDone).toBe(false);
        await crash(random);
      }
    })();
    // Neither may go on once the servers are taken away.
    await Promise.allSettled([sending, crashing]);
    await Promise.all([sending, crashing]);
    expect(servers.filter(({ hasDied }) => hasDied).map(({ output }) => output)).toEqual([]);
    expect(sender.answers).toHaveLength(batches.length);
    expectHonest(sender, events);
    await withApp(place, (app) => expectExactlyOnce(app, events));
    return sender;
  };

  it(
    `when a server is killed again and again (seed ${SEED})`,
    async () => {
      const sender = await underFaults(3, (random) => random.pick(servers).crash());
      expect(sender.lost).toBeGreaterThan(0);
      expect(sender.refusals).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    `when the database is killed again and again, and senders are told to wait (seed ${SEED})`,
    async () => {
      const sender = await underFaults(4, () => mariaDb.crash());
      expect(sender.lost).toBe(0);
      expect(sender.refusals.length).toBeGreaterThan(0);
      expect(sender.refusals.filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '5')).toEqual([]);
    },
    PATIENCE_MS,
  );
});
