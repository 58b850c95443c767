import { about, basic, call, OWN_MAPPING } from '../fixtures/webhooks';
import { brevo } from './brevo';

const TOKEN = 'a-long.token_42';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(brevo, TOKEN);
const MESSAGE = '202603011300.29297141656@smtp-relay.mailin.fr';

function event(type: string, more: object = {}): object {
  return {
    event: type,
    email: 'ada@example.com',
    id: 814119,
    date: '2026-03-01 13:00:00',
    ts: 1772370000,
    ts_event: 1772366400,
    ts_epoch: 1772366400250,
    'message-id': `<${MESSAGE}>`,
    subject: 'Hello',
    sending_ip: '198.51.100.1',
    template_id: 22,
    contact_id: 8,
    tags: ['spring', 'b2b'],
    tag: '["spring","b2b"]',
    ...more,
  };
}

const ID_END = `1772366400 ${MESSAGE} ada@example.com`;

const base = {
  at: '2026-03-01T12:00:00.250Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: '22' },
  messageId: MESSAGE,
};

describe('brevo', () => {
  it.each([
    ['request', 'sent'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['spam', 'complained'],
    ['complaint', 'complained'],
    ['unsubscribe', 'unsubscribed'],
    ['unsubscribed', 'unsubscribed'],
    ['opened', 'opened'],
    ['unique_opened', 'opened'],
    ['proxy_open', 'opened'],
    ['unique_proxy_open', 'opened'],
  ])('reads %s as %s', (type, kind) => {
    expect(readOne(event(type, { link: '' }))).toEqual({ ...base, kind, id: `${kind} ${ID_END}` });
  });

  it('reads a click with who and what', () => {
    expect(readOne(event('click', { link: 'https://shop.example/a', user_agent: 'Mozilla/5.0' }))).toEqual({
      ...base,
      id: `clicked ${ID_END} https://shop.example/a`,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent: { userAgent: 'Mozilla/5.0' },
    });
  });

  it.each([
    ['hard_bounce', '550-5.1.1 does not exist', 'hardBounced', 'user-unknown', 'hard'],
    ['hard_bounce', 'no', 'hardBounced', 'user-unknown', 'hard'],
    ['soft_bounce', '452 4.2.2 over quota', 'softBounced', 'mailbox-full', 'soft'],
    ['soft_bounce', 'server is down', 'softBounced', 'not-defined', 'soft'],
    ['error', 'no', 'softBounced', 'not-defined', 'undefined'],
    ['deferred', '421 4.7.0 try later', 'deferred', 'refused', 'soft'],
    ['deferred', 'no', 'deferred', 'not-defined', 'soft'],
    ['blocked', 'blocked : due to unsubscribed user', 'excluded', 'denylisted-address', 'ignored'],
    ['blocked', 'blocked : due to blacklist user', 'excluded', 'denylisted-address', 'ignored'],
    ['blocked', 'blocked : hard bounced before', 'excluded', 'quarantined-address', 'ignored'],
    ['blocked', 'no', 'excluded', 'excluded-by-rule', 'ignored'],
    ['invalid_email', 'no', 'excluded', 'bad-quality-address', 'ignored'],
  ])('reads %s "%s" as %s: %s', (type, reason, kind, code, failureType) => {
    expect(readOne(event(type, { reason }))).toEqual({
      ...base,
      id: `${kind} ${ID_END}`,
      kind,
      reason: { code, text: reason, failureType },
    });
  });

  it('counts one opening once, whether it comes as first opening, as opening, or as both', () => {
    const idOf = (document: object): string => (readOne(document) as { id: string }).id;
    const first = idOf(event('unique_opened'));
    expect(idOf(event('opened', { ts_epoch: 1772366400900 }))).toBe(first);
    expect(idOf(event('unique_opened'))).toBe(first);
    expect(idOf(event('opened', { ts_epoch: 1772366401250 }))).not.toBe(first);
    expect(idOf(event('opened', { email: 'eve@example.com' }))).not.toBe(first);
    expect(idOf(event('opened', { 'message-id': '<other@example.com>' }))).not.toBe(first);
    const click = idOf(event('click', { link: 'https://shop.example/a' }));
    expect(idOf(event('click', { link: 'https://shop.example/b' }))).not.toBe(click);
  });

  it.each([
    ['milliseconds', { ts_epoch: 1772366400250 }, '2026-03-01T12:00:00.250Z'],
    ['seconds where milliseconds should be', { ts_epoch: 1772366399 }, '2026-03-01T12:00:00.000Z'],
    ['seconds in either place', { ts_epoch: 1772366399, ts_event: undefined }, '2026-03-01T11:59:59.000Z'],
    ['no milliseconds', { ts_epoch: undefined }, '2026-03-01T12:00:00.000Z'],
  ])('reads the time from %s', (_, more, at) => {
    expect(readOne(event('delivered', more))).toMatchObject({ at });
  });

  it("never takes the date in the account's zone for the time", () => {
    expect(readOne(event('delivered', { ts_epoch: undefined, ts_event: undefined }))).toEqual({
      kind: 'rejected',
      code: 'bad-date',
      field: 'timestamp',
      detail: '',
    });
  });

  it('takes milliseconds for no seconds: the year would be 58136', () => {
    const late = event('delivered', { ts_epoch: undefined, ts_event: 1772366400250 });
    expect(readOne(late)).toMatchObject({ kind: 'rejected', code: 'bad-date' });
  });

  it('reads a marketing campaign', () => {
    const document = {
      id: 5,
      camp_id: 31,
      email: 'ada@example.com',
      'campaign name': 'March news',
      date_sent: '2026-03-01 12:00:00',
      date_event: '2026-03-01 13:00:00',
      event: 'click',
      tag: '',
      ts_sent: 1772362800,
      ts_event: 1772366400,
      ts: 1772370000,
      URL: 'https://shop.example/a',
    };
    expect(readOne(document)).toEqual({
      id: 'clicked 1772366400 31 ada@example.com https://shop.example/a',
      kind: 'clicked',
      at: '2026-03-01T12:00:00.000Z',
      person: { address: 'ada@example.com' },
      channel: 'email',
      campaign: { id: '31', name: 'March news' },
      link: { url: 'https://shop.example/a' },
    });
  });

  it.each([
    ['JSON', '{"journey": "j-7", "journey_name": "Welcome", "mail_no": 3, "customer": "c-12"}'],
    ['pairs', 'journey:j-7|journey_name: Welcome |mail_no:3|customer:c-12'],
  ])('finds campaign, asset and person under names of the customer, in a header of %s', (_, header) => {
    expect(readOne(event('delivered', { 'X-Mailin-custom': header }), OWN_MAPPING)).toEqual({
      ...base,
      id: `delivered ${ID_END}`,
      kind: 'delivered',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'ada@example.com' },
    });
  });

  it.each([
    ['one tag', 'spring', 'spring'],
    ['a list written as text', '["spring","b2b"]', 'spring'],
    ['what only looks like a list', '[spring', '[spring'],
  ])('reads %s', (_, tag, campaign) => {
    expect(readOne(event('delivered', { tags: undefined, tag }))).toMatchObject({ campaign: { id: campaign } });
  });

  it('reads a batch', () => {
    expect(readAll([event('request'), event('delivered')]).map(({ kind }) => kind)).toEqual(['event', 'event']);
  });

  it('passes over what is no message, and keeps what it does not know', () => {
    expect(readAll([event('list_addition'), event('contact_updated'), event('contact_deleted')])).toEqual([
      { kind: 'passed-over', type: 'list_addition' },
      { kind: 'passed-over', type: 'contact_updated' },
      { kind: 'passed-over', type: 'contact_deleted' },
    ]);
    expect(readOne(event('teleported'))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'event',
      detail: 'teleported',
    });
  });

  it('believes the token, or user and password', async () => {
    await expect(believes(call('{}', { authorization: `Bearer ${TOKEN}` }))).resolves.toBe(true);
    await expect(believes(call('{}', basic('hook:secret')), 'hook:secret')).resolves.toBe(true);
    await expectToRefuse({
      'no header': call('{}'),
      'another token': call('{}', { authorization: 'Bearer a-long.token_43' }),
      shorter: call('{}', { authorization: 'Bearer a-long.token_4' }),
      'no scheme': call('{}', { authorization: TOKEN }),
      'user and password': call('{}', basic('hook:secret')),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['event', 'email', 'ts_epoch', 'ts_event', 'tags', 'tag', 'X-Mailin-custom', 'message-id', 'link', 'reason'],
      ['click', 'blocked', 'opened', 1772366400250, 1e300, 'ada@example.com', '["a"', 'a:b|:c|d', '{"a": {}}'],
    );
  });
});
