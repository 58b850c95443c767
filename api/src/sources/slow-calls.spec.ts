import { eachStore } from '@tallysheet/testing';
import { listen } from '../platform/server';
import { HalfCall } from '../testing/half-call';
import { TestApp } from '../testing/test-app';
import { until } from '../testing/until';
import { inNewPlace } from '../testing/use-app';
import { WebhookService } from './webhook.service';

const NOTICE = JSON.stringify({
  ...{ RecordType: 'Delivery', Recipient: 'ada@example.com', DeliveredAt: '2024-03-01T09:00:00Z', MessageID: 'm1' },
  Metadata: { campaign: 'spring', asset: 'invite' },
});
const CSV = 'id,kind,at,person.id\n1,sent,2024-03-01T09:00:00Z,7\n';

describe('A call that comes slowly', () => {
  eachStore((store) => {
    it('gives its place free after a while, and a file may take as long as it takes', () =>
      inNewPlace(store, async (place) => {
        const app = await TestApp.open(place);
        const callers: HalfCall[] = [];
        const call = (path: string, body: string) => {
          const caller = new HalfCall(address, path, body);
          callers.push(caller);
          return caller;
        };
        const address = await listen(app.app, app.config);
        try {
          const webhooks = app.get(WebhookService);
          const { body: key } = await app.http.post('/api/sources/keys').send({ provider: 'postmark' }).expect(201);

          const file = call('/api/imports?format=events', CSV);
          const importing = async () => (await app.http.get('/api/imports')).body[0];
          await until(importing);
          const slow = call(key.path, NOTICE);
          await until(() => webhooks.underWay === 1);
          slow.hangUp();
          await until(() => webhooks.underWay === 0);

          webhooks.bodyWithinMs = 20;
          const calls = Array.from({ length: 100 }, () => call(key.path, NOTICE));
          await until(() => calls.every(({ isClosed }) => isClosed));
          for (const { answer } of calls) {
            expect(answer).toMatch(/^HTTP\/1\.1 408 /);
            expect(answer).toContain('"code":"body-too-slow"');
          }
          expect(webhooks.underWay).toBe(0);

          webhooks.bodyWithinMs = 30_000;
          const { body: taken } = await app.http.post(key.path).send(NOTICE).expect(200);
          expect(taken).toEqual({ accepted: 1, duplicates: 0, rejected: 0 });

          expect(await importing()).toMatchObject({ state: 'running' });
          file.sendTheRest();
          expect(await until(async () => ((await importing()).state === 'done' ? importing() : null))).toMatchObject({
            accepted: 1,
          });
          expect(app.app.getHttpServer().requestTimeout).toBe(0);
        } finally {
          for (const caller of callers) caller.hangUp();
          await app.close();
        }
      }));
  });
});
