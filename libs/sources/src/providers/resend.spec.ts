import { createHmac } from 'node:crypto';
import { about, call, CALLED_AT, DAY_MS, HASH, OWN_MAPPING, TOOLS } from '../fixtures/webhooks';
import { resend } from './resend';

const SECRET = Buffer.from('a secret of 24 bytes or so');
const KEY = `whsec_${SECRET.toString('base64')}`;
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(resend, KEY);

const data = {
  email_id: 'e-1',
  created_at: '2026-03-01T11:59:00.000Z',
  from: 'Shop <shop@example.com>',
  to: ['ada@example.com'],
  subject: 'Spring',
  tags: { campaign: 'spring', asset: 'invite-1' },
};

function event(type: string, more: object = {}): object {
  return { type, created_at: '2026-03-01T12:00:00.250Z', data: { ...data, ...more } };
}

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.250Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'invite-1' },
  messageId: 'e-1',
};

function headers(body: string, seconds = CALLED_AT / 1000, secret = SECRET): Record<string, string> {
  const sum = createHmac('sha256', secret).update(`msg_1.${seconds}.${body}`).digest('base64');
  return { 'svix-id': 'msg_1', 'svix-timestamp': String(seconds), 'svix-signature': `v1,b2xk v1,${sum} v1a,bmV3` };
}

describe('resend', () => {
  it.each([
    ['email.sent', 'sent'],
    ['email.delivered', 'delivered'],
    ['email.complained', 'complained'],
  ])('reads %s as %s', (type, kind) => {
    expect(readOne(event(type))).toEqual({ ...base, kind });
  });

  it('reads an open and a click at their own time', () => {
    const action = { ipAddress: '203.0.113.9', userAgent: 'Mozilla/5.0', timestamp: '2026-03-01T11:59:58.000Z' };
    const read = { ...base, at: '2026-03-01T11:59:58.000Z', agent: { ip: '203.0.113.9', userAgent: 'Mozilla/5.0' } };
    expect(readOne(event('email.opened', { open: action }))).toEqual({ ...read, kind: 'opened' });
    const click = { ...action, link: 'https://shop.example/a' };
    expect(readOne(event('email.clicked', { click }))).toEqual({
      ...read,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
    });
  });

  it.each([
    [{ type: 'Permanent', subType: 'General', message: '550 5.1.1 no' }, 'hardBounced', 'user-unknown', 'hard'],
    [{ type: 'Transient', subType: 'MailboxFull', message: 'later' }, 'softBounced', 'mailbox-full', 'soft'],
    [{ type: 'Undetermined', subType: 'Undetermined', message: '?' }, 'softBounced', 'not-defined', 'undefined'],
    [{ type: 'Permanent', subType: 'Suppressed', message: 'listed' }, 'excluded', 'quarantined-address', 'ignored'],
  ])('reads the bounce %j as %s', (bounce, kind, code, failureType) => {
    expect(readOne(event('email.bounced', { bounce }))).toEqual({
      ...base,
      kind,
      reason: { code, text: bounce.message, failureType },
    });
  });

  it('reads what Resend never handed on as excluded, and a delay as deferred', () => {
    const ignored = (code: string, text: string) => ({ code, text, failureType: 'ignored' });
    expect(readOne(event('email.failed', { failed: { reason: 'reached_daily_quota' } }))).toEqual({
      ...base,
      kind: 'excluded',
      reason: ignored('excluded-by-rule', 'reached_daily_quota'),
    });
    expect(readOne(event('email.failed', { failed: { reason: 'invalid recipient' } }))).toMatchObject({
      reason: ignored('bad-quality-address', 'invalid recipient'),
    });
    expect(readOne(event('email.suppressed', { suppressed: { message: 'bounced before' } }))).toMatchObject({
      kind: 'excluded',
      reason: ignored('quarantined-address', 'bounced before'),
    });
    expect(readOne(event('email.suppressed', { suppressed: { message: 'a complaint' } }))).toMatchObject({
      reason: ignored('denylisted-address', 'a complaint'),
    });
    expect(readOne(event('email.delivery_delayed'))).toEqual({
      ...base,
      kind: 'deferred',
      reason: { code: 'not-defined', failureType: 'soft' },
    });
  });

  it('makes a row of each recipient, whose own text gives the same again', () => {
    const document = event('email.delivered', { to: ['ada@example.com', 'Bob <bob@example.com>'] });
    const rows = resend.read(document, OWN_MAPPING);
    expect(rows.map(({ result }) => result)).toMatchObject([
      { event: { person: { address: 'ada@example.com' } } },
      { event: { person: { address: 'bob@example.com' } } },
    ]);
    expect(rows.map(({ raw }) => readAll(JSON.parse(raw), OWN_MAPPING))).toEqual(rows.map(({ result }) => [result]));
  });

  it('rejects an open of an email to several, since nobody knows whose it is', () => {
    expect(readAll(event('email.opened', { to: ['a@example.com', 'b@example.com'] }))).toEqual([
      { kind: 'rejected', code: 'missing-person', field: 'data.to', detail: '["a@example.com","b@example.com"]' },
    ]);
  });

  it('reads tags that come as a list, and headers', () => {
    const tags = [
      { name: 'journey', value: 'j1' },
      { name: 'mail_no', value: '4' },
    ];
    const withHeaders = [
      { name: 'Customer', value: 'not ours' },
      { name: 'X-Customer', value: 'c9' },
    ];
    const mapping = { ...OWN_MAPPING, person: ['customer', 'x-customer'] };
    expect(readOne(event('email.sent', { tags, headers: withHeaders }), mapping)).toMatchObject({
      campaign: { id: 'j1' },
      asset: { id: '4' },
      person: { id: 'c9' },
    });
  });

  it('passes over what is no message of ours, and rejects what it does not know', () => {
    const types = [
      'email.scheduled',
      'email.received',
      'contact.created',
      'domain.updated',
      'suppression.added',
      'email.lost',
    ];
    expect(types.map((type) => readAll(event(type))[0])).toEqual([
      ...types.slice(0, 5).map((type) => ({ kind: 'passed-over', type })),
      { kind: 'rejected', code: 'unknown-event-type', field: 'type', detail: 'email.lost' },
    ]);
  });

  it('believes one of several signatures', async () => {
    const body = JSON.stringify(event('email.sent'));
    await expect(believes(call(body, headers(body)))).resolves.toBe(true);
  });

  it('agrees with the example in Svix’s documentation', async () => {
    const example = call('{"test": 2432232314}', {
      'svix-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'svix-timestamp': '1614265330',
      'svix-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
    const tools = { ...TOOLS, now: 1614265330_000 };
    await expect(believes(example, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', tools)).resolves.toBe(true);
  });

  it('refuses forged and old calls', async () => {
    const body = JSON.stringify(event('email.sent'));
    const good = headers(body);
    await expectToRefuse({
      'no headers': call(body),
      'another body': call(body.replace('ada', 'eve'), good),
      truncated: call(body.slice(0, -1), good),
      'written anew': call(JSON.stringify(JSON.parse(body), null, 1), good),
      'another id': call(body, { ...good, 'svix-id': 'msg_2' }),
      'another time': call(body, { ...good, 'svix-timestamp': String(CALLED_AT / 1000 - 1) }),
      'too old': call(body, headers(body, (CALLED_AT - 9 * DAY_MS) / 1000)),
      'another key': call(body, headers(body, CALLED_AT / 1000, Buffer.from('another secret of 24 by'))),
    });
    await expectToRefuse({ 'empty key': call(body, headers(body, CALLED_AT / 1000, Buffer.from(''))) }, 'whsec_');
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['type', 'data', 'to', 'created_at', 'tags', 'headers', 'name', 'value', 'bounce', 'click'],
      ['email.bounced', 'email.clicked', '2026-03-01T12:00:00Z', 'ada@example.com', ['ada@example.com', 7]],
    );
  });
});
