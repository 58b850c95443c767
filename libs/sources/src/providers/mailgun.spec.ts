import { createHmac } from 'node:crypto';
import { DEFAULT_MAPPING } from '@tallysheet/contract';
import { about, call, CALLED_AT, DAY_MS, OWN_MAPPING } from '../fixtures/webhooks';
import { mailgun } from './mailgun';

const KEY = 'webhook signing key';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(mailgun, KEY);
const TOKEN = '885894756b6c371a377f5f9516d60a4db497ad27d4931ed215';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

function block(at = CALLED_AT, key = KEY): Record<string, string> {
  const timestamp = String(at / 1000);
  const signature = createHmac('sha256', key)
    .update(timestamp + TOKEN)
    .digest('hex');
  return { timestamp, token: TOKEN, signature };
}

function event(type: string, more: object = {}): object {
  return {
    event: type,
    id: `id-${type}`,
    timestamp: 1772366400.873676,
    'log-level': 'info',
    recipient: 'ada@example.com',
    'recipient-domain': 'example.com',
    flags: { 'is-test-mode': false },
    message: { headers: { 'message-id': '2026.1@mg.example.com', to: 'Ada <ada@example.com>' } },
    tags: ['spring', 'b2b'],
    'user-variables': { email_id: 'mail-1' },
    ...more,
  };
}

function notice(data: object): object {
  return { signature: block(), 'event-data': data };
}

const base = {
  at: '2026-03-01T12:00:00.873Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'mail-1' },
  messageId: '2026.1@mg.example.com',
};

describe('mailgun', () => {
  it.each([
    ['accepted', 'sent'],
    ['delivered', 'delivered'],
    ['complained', 'complained'],
    ['unsubscribed', 'unsubscribed'],
  ])('reads %s as %s', (type, kind) => {
    expect(readOne(notice(event(type)))).toEqual({ ...base, id: `id-${type} 2026-03-01`, kind });
  });

  it('reads an open and a click with who and what', () => {
    const client = { ip: '203.0.113.9', 'client-info': { 'user-agent': 'Mozilla/5.0', bot: '' } };
    const agent = { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' };
    expect(readOne(notice(event('opened', client)))).toEqual({
      ...base,
      id: 'id-opened 2026-03-01',
      kind: 'opened',
      agent,
    });
    expect(readOne(notice(event('clicked', { ...client, url: 'https://shop.example/a' })))).toEqual({
      ...base,
      id: 'id-clicked 2026-03-01',
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent,
    });
  });

  it.each([
    ['permanent', 'bounce', 550, 'No Such User Here', 'hardBounced', 'user-unknown', 'hard'],
    ['permanent', 'generic', 550, '5.7.1 rejected', 'hardBounced', 'refused', 'hard'],
    ['permanent', 'old', 602, 'Too old', 'softBounced', 'not-defined', 'soft'],
    ['permanent', 'greylisted', 0, 'later', 'softBounced', 'not-defined', 'soft'],
    ['permanent', 'espblock', 550, 'no', 'softBounced', 'refused', 'soft'],
    ['permanent', 'generic', 452, '4.2.2 over quota', 'softBounced', 'mailbox-full', 'soft'],
    ['permanent', 'suppress-bounce', 605, 'Not delivering', 'excluded', 'quarantined-address', 'ignored'],
    ['permanent', 'suppress-unsubscribe', 606, 'Not delivering', 'excluded', 'denylisted-address', 'ignored'],
    ['permanent', 'suppress-complaint', 607, 'Not delivering', 'excluded', 'denylisted-address', 'ignored'],
    ['temporary', 'generic', 452, '4.2.2 over quota', 'deferred', 'mailbox-full', 'soft'],
    ['temporary', 'generic', 421, 'later', 'deferred', 'not-defined', 'soft'],
  ])('reads a %s failure, %s, %i "%s" as %s: %s', (severity, reason, code, message, kind, reasonCode, failureType) => {
    const more = { severity, reason, 'delivery-status': { code, message, description: '', 'enhanced-code': '' } };
    expect(readOne(notice(event('failed', more)))).toEqual({
      ...base,
      id: 'id-failed 2026-03-01',
      kind,
      reason: { code: reasonCode, text: message, failureType },
    });
  });

  it('reads the answer of a failure from its description when there is no message', () => {
    const status = { code: 605, message: '', description: 'Not delivering to previously bounced address' };
    const more = { severity: 'permanent', reason: 'suppress-bounce', 'delivery-status': status };
    expect(readOne(notice(event('failed', more)))).toMatchObject({
      reason: { code: 'quarantined-address', text: 'Not delivering to previously bounced address' },
    });
  });

  it('reads what Mailgun would not take as excluded, its address from the header', () => {
    const more = {
      recipient: undefined,
      reject: { reason: 'Sandbox subdomains are for test purposes only', description: '' },
    };
    expect(readOne(notice(event('rejected', more)))).toEqual({
      ...base,
      id: 'id-rejected 2026-03-01',
      kind: 'excluded',
      reason: {
        code: 'excluded-by-rule',
        text: 'Sandbox subdomains are for test purposes only',
        failureType: 'ignored',
      },
    });
    const severalTo = { ...more, message: { headers: { to: 'ada@example.com, eve@example.com' } } };
    expect(readOne(notice(event('rejected', severalTo)))).toMatchObject({ code: 'missing-person' });
  });

  it('knows test messages and bots', () => {
    const bot = { 'client-info': { bot: 'generic' }, flags: { 'is-test-mode': true } };
    expect(readOne(notice(event('opened', bot)))).toMatchObject({ bot: true, test: true });
    const apple = readOne(notice(event('opened', { 'client-info': { bot: 'apple' } })));
    expect(apple).not.toHaveProperty('bot');
    expect(apple).not.toHaveProperty('test');
  });

  it('tells events of one id on two days apart', () => {
    const ids = [1772366400, 1772366400 + 86_400].map((timestamp) => readOne(notice(event('opened', { timestamp }))));
    expect(ids).toEqual([
      expect.objectContaining({ id: 'id-opened 2026-03-01' }),
      expect.objectContaining({ id: 'id-opened 2026-03-02' }),
    ]);
  });

  it('finds campaign, asset and person under names of the customer', () => {
    const own = { 'user-variables': { journey: 'j-7', journey_name: 'Welcome', mail_no: 3, customer: 'c-12' } };
    expect(readOne(notice(event('delivered', own)), OWN_MAPPING)).toEqual({
      ...base,
      id: 'id-delivered 2026-03-01',
      kind: 'delivered',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'ada@example.com' },
    });
  });

  it('takes a campaign of Mailgun before a tag, and its template for the asset', () => {
    const more = { campaigns: [{ id: 'c-1', name: 'Spring' }], template: { name: 'welcome' }, 'user-variables': {} };
    expect(readOne(notice(event('delivered', more)))).toMatchObject({
      campaign: { id: 'c-1', name: 'Spring' },
      asset: { id: 'welcome' },
    });
  });

  it('passes over what is no message, and keeps what it does not know', () => {
    const others = ['stored', 'list_member_uploaded', 'list_member_upload_error', 'list_uploaded', 'email_validation'];
    expect(readAll(others.map((type) => notice(event(type))))).toEqual(
      others.map((type) => ({ kind: 'passed-over', type })),
    );
    expect(readOne(notice(event('teleported')))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'event',
      detail: 'teleported',
    });
  });

  it('believes a signed token, that of the parent account too', async () => {
    const json = { 'content-type': 'application/json' };
    const own = JSON.stringify(notice(event('opened')));
    const subaccounts = block(CALLED_AT, 'other');
    const parents = [
      { signature: { ...subaccounts, 'parent-signature': block().signature }, 'event-data': {} },
      { signature: subaccounts, 'parent-signature': block(), 'event-data': {} },
    ];
    const fields = new URLSearchParams([
      ['token', 'my own'],
      ...Object.entries(block()),
      ['event', 'opened'],
    ]).toString();
    await expect(believes(call(own, json))).resolves.toBe(true);
    for (const each of parents) {
      await expect(believes(call(JSON.stringify(each), json))).resolves.toBe(true);
    }
    await expect(believes(call(fields, FORM))).resolves.toBe(true);
  });

  it('refuses forged and old calls', async () => {
    const withBlock = (signature: unknown) => call(JSON.stringify({ signature, 'event-data': event('opened') }));
    const body = JSON.stringify(notice(event('opened')));
    await expectToRefuse({
      'no signature': withBlock(undefined),
      'no object': withBlock('606307bb'),
      'another token': withBlock({ ...block(), token: 'x' }),
      'another time': withBlock({ ...block(), timestamp: String(CALLED_AT / 1000 - 1) }),
      'another key': withBlock(block(CALLED_AT, 'another key')),
      'a forged parent': withBlock({ ...block(CALLED_AT, 'a'), 'parent-signature': block(CALLED_AT, 'b').signature }),
      'too old': withBlock(block(CALLED_AT - 9 * DAY_MS)),
      'from the future': withBlock(block(CALLED_AT + DAY_MS)),
      truncated: call(body.slice(0, -1)),
      'another form': call(new URLSearchParams({ ...block(), token: 'x' }).toString(), FORM),
      'no body': call(''),
      'no text': call(Buffer.from([0xff, 0x00, 0x3d])),
    });
  });

  it('says that a body is neither JSON nor a form', () => {
    expect(() => mailgun.document?.('hello', 'text/plain')).toThrow('unreadable-body');
    expect(mailgun.read(mailgun.document?.('{"event-data": {}}', 'application/json'), DEFAULT_MAPPING)).toHaveLength(1);
  });

  it('bears anything', () => {
    expectToBearAnything(
      [
        'event-data',
        'event',
        'timestamp',
        'id',
        'recipient',
        'message',
        'headers',
        'to',
        'tags',
        'delivery-status',
        'message-headers',
      ],
      [
        'failed',
        'opened',
        'bounced',
        'rejected',
        1772366400,
        1e300,
        'ada@example.com',
        '[["X-Mailgun-Variables", "{}"]]',
      ],
    );
  });
});
