import { about, basic, call, OWN_MAPPING } from '../fixtures/webhooks';
import { sparkpost } from './sparkpost';

const KEY = 'hook:secret';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(sparkpost, KEY);

function event(type: string, more: object = {}, eventClass = 'message_event'): object {
  return {
    msys: {
      [eventClass]: {
        type,
        event_id: '92356927693813856',
        timestamp: '1772366400',
        message_id: '000443ee14578172be22',
        transmission_id: '65832150921904138',
        rcpt_to: 'ada@example.com',
        raw_rcpt_to: 'Ada@example.com',
        rcpt_meta: { email_name: 'Hello' },
        rcpt_tags: ['male', 'US'],
        campaign_id: 'spring',
        template_id: 'tpl-1',
        ip_address: '198.51.100.1',
        ...more,
      },
    },
  };
}

const base = {
  id: '92356927693813856',
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'Ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'tpl-1', name: 'Hello' },
  messageId: '000443ee14578172be22',
};

describe('sparkpost', () => {
  it.each([
    ['injection', 'message_event', 'sent'],
    ['delivery', 'message_event', 'delivered'],
    ['spam_complaint', 'message_event', 'complained'],
    ['list_unsubscribe', 'unsubscribe_event', 'unsubscribed'],
    ['link_unsubscribe', 'unsubscribe_event', 'unsubscribed'],
  ])('reads %s as %s', (type, eventClass, kind) => {
    expect(readOne([event(type, {}, eventClass)])).toEqual({ ...base, kind });
  });

  it.each(['open', 'initial_open', 'amp_open', 'amp_initial_open'])(
    'reads %s as an open, prefetched or not',
    (type) => {
      const client = {
        user_agent: 'Mozilla/5.0',
        ip_address: '203.0.113.9',
        user_agent_parsed: { agent_family: 'Apple', is_prefetched: true, is_proxied: true },
      };
      expect(readOne([event(type, client, 'track_event')])).toEqual({
        ...base,
        kind: 'opened',
        agent: { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' },
      });
    },
  );

  it.each(['click', 'amp_click'])('reads %s as a click', (type) => {
    const client = { user_agent: 'Mozilla/5.0', ip_address: '203.0.113.9', target_link_url: 'https://shop.example/a' };
    expect(readOne([event(type, client, 'track_event')])).toEqual({
      ...base,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent: { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' },
    });
  });

  it.each([
    ['bounce', '1', '550 what', 'softBounced', 'not-defined', 'undefined'],
    ['bounce', '10', '550 5.4.1 access denied', 'hardBounced', 'user-unknown', 'hard'],
    ['bounce', '20', '450 4.2.2 full', 'softBounced', 'mailbox-full', 'soft'],
    ['bounce', '20', '450 no', 'softBounced', 'not-defined', 'soft'],
    ['bounce', '21', 'no', 'softBounced', 'invalid-domain', 'soft'],
    ['bounce', '22', 'no', 'softBounced', 'mailbox-full', 'soft'],
    ['bounce', '23', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '24', 'no', 'softBounced', 'unreachable', 'soft'],
    ['bounce', '25', 'no', 'excluded', 'excluded-by-rule', 'ignored'],
    ['bounce', '26', '554 recipient was suppressed', 'excluded', 'denylisted-address', 'ignored'],
    ['bounce', '30', 'no', 'hardBounced', 'address-not-specified', 'hard'],
    ['bounce', '40', 'no', 'softBounced', 'not-defined', 'soft'],
    ['bounce', '50', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '51', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '52', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '53', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '54', 'no', 'softBounced', 'refused', 'soft'],
    ['bounce', '70', '421 4.4.1 no route', 'softBounced', 'unreachable', 'soft'],
    ['out_of_band', '10', 'no', 'hardBounced', 'user-unknown', 'hard'],
    ['delay', '22', 'no', 'deferred', 'mailbox-full', 'soft'],
    ['delay', '70', 'no', 'deferred', 'not-defined', 'soft'],
    ['policy_rejection', '25', 'address suppressed due to policy', 'excluded', 'denylisted-address', 'ignored'],
    ['generation_failure', undefined, 'error in substitution', 'excluded', 'excluded-by-rule', 'ignored'],
    ['generation_rejection', undefined, 'denied by policy', 'excluded', 'excluded-by-rule', 'ignored'],
  ])('reads %s of class %s "%s" as %s: %s', (type, bounceClass, raw, kind, code, failureType) => {
    const more = { bounce_class: bounceClass, raw_reason: raw, reason: 'shortened', error_code: '550' };
    expect(readOne([event(type, more)])).toEqual({
      ...base,
      kind,
      reason: { code, text: raw, failureType },
    });
  });

  it('reads a request to unsubscribe, and passes over other answers', () => {
    expect(readOne([event('out_of_band', { bounce_class: '90' })])).toEqual({
      ...base,
      kind: 'unsubscribed',
    });
    const answers = ['60', '80', '100'].map((bounceClass) => event('out_of_band', { bounce_class: bounceClass }));
    expect(readAll(answers)).toEqual(answers.map(() => ({ kind: 'passed-over', type: 'out_of_band' })));
  });

  it('passes over the test call, incoming mail and what is no message', () => {
    const documents = [
      { msys: {} },
      event('relay_delivery', {}, 'relay_event'),
      { msys: { relay_message: { rcpt_to: 'in@example.com' } } },
      event('ab_test_completed', {}, 'ab_test_event'),
      event('success', {}, 'ingest_event'),
    ];
    expect(readAll(documents)).toEqual([
      { kind: 'passed-over', type: 'ping' },
      { kind: 'passed-over', type: 'relay_delivery' },
      { kind: 'passed-over', type: 'relay_message' },
      { kind: 'passed-over', type: 'ab_test_completed' },
      { kind: 'passed-over', type: 'success' },
    ]);
  });

  it('keeps what it does not know', () => {
    const unknown = { kind: 'rejected', code: 'unknown-event-type', field: 'type' };
    expect(readAll([event('teleported'), {}, 'text', null, { msys: { message_event: 7 } }])).toEqual([
      { ...unknown, detail: 'teleported' },
      { ...unknown, detail: '' },
      { ...unknown, detail: '' },
      { ...unknown, detail: '' },
      { ...unknown, detail: '' },
    ]);
  });

  it('finds campaign, asset and person under names of the customer, and what differs from mail to mail', () => {
    const rcpt_meta = { journey: 'j-7', journey_name: 'Welcome', mail_no: 3, customer: 'c-12' };
    expect(readOne([event('delivery', { rcpt_meta, ab_test_version: '2' })], OWN_MAPPING)).toEqual({
      ...base,
      kind: 'delivered',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'Ada@example.com' },
      variant: '2',
    });
  });

  it('reads a time in ISO 8601 as well', () => {
    expect(readOne([event('delivery', { timestamp: '2026-03-01T13:00:00.000+01:00' })])).toEqual({
      ...base,
      kind: 'delivered',
    });
  });

  it('believes user and password only', async () => {
    await expect(believes(call('[]', basic(KEY)))).resolves.toBe(true);
    await expectToRefuse({
      'no header': call('[]'),
      'another password': call('[]', basic('hook:Secret')),
      shorter: call('[]', basic('hook:secre')),
      'another scheme': call('[]', { authorization: `Bearer ${KEY}` }),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      [
        'msys',
        'message_event',
        'track_event',
        'type',
        'timestamp',
        'rcpt_to',
        'bounce_class',
        'rcpt_meta',
        'rcpt_tags',
        'event_id',
      ],
      [
        'bounce',
        'click',
        'open',
        '10',
        '1772366400',
        'ada@example.com',
        { type: 'open', rcpt_to: 'a@b.c', timestamp: 1 },
      ],
    );
  });
});
