import { createHmac } from 'node:crypto';
import { about, call, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { mailersend } from './mailersend';

const KEY = 'signing secret 1';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(mailersend, KEY);
const PING_SECRET = 'test_Am3L1GuOIc4blLUuHqAPxxwkZaJyEk8G';

function event(type: string, morph: object | null = null, email: object = {}): object {
  return {
    type: `activity.${type}`,
    domain_id: 'd1',
    created_at: '2026-03-01T12:00:05.000000Z',
    webhook_id: 'w1',
    data: {
      object: 'activity',
      id: `activity-of-${type}`,
      type,
      created_at: '2026-03-01T12:00:00.000000Z',
      email: {
        object: 'email',
        id: 'e-1',
        status: 'delivered',
        tags: ['spring', 'b2b'],
        headers: null,
        message: { object: 'message', id: 'm-1' },
        recipient: { object: 'recipient', id: 'r-1', email: 'ada@example.com' },
        ...email,
      },
      morph,
      template_id: 'tpl-1',
    },
  };
}

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'tpl-1' },
  messageId: 'm-1',
};
const opening = { object: 'open', id: 'o-1', created_at: '2026-03-01T11:59:58.000000Z', ip: '203.0.113.9' };

function sign(body: string, secret = KEY): Record<string, string> {
  return { signature: createHmac('sha256', secret).update(body).digest('hex') };
}

describe('mailersend', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['unsubscribed', 'unsubscribed'],
    ['spam_complaint', 'complained'],
  ])('reads activity.%s as %s', (type, kind) => {
    expect(readOne(event(type))).toEqual({ ...base, kind });
  });

  it.each([
    ['hard_bounced', 'Host or domain name not found', 'hardBounced', 'invalid-domain', 'hard'],
    ['hard_bounced', 'Gone', 'hardBounced', 'user-unknown', 'hard'],
    ['soft_bounced', 'Mailbox full', 'softBounced', 'mailbox-full', 'soft'],
    ['soft_bounced', 'Unknown reason', 'softBounced', 'not-defined', 'soft'],
    ['deferred', '4.4.1 timed out', 'deferred', 'unreachable', 'soft'],
  ])('reads activity.%s "%s" as %s: %s', (type, reason, kind, code, failureType) => {
    expect(readOne(event(type, { object: 'recipient_bounce', reason }))).toEqual({
      ...base,
      kind,
      reason: { code, text: reason, failureType },
    });
  });

  it('reads an open at its own time', () => {
    expect(readOne(event('opened', opening))).toEqual({
      ...base,
      kind: 'opened',
      at: '2026-03-01T11:59:58.000Z',
      agent: { ip: '203.0.113.9' },
    });
  });

  it('reads a click with its link', () => {
    const click = { ...opening, object: 'click', url: 'https://shop.example/a' };
    expect(readOne(event('clicked', click))).toEqual({
      ...base,
      kind: 'clicked',
      at: '2026-03-01T11:59:58.000Z',
      link: { url: 'https://shop.example/a' },
      agent: { ip: '203.0.113.9' },
    });
  });

  it.each(['opened', 'clicked'])('counts a first "%s" once, though it is told twice', (type) => {
    const morph = { ...opening, url: 'https://shop.example/a' };
    const [all] = readAll(event(type, morph));
    const [unique] = readAll(event(`${type}_unique`, morph));
    expect(unique).toEqual(all);
    const [later] = readAll(event(type, { ...morph, created_at: '2026-03-01T12:30:00.000000Z' }));
    expect(later?.kind === 'event' && later.event.id).not.toBe(all?.kind === 'event' && all.event.id);
  });

  it('finds campaign and email by the mapping of the source, in headers and tags', () => {
    const headers = [{ name: 'X-Journey', value: 'j1' }];
    const mapping = { ...OWN_MAPPING, campaign: ['x-journey'], asset: ['tag.1'] };
    expect(readOne(event('sent', null, { headers }), mapping)).toMatchObject({
      campaign: { id: 'j1' },
      asset: { id: 'b2b' },
    });
  });

  it('passes over what is about no message, and rejects what it does not know', () => {
    const types = [
      'activity.survey_opened',
      'activity.survey_submitted',
      'sender_identity.verified',
      'maintenance.start',
      'maintenance.end',
      'inbound_forward.failed',
      'inbound_message.rejected',
      'email_single.verified',
      'email_list.verified',
      'bulk_email.completed',
      'recipient.on_hold_added',
      'recipient.on_hold_removed',
      'webhook.test',
    ];
    expect(readAll(types.map((type) => ({ type })))).toEqual(types.map((type) => ({ kind: 'passed-over', type })));
    expect(readOne(event('teleported'))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'type',
      detail: 'activity.teleported',
    });
  });

  it('believes what is signed over the body', async () => {
    const body = JSON.stringify(event('sent'));
    await expect(believes(call(body, sign(body)))).resolves.toBe(true);
  });

  it('believes the published secret for the trial call only', async () => {
    const ping = JSON.stringify({ type: 'webhook.test', message: 'This is a ping test message' });
    await expect(believes(call(ping, sign(ping, PING_SECRET)))).resolves.toBe(true);
    const body = JSON.stringify(event('sent'));
    const list = JSON.stringify([event('sent'), { type: 'webhook.test' }]);
    await expectToRefuse({
      'an event': call(body, sign(body, PING_SECRET)),
      'a list': call(list, sign(list, PING_SECRET)),
      'no JSON': call('webhook.test', sign('webhook.test', PING_SECRET)),
    });
  });

  it('refuses forged calls', async () => {
    const body = JSON.stringify(event('sent'));
    await expectToRefuse({
      'no signature': call(body),
      'another body': call(body.replace('ada', 'eve'), sign(body)),
      truncated: call(body.slice(0, -1), sign(body)),
      'written anew': call(JSON.stringify(JSON.parse(body), null, 1), sign(body)),
      'another key': call(body, sign(body, 'signing secret 2')),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['type', 'data', 'email', 'recipient', 'morph', 'created_at', 'tags', 'headers', 'message'],
      ['activity.hard_bounced', 'activity.clicked', '2026-03-01T12:00:00.000000Z', { email: 'ada@example.com' }],
    );
  });
});
