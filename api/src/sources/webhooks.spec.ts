import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { SourceKey } from '@tallysheet/contract';
import { eachStore } from '@tallysheet/testing';
import { TokenService } from '../accounts/token.service';
import { LOCAL_CTX } from '../platform/workspace-id';
import { comparable } from '../testing/comparable';
import { until } from '../testing/until';
import { useApp } from '../testing/use-app';
import { WebhookService } from './webhook.service';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const SECRET = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

const notice = (id: string, event: string, more: object = {}) => ({
  ...{ email: 'ada@example.com', timestamp: 1_709_283_600, sg_event_id: id, sg_message_id: 'm1.filter', event },
  ...{ campaign: 'spring', asset: 'invite', ...more },
});
const NOTICES = [
  notice('1', 'processed'),
  notice('2', 'delivered'),
  notice('3', 'open', { timestamp: 1_709_287_200 }),
  notice('4', 'click', { timestamp: 1_709_287_260, url: 'https://a.example/' }),
];

function signed(body: Buffer, key = privateKey, at = Date.now()) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = sign('sha256', Buffer.concat([Buffer.from(timestamp), body]), key).toString('base64');
  return {
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': signature,
  };
}

describe("A sender's webhook", () => {
  eachStore((store) => {
    const app = useApp(store);
    const makeKey = async (wanted: object = {}): Promise<SourceKey & { path: string }> => {
      const { body } = await app()
        .http.post('/api/sources/keys')
        .send({ provider: 'sendgrid', secret: SECRET, ...wanted })
        .expect(201);
      return body;
    };
    const call = (path: string, body: Buffer, headers: Record<string, string> = signed(body)) =>
      app().http.post(path).set('Content-Type', 'application/octet-stream').set(headers).send(body);
    const kept = () => app().database.store.query('SELECT source, code FROM rejected_event ORDER BY id');

    it('brings events in, once, however often it calls', async () => {
      const key = await makeKey();
      const body = Buffer.from(JSON.stringify(NOTICES));
      const { body: first } = await call(key.path, body).expect(200);
      expect(first).toEqual({ accepted: 4, duplicates: 0, rejected: 0 });
      for (let again = 0; again < 3; again++) {
        const { body: next } = await call(key.path, body).expect(200);
        expect(next).toEqual({ accepted: 0, duplicates: 4, rejected: 0 });
      }
      const { total, rows } = await app().sheet();
      expect(total.values).toMatchObject({ sent: 1, delivered: 1, opened: 1, clicked: 1, totalOpens: 1 });
      expect(rows.map(({ name }) => name)).toEqual(['spring', 'invite']);
    });

    it('gives the same as an import of its bodies, which may overlap', async () => {
      const key = await makeKey();
      const body = Buffer.from(JSON.stringify(NOTICES));
      await call(key.path, body).expect(200);
      const told = comparable(await app().sheet());
      const again = await app().import(body, { format: 'sendgrid' });
      expect(again).toMatchObject({ source: 'sendgrid', accepted: 0, duplicates: 4 });
      await app().empty();
      expect(await app().import(body, { format: 'sendgrid' })).toMatchObject({ accepted: 4 });
      expect(comparable(await app().sheet())).toEqual(told);
    });

    it('may call compressed; what is signed is the plain body', async () => {
      const key = await makeKey();
      const body = Buffer.from(JSON.stringify(NOTICES));
      const { body: answer } = await call(key.path, gzipSync(body), {
        ...signed(body),
        'Content-Encoding': 'gzip',
      }).expect(200);
      expect(answer).toMatchObject({ accepted: 4 });
    });

    it('is refused when it is forged, changed or old, and the call is kept', async () => {
      const key = await makeKey();
      const body = Buffer.from(JSON.stringify(NOTICES));
      const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
      const calls: [Buffer, Record<string, string>][] = [
        [body, {}],
        [body, signed(body, stranger)],
        [Buffer.from(JSON.stringify(NOTICES, null, 1)), signed(body)],
        [body.subarray(0, -1), signed(body)],
        [body, signed(body, privateKey, Date.now() - 30 * 86_400_000)],
      ];
      for (const [sent, headers] of calls) {
        const { body: answer } = await call(key.path, sent, headers).expect(401);
        expect(answer.code).toBe('bad-signature');
      }
      expect(await kept()).toEqual(calls.map(() => ({ source: 'sendgrid', code: 'bad-signature' })));
      expect((await app().sheet()).rows).toEqual([]);
      const { body: sources } = await app().http.get('/api/sources').expect(200);
      expect(sources[0].keys[0].refused).toBe(5);
    });

    it('tells its address only to those who may change it', async () => {
      const key = await makeKey();
      const token = await app().get(TokenService).create(LOCAL_CTX, ['read'], 'reader');
      const { body } = await app().http.get('/api/sources').set('Authorization', `Bearer ${token}`).expect(200);
      expect(body[0].keys[0]).toMatchObject({ id: key.id, path: null });
      expect(JSON.stringify(body)).not.toContain(key.path.split('/').at(-1));
    });

    it('may come by GET where the sender lets its customers choose, and counts as the same by POST', async () => {
      const secret = 'signature secret';
      const { path } = await makeKey({ provider: 'vonage', secret });
      const fields: Record<string, string> = {
        ...{ msisdn: '447700900000', to: 'SHOP', messageId: 'M1', status: 'delivered', 'err-code': '0' },
        ...{ 'message-timestamp': '2024-03-01 12:00:00', timestamp: String(Math.floor(Date.now() / 1000)) },
      };
      const names = Object.keys(fields).sort();
      const text = names.map((name) => `&${name}=${fields[name]}`).join('');
      const sig = createHmac('sha256', secret).update(text).digest('hex');
      const own = { campaign: 'spring', asset: 'text' };
      const { body } = await app()
        .http.get(path)
        .query({ ...own, ...fields, sig })
        .expect(200);
      expect(body).toEqual({ accepted: 1, duplicates: 0, rejected: 0 });
      const { body: again } = await app()
        .http.post(path)
        .query(own)
        .send({ ...fields, sig })
        .expect(200);
      expect(again).toEqual({ accepted: 0, duplicates: 1, rejected: 0 });
      const { store } = app().database;
      expect(await store.query('SELECT id, channel FROM asset')).toEqual([{ id: 'text', channel: 'sms' }]);
      expect(await store.query('SELECT id FROM smart_campaign')).toEqual([{ id: 'spring' }]);

      const forged = { ...own, ...fields, status: 'failed', sig };
      const { body: refused } = await app().http.get(path).query(forged).expect(401);
      expect(refused.code).toBe('bad-signature');
      expect(await store.query('SELECT code, raw FROM rejected_event')).toEqual([
        { code: 'bad-signature', raw: expect.stringContaining('status=failed') },
      ]);
    });

    it('by GET is refused where the sender calls by POST only, and one that only looks is told that all is well', async () => {
      const key = await makeKey();
      const { body, headers } = await app().http.get(key.path).query({ event: 'open' }).expect(405);
      expect(body.code).toBe('method-not-allowed');
      expect(headers['allow']).toBe('POST, HEAD');
      await app().http.head(key.path).expect(200);
      await app().http.head('/api/webhooks/sendgrid/guess').expect(404);
      const { body: unknown } = await app().http.get('/api/webhooks/vonage/guess').expect(404);
      expect(unknown.code).toBe('unknown-source-key');
      expect(await kept()).toEqual([]);
    });

    it('that nobody knows stores nothing', async () => {
      const key = await makeKey();
      const body = Buffer.from(JSON.stringify(NOTICES));
      for (const path of ['/api/webhooks/sendgrid/guess', key.path.replace('sendgrid', 'twilio')]) {
        const { body: answer } = await call(path, body).expect(404);
        expect(answer.code).toBe('unknown-source-key');
      }
      await app().http.delete(`/api/sources/keys/${key.id}`).expect(204);
      await call(key.path, body).expect(404);
      expect(await kept()).toEqual([]);
    });

    it('with a body that cannot be read is refused, and the body is kept', async () => {
      const key = await makeKey();
      const { body } = await call(key.path, Buffer.from('[{"email":')).expect(400);
      expect(body.code).toBe('unreadable-body');
      expect(await kept()).toEqual([{ source: 'sendgrid', code: 'unreadable-body' }]);
    });

    it('keeps the notices that nobody understands, and takes the others', async () => {
      const key = await makeKey();
      const notices = [...NOTICES, notice('5', 'teleported'), { event: 'open' }];
      const { body } = await call(key.path, Buffer.from(JSON.stringify(notices))).expect(200);
      expect(body).toEqual({ accepted: 4, duplicates: 0, rejected: 2 });
      expect(await kept()).toEqual([
        { source: 'sendgrid', code: 'unknown-event-type' },
        { source: 'sendgrid', code: 'bad-date' },
      ]);
    });

    it('of more than 5 MB, packed or not, is too large', async () => {
      const key = await makeKey();
      const huge = Buffer.alloc(6 * 1024 * 1024, 32);
      await call(key.path, huge).expect(413);
      await call(key.path, gzipSync(huge), { ...signed(huge), 'Content-Encoding': 'gzip' }).expect(413);
      expect(await kept()).toEqual([]);
    });

    it('may change its secret without a gap', async () => {
      const key = await makeKey();
      const next = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
      const secret = next.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
      const change = (patch: object) => app().http.patch(`/api/sources/keys/${key.id}`).send(patch).expect(200);
      const { body: changed } = await change({ secret });
      expect(changed).toMatchObject({ hasSecret: true, hasPreviousSecret: true });
      expect(JSON.stringify(changed)).not.toContain(secret);
      const body = Buffer.from(JSON.stringify(NOTICES));
      await call(key.path, body).expect(200);
      await call(key.path, body, signed(body, next.privateKey)).expect(200);
      await change({ endPrevious: true });
      await call(key.path, body).expect(401);
      await call(key.path, body, signed(body, next.privateKey)).expect(200);
    });

    it('names campaign and email as its mapping says', async () => {
      const key = await makeKey({ mapping: { campaign: ['journey'], asset: ['mail'] } });
      const body = Buffer.from(JSON.stringify([notice('1', 'processed', { journey: 'Welcome', mail: 'Day 1' })]));
      await call(key.path, body).expect(200);
      expect((await app().sheet()).rows.map(({ name }) => name)).toEqual(['Welcome', 'Day 1']);
      // A file of its bodies is read by the same mapping, so that the two may overlap.
      expect(await app().import(body, { format: 'sendgrid' })).toMatchObject({ duplicates: 1, rejected: 0 });
    });

    it('without a secret is only for senders that sign nothing', async () => {
      const { body } = await app().http.post('/api/sources/keys').send({ provider: 'sendgrid' }).expect(400);
      expect(body).toMatchObject({ code: 'invalid-request', path: 'secret' });
    });

    it('is told to come back when too many calls are waiting, and none of those is lost', async () => {
      const key = await makeKey();
      const service = app().get(WebhookService);
      const { store } = app().database;
      const bodies = Array.from({ length: 100 }, (_, n) => Buffer.from(JSON.stringify([notice(`n${n}`, 'open')])));
      let letGo = () => {};
      const gate = new Promise<void>((settle) => (letGo = settle));
      let isHeld = false;
      const holding = store.transaction(async (transaction) => {
        await transaction.query('UPDATE workspace SET revision = revision + 1');
        isHeld = true;
        await gate;
      });
      await until(() => isHeld);
      const waiting = bodies.map((body) => call(key.path, body).then(({ status }) => status));
      try {
        await until(() => service.underWay === 100);
        const { body, headers } = await call(key.path, bodies[0]!).expect(503);
        expect(body.code).toBe('overloaded');
        expect(headers['retry-after']).toBe('5');
      } finally {
        letGo();
        await holding;
      }
      expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
      expect((await app().sheet()).total.values).toMatchObject({ totalOpens: 100 });
    });

    it('shows under its source what came, by the hour', async () => {
      const key = await makeKey({ source: 'shop' });
      await call(key.path, Buffer.from(JSON.stringify([...NOTICES, NOTICES[0], notice('9', 'teleported')]))).expect(
        200,
      );
      const { body } = await app().http.get('/api/sources').expect(200);
      expect(body).toMatchObject([
        { name: 'shop', accepted: 4, duplicates: 1, rejected: 1, keys: [{ id: key.id, provider: 'sendgrid' }] },
      ]);
      expect(body[0].hours).toMatchObject([{ accepted: 4, duplicates: 1, rejected: 1 }]);
      expect(Date.now() - Date.parse(body[0].lastAt)).toBeLessThan(60_000);
    });
  });
});
