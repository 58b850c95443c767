import { setTimeout as wait } from 'node:timers/promises';
import { aMessage, eachStore, eventsOf, type TestPlace } from '@tallysheet/testing';
import { listen } from '../platform/server';
import { UnderWay } from '../platform/under-way';
import { LOCAL_CTX } from '../platform/workspace-id';
import { LiveStream } from '../testing/live-stream';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { Revisions } from './revisions';

const send = (person: string) => eventsOf(aMessage({ person }).sent('2024-03-01 09:00'));
const LISTENERS = 3;
/** Longer than it takes to look again. */
const A_LOOK_MS = 1500;

describe('Following the numbers', () => {
  eachStore((store) => {
    let place: TestPlace;
    let app: TestApp;
    let address: string;
    let streams: LiveStream[];

    beforeEach(async () => {
      place = await store.create();
      app = await TestApp.open(place, { liveListeners: LISTENERS });
      address = await listen(app.app, app.config);
      streams = [];
    });
    afterEach(async () => {
      streams.forEach((stream) => stream.close());
      await app.close();
      await place.remove();
    });

    async function follow(headers: Record<string, string> = {}): Promise<LiveStream> {
      const stream = await LiveStream.open(address, headers);
      streams.push(stream);
      return stream;
    }
    const revision = () => app.get(Revisions).of(LOCAL_CTX);

    it('tells each page the revision as it is, which is that of the sheet, and when it has changed', async () => {
      await app.take(send('1'));
      const [one, other] = [await follow(), await follow()];
      await until(() => one.latest !== undefined && other.latest !== undefined);
      expect((await app.sheet()).revision).toBe(one.latest);
      await app.take(send('2'));
      const now = await revision();
      await until(() => one.latest === now && other.latest === now);
      expect(one.told.map(({ id }) => id)).toEqual(one.told.map(({ data }) => data));
      expect((await app.sheet()).revision).toBe(now);
    });

    it('sees what another process writes', async () => {
      const stream = await follow();
      await until(() => stream.latest !== undefined);
      const another = await TestApp.open(place);
      try {
        await another.take(send('1'));
      } finally {
        await another.close();
      }
      const now = await revision();
      await until(() => stream.latest === now);
    });

    it('says nothing while nothing changes, nor what a page knows already', async () => {
      await app.take(send('1'));
      const known = await follow({ 'Last-Event-ID': String(await revision()) });
      const behind = await follow({ 'Last-Event-ID': String((await revision()) - 1) });
      await until(() => behind.latest !== undefined);
      const looks = jest.spyOn(app.database.small, 'query');
      await until(() => looks.mock.calls.length > 2);
      expect([known.told.length, behind.told.length]).toEqual([0, 1]);
      await app.take(send('2'));
      await until(() => known.told.length === 1 && behind.told.length === 2);
    });

    it('asks the store once for all pages, and not at all when the last has gone', async () => {
      const asked = jest.spyOn(app.database.small, 'query');
      const open = [await follow(), await follow(), await follow()];
      await until(() => open.every(({ latest }) => latest !== undefined));
      asked.mockClear();
      await wait(A_LOOK_MS);
      expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
      open.forEach((stream) => stream.close());
      await until(async () => (await follow()).status === 200);
      streams.at(-1)!.close();
      await wait(A_LOOK_MS);
      asked.mockClear();
      await wait(A_LOOK_MS);
      expect(asked).not.toHaveBeenCalled();
    });

    it('is refused to one page too many, until another has gone', async () => {
      const open = [await follow(), await follow(), await follow()];
      const answer = await fetch(`${address}/api/live`);
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect(await answer.json()).toMatchObject({ code: 'too-many-listeners', params: { limit: LISTENERS } });
      open[0]!.close();
      await until(async () => (await follow()).status === 200);
    });

    it('ends when the server is stopped, which does not wait for it', async () => {
      const stream = await follow();
      const askedAt = Date.now();
      await app.get(UnderWay).drain(app.app.getHttpServer(), 4000);
      expect(Date.now() - askedAt).toBeLessThan(2000);
      await until(() => stream.isOver);
    });
  });
});
