import { createHmac } from 'node:crypto';
import { about, call, CALLED_AT, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { mandrill } from './mandrill';

const URL = 'https://tally.example/api/webhooks/mandrill/k1';
const KEY = 'mandrill-key-1';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(mandrill, KEY);
const AT = CALLED_AT / 1000;

const message = {
  ts: AT - 60,
  _id: 'msg-1',
  email: 'Ada@example.com',
  subject: 'Spring',
  sender: 'shop@example.com',
  tags: ['spring'],
  metadata: { asset: 'invite-1', person_id: 'p7' },
  template: 'spring-invite',
  subaccount: 'emea',
};

function event(type: string, more: object = {}, inMessage: object = {}): object {
  return { event: type, _id: 'msg-1', ts: AT, msg: { ...message, ...inMessage }, ...more };
}

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { id: 'p7', address: 'Ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'invite-1' },
  messageId: 'msg-1',
};

function signed(events: unknown, key = KEY, url = URL): string {
  return createHmac('sha1', key)
    .update(`${url}mandrill_events${JSON.stringify(events)}`)
    .digest('base64');
}

function body(events: unknown): string {
  return new URLSearchParams({ mandrill_events: JSON.stringify(events) }).toString();
}

describe('mandrill', () => {
  it.each([
    ['send', 'sent'],
    ['delivered', 'delivered'],
    ['spam', 'complained'],
    ['unsub', 'unsubscribed'],
  ])('reads %s as %s', (type, kind) => {
    expect(readOne([event(type)])).toEqual({ ...base, kind });
  });

  it('reads opens and clicks with who did it and where', () => {
    const agent = { ip: '203.0.113.9', user_agent: 'Mozilla/5.0' };
    const read = { ...base, agent: { ip: '203.0.113.9', userAgent: 'Mozilla/5.0' } };
    expect(readOne([event('open', agent)])).toEqual({ ...read, kind: 'opened' });
    expect(readOne([event('click', { ...agent, url: 'https://shop.example/a' })])).toEqual({
      ...read,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
    });
  });

  it('finds the link of an older click among the clicks of the message', () => {
    const clicks = [{ url: 'https://shop.example/1' }, { url: 'https://shop.example/2' }];
    expect(readOne([event('click', {}, { clicks })])).toMatchObject({
      link: { url: 'https://shop.example/2' },
    });
  });

  it.each([
    [
      'hard_bounce',
      'hardBounced',
      'hard',
      { bounce_description: 'bad_mailbox', diag: 'smtp;550 no' },
      'user-unknown',
      'smtp;550 no',
    ],
    [
      'hard_bounce',
      'hardBounced',
      'hard',
      { bounce_description: 'invalid_domain' },
      'invalid-domain',
      'invalid_domain',
    ],
    ['hard_bounce', 'hardBounced', 'hard', { bounce_description: 'general' }, 'user-unknown', 'general'],
    ['soft_bounce', 'softBounced', 'soft', { bounce_description: 'mailbox_full' }, 'mailbox-full', 'mailbox_full'],
    ['soft_bounce', 'softBounced', 'soft', { bounce_description: 'general' }, 'not-defined', 'general'],
    [
      'deferral',
      'deferred',
      'soft',
      { diag: '451 4.4.1 connection timed out' },
      'unreachable',
      '451 4.4.1 connection timed out',
    ],
  ])('reads %s as %s (%s) with its reason', (type, kind, failureType, inMessage, code, text) => {
    expect(readOne([event(type, {}, inMessage)])).toEqual({
      ...base,
      kind,
      reason: { code, text, failureType },
    });
  });

  it.each([
    [{ reject: { reason: 'hard-bounce' } }, 'quarantined-address'],
    [{ reject: 'unsub' }, 'denylisted-address'],
    [{ reject_reason: 'invalid' }, 'bad-quality-address'],
    [{ reject_reason: 'invalid-sender' }, 'excluded-by-rule'],
    [{}, 'excluded-by-rule'],
  ])('reads a reject %j as excluded: %s', (inMessage, code) => {
    expect(readOne([event('reject', {}, inMessage)])).toMatchObject({
      kind: 'excluded',
      reason: { code, failureType: 'ignored' },
    });
  });

  it('passes over list syncs and incoming mail, and rejects what it does not know', () => {
    const events = [
      { type: 'blacklist', action: 'add', ts: AT },
      { type: 'whitelist' },
      event('inbound'),
      event('vanish'),
    ];
    expect(readAll(events)).toEqual([
      { kind: 'passed-over', type: 'blacklist' },
      { kind: 'passed-over', type: 'whitelist' },
      { kind: 'passed-over', type: 'inbound' },
      { kind: 'rejected', code: 'unknown-event-type', field: 'event', detail: 'vanish' },
    ]);
  });

  it('finds campaign and email by the mapping of the source', () => {
    const metadata = { journey: 'j1', journey_name: 'Spring', mail_no: 4, customer: 'c9' };
    expect(readOne([event('send', {}, { metadata })], OWN_MAPPING)).toMatchObject({
      campaign: { id: 'j1', name: 'Spring' },
      asset: { id: '4' },
      person: { id: 'c9' },
    });
  });

  it('takes the template as the email when nothing else names it', () => {
    expect(readOne([event('send', {}, { metadata: [] })])).toMatchObject({ asset: { id: 'spring-invite' } });
  });

  it('gives a repeated event the same id, and another event another', () => {
    const ids = readAll([event('open'), event('open'), event('open', { ts: AT + 1 }), event('send')]).map(
      (each) => each.kind === 'event' && each.event.id,
    );
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('reads the events out of the posted form', () => {
    const document = mandrill.document?.(body([event('send'), event('open')]), 'application/x-www-form-urlencoded');
    expect(readAll(document)).toMatchObject([{ event: { kind: 'sent' } }, { event: { kind: 'opened' } }]);
  });

  it('believes what is signed over address and fields', async () => {
    const events = [event('send')];
    const request = call(body(events), { 'x-mandrill-signature': signed(events) }, URL);
    await expect(believes(request)).resolves.toBe(true);
  });

  it('believes the trial call without events that Mandrill makes before there is a key, but none with events', async () => {
    const trial = call(body([]), { 'x-mandrill-signature': signed([], 'test-webhook') }, URL);
    await expect(believes(trial)).resolves.toBe(true);
    const events = [event('send')];
    await expectToRefuse({
      'with events': call(body(events), { 'x-mandrill-signature': signed(events, 'test-webhook') }, URL),
    });
  });

  it('refuses forged calls', async () => {
    const events = [event('send')];
    const headers = { 'x-mandrill-signature': signed(events) };
    await expectToRefuse({
      'no signature': call(body(events), {}, URL),
      'other events': call(body([event('open')]), headers, URL),
      'one field more': call(`${body(events)}&a=1`, headers, URL),
      truncated: call(body(events).slice(0, -9), headers, URL),
      'another address': call(body(events), headers, `${URL}2`),
      'another key': call(body(events), { 'x-mandrill-signature': signed(events, 'mandrill-key-2') }, URL),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['event', 'ts', 'msg', 'email', 'tags', 'metadata', '_id', 'url', 'mandrill_events'],
      ['hard_bounce', 'click', AT, 1e300, 'ada@example.com', '[{"event":"open"}]'],
    );
  });
});
