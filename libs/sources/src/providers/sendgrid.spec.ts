import { generateKeyPairSync, sign } from 'node:crypto';
import { about, call, CALLED_AT, DAY_MS, OWN_MAPPING } from '../fixtures/webhooks';
import { sendgrid } from './sendgrid';

const KEYS = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const KEY = KEYS.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(sendgrid, KEY);

function event(type: string, more: object = {}): object {
  return {
    email: 'ada@example.com',
    timestamp: 1772366400,
    event: type,
    'smtp-id': '<14c5d75ce93.dfd.64b469@ismtpd-555>',
    category: ['spring', 'b2b'],
    sg_event_id: `id-of-${type}`,
    sg_message_id: 'LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0',
    template_id: 'tpl-1',
    ...more,
  };
}

const base = {
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'tpl-1' },
  messageId: 'LRzXl_NHStOGhQ4kofSm_A',
};

function signed(body: string, at = CALLED_AT, privateKey = KEYS.privateKey): Record<string, string> {
  const timestamp = String(at / 1000);
  return {
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(timestamp + body), privateKey).toString(
      'base64',
    ),
  };
}

describe('sendgrid', () => {
  it.each([
    ['processed', 'sent'],
    ['delivered', 'delivered'],
    ['spamreport', 'complained'],
    ['unsubscribe', 'unsubscribed'],
    ['group_unsubscribe', 'unsubscribed'],
  ])('reads %s as %s', (type, kind) => {
    expect(readOne(event(type))).toEqual({ ...base, id: `id-of-${type}`, kind });
  });

  it('reads an open and a click with who and what', () => {
    const client = { useragent: 'Mozilla/5.0', ip: '203.0.113.9' };
    const agent = { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' };
    const open = { ...client, sg_machine_open: false, sg_content_type: 'html' };
    expect(readOne(event('open', open))).toEqual({ ...base, id: 'id-of-open', kind: 'opened', agent });
    const click = { ...client, url: 'https://shop.example/a', url_offset: { index: 0, type: 'html' } };
    expect(readOne(event('click', click))).toEqual({
      ...base,
      id: 'id-of-click',
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent,
    });
  });

  it.each([
    ['bounce', '5.1.1', 'unknown user', undefined, 'hardBounced', 'user-unknown', 'hard'],
    ['bounce', '5.2.1', 'mailbox disabled', undefined, 'hardBounced', 'account-disabled', 'hard'],
    ['bounce', '5.0.0', 'no', 'Mailbox Unavailable', 'hardBounced', 'account-disabled', 'hard'],
    ['bounce', '5.0.0', 'no', undefined, 'hardBounced', 'user-unknown', 'hard'],
    ['blocked', '5.0.0', 'no', 'Technical Failure', 'softBounced', 'unreachable', 'soft'],
    ['blocked', '5.0.0', 'no', 'Unclassified', 'softBounced', 'refused', 'soft'],
  ])(
    'reads a bounce of type %s, %s "%s" (%s) as %s: %s',
    (type, status, reason, bounceClass, kind, code, failureType) => {
      const more = { type, status, reason, bounce_classification: bounceClass };
      expect(readOne(event('bounce', more))).toEqual({
        ...base,
        id: 'id-of-bounce',
        kind,
        reason: { code, text: reason, failureType },
      });
    },
  );

  it('reads a message that waits', () => {
    expect(readOne(event('deferred', { response: '400 try again later', attempt: '5' }))).toEqual({
      ...base,
      id: 'id-of-deferred',
      kind: 'deferred',
      reason: { code: 'not-defined', text: '400 try again later', failureType: 'soft' },
    });
  });

  it.each([
    ['Bounced Address', 'quarantined-address'],
    ['Unsubscribed Address', 'denylisted-address'],
    ['Spam Reporting Address', 'denylisted-address'],
    ['Invalid', 'bad-quality-address'],
    ['Invalid SMTPAPI header', 'excluded-by-rule'],
    ['Spam Content (if Spam Checker app enabled)', 'excluded-by-rule'],
    ['Recipient List over Package Quota', 'excluded-by-rule'],
  ])('reads what was dropped for "%s" as excluded: %s', (reason, code) => {
    expect(readOne(event('dropped', { reason }))).toEqual({
      ...base,
      id: 'id-of-dropped',
      kind: 'excluded',
      reason: { code, text: reason, failureType: 'ignored' },
    });
  });

  it('reads every event of a list, and gives each its own part of the body', () => {
    const rows = sendgrid.read([event('processed'), event('nonsense'), event('delivered')], OWN_MAPPING);
    expect(rows.map(({ result }) => result.kind)).toEqual(['event', 'rejected', 'event']);
    expect(rows.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual([
      event('processed'),
      event('nonsense'),
      event('delivered'),
    ]);
  });

  it('finds campaign, asset and person under names of the customer', () => {
    const own = { journey: 'j-7', journey_name: 'Welcome', mail_no: 3, customer: 'c-12' };
    expect(readOne(event('processed', own), OWN_MAPPING)).toEqual({
      ...base,
      id: 'id-of-processed',
      kind: 'sent',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'ada@example.com' },
    });
  });

  it('takes a single send for the campaign, and a category that is one text', () => {
    const single = {
      singlesend_id: 's-1',
      singlesend_name: 'March news',
      template_id: undefined,
      sg_template_id: 'd-9',
    };
    expect(readOne(event('processed', single))).toMatchObject({
      campaign: { id: 's-1', name: 'March news' },
      asset: { id: 'd-9' },
    });
    expect(readOne(event('processed', { category: 'cat facts' }))).toMatchObject({
      campaign: { id: 'cat facts' },
    });
  });

  it('passes over what is no message, and keeps what it does not know', () => {
    expect(readAll([event('group_resubscribe'), event('account_status_change')])).toEqual([
      { kind: 'passed-over', type: 'group_resubscribe' },
      { kind: 'passed-over', type: 'account_status_change' },
    ]);
    expect(readOne(event('teleported'))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'event',
      detail: 'teleported',
    });
    expect(readOne(event('open', { timestamp: 'noon' }))).toEqual({
      kind: 'rejected',
      code: 'bad-date',
      field: 'timestamp',
      detail: 'noon',
    });
  });

  it('believes what is signed over time and body, by the key in either form', async () => {
    const body = `${JSON.stringify([event('open')])}\r\n`;
    const pem = KEYS.publicKey.export({ format: 'pem', type: 'spki' }).toString();
    await expect(believes(call(body, signed(body)))).resolves.toBe(true);
    await expect(believes(call(body, signed(body)), pem)).resolves.toBe(true);
    const lastWeek = signed(body, CALLED_AT - 7 * DAY_MS);
    await expect(believes(call(body, lastWeek))).resolves.toBe(true);
  });

  it('refuses forged and old calls, and a key that is none', async () => {
    const body = `${JSON.stringify([event('open')])}\r\n`;
    const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
    await expectToRefuse({
      'no signature': call(body),
      'another body': call(body.replace('ada', 'eve'), signed(body)),
      truncated: call(body.slice(0, -1), signed(body)),
      'written anew': call(JSON.stringify(JSON.parse(body)), signed(body)),
      'another time': call(body, {
        ...signed(body),
        'x-twilio-email-event-webhook-timestamp': String(CALLED_AT / 1000 - 1),
      }),
      'another key': call(body, signed(body, CALLED_AT, stranger)),
      'too old': call(body, signed(body, CALLED_AT - 9 * DAY_MS)),
      'from the future': call(body, signed(body, CALLED_AT + DAY_MS)),
      'no base64': call(body, { ...signed(body), 'x-twilio-email-event-webhook-signature': '%%%' }),
    });
    await expectToRefuse({ signed: call(body, signed(body)) }, 'no key');
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['event', 'email', 'timestamp', 'category', 'sg_event_id', 'reason', 'type', 'url', 'template_id', 'useragent'],
      ['bounce', 'dropped', 'click', 1772366400, 1e300, 'ada@example.com'],
    );
  });
});
