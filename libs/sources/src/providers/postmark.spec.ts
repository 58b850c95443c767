import { about, basic, call, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { postmark } from './postmark';

const KEY = 'hook:p:ss wörd';
const { readOne, believes, expectToRefuse, expectToBearAnything } = about(postmark, KEY);

function record(type: string, more: object): object {
  return {
    RecordType: type,
    MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
    MessageStream: 'broadcast',
    ServerID: 23,
    Tag: 'spring',
    Metadata: { email_id: 'mail-1' },
    ...more,
  };
}

function bounce(type: string, more: object = {}): object {
  return record('Bounce', {
    ID: 692560173,
    Type: type,
    TypeCode: 1,
    Email: 'ada@example.com',
    BouncedAt: '2026-03-01T07:00:00.1234567-05:00',
    Description: 'The server was unable to deliver your message.',
    Details: 'no',
    ...more,
  });
}

const recipient = { Recipient: 'ada@example.com' };

const base = {
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'mail-1' },
  messageId: '883953f4-6105-42a2-a16a-77a8eac79483',
};
const bounceBase = { ...base, id: '692560173', at: '2026-03-01T12:00:00.123Z' };

describe('postmark', () => {
  it('reads a delivery', () => {
    const delivery = record('Delivery', { ...recipient, DeliveredAt: '2026-03-01T12:00:00Z', Details: '250 OK' });
    expect(readOne(delivery)).toEqual({ ...base, id: HASH, kind: 'delivered' });
  });

  it('reads an open and a click with who and what', () => {
    const client = {
      ...recipient,
      ReceivedAt: '2026-03-01T12:00:00Z',
      UserAgent: 'Mozilla/5.0',
      Platform: 'Desktop',
      Geo: { IP: '203.0.113.9', Country: 'Serbia' },
    };
    const agent = { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' };
    expect(readOne(record('Open', { ...client, FirstOpen: true }))).toEqual({
      ...base,
      id: HASH,
      kind: 'opened',
      agent,
    });
    const click = record('Click', { ...client, OriginalLink: 'https://shop.example/a', ClickLocation: 'HTML' });
    expect(readOne(click)).toEqual({
      ...base,
      id: HASH,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent,
    });
  });

  it('tells clicks on two links apart, and knows a repeated one', () => {
    const [first, again, other] = ['a', 'a', 'b'].map((path) => {
      const click = { ...recipient, ReceivedAt: '2026-03-01T12:00:00Z', OriginalLink: `https://shop.example/${path}` };
      return (readOne(record('Click', click)) as { id: string }).id;
    });
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ['HardBounce', 'no', 'hardBounced', 'user-unknown', 'hard'],
    ['HardBounce', 'smtp;550 5.4.4 no such host', 'hardBounced', 'invalid-domain', 'hard'],
    ['SoftBounce', 'smtp;452 4.2.2 over quota', 'softBounced', 'mailbox-full', 'soft'],
    ['SoftBounce', 'no', 'softBounced', 'not-defined', 'soft'],
    ['Transient', 'no', 'deferred', 'not-defined', 'soft'],
    ['DnsError', 'no', 'deferred', 'unreachable', 'soft'],
    ['Blocked', 'no', 'softBounced', 'refused', 'soft'],
    ['SpamNotification', 'no', 'softBounced', 'refused', 'soft'],
    ['VirusNotification', 'no', 'softBounced', 'refused', 'soft'],
    ['DMARCPolicy', 'no', 'softBounced', 'refused', 'soft'],
    ['Unknown', 'no', 'softBounced', 'not-defined', 'undefined'],
    ['BadEmailAddress', 'no', 'excluded', 'bad-quality-address', 'ignored'],
    ['Unconfirmed', 'no', 'excluded', 'unqualified-address', 'ignored'],
    ['SMTPApiError', 'blocked', 'excluded', 'excluded-by-rule', 'ignored'],
    ['TemplateRenderingFailed', 'no', 'excluded', 'excluded-by-rule', 'ignored'],
  ])('reads a bounce of type %s "%s" as %s: %s', (type, Details, kind, code, failureType) => {
    expect(readOne(bounce(type, { Details }))).toEqual({
      ...bounceBase,
      kind,
      reason: { code, text: Details, failureType },
    });
  });

  it.each([
    ['Unsubscribe', 'unsubscribed'],
    ['SpamComplaint', 'complained'],
  ])('reads a bounce of type %s as %s', (type, kind) => {
    expect(readOne(bounce(type))).toEqual({ ...bounceBase, kind });
  });

  it('reads a complaint', () => {
    const complaint = { ...bounce('SpamComplaint'), RecordType: 'SpamComplaint' };
    expect(readOne(complaint)).toEqual({ ...bounceBase, kind: 'complained' });
  });

  it('makes an id of its own when the number is too large to be exact', () => {
    expect(readOne(bounce('HardBounce', { ID: 4323372036854775807 }))).toMatchObject({ id: HASH });
  });

  it.each([
    ['Subscribe'],
    ['AutoResponder'],
    ['AddressChange'],
    ['OpenRelayTest'],
    ['ChallengeVerification'],
    ['ManuallyDeactivated'],
    ['InboundError'],
  ])('passes over a bounce of type %s, which says nothing of the delivery', (type) => {
    expect(readOne(bounce(type))).toEqual({ kind: 'passed-over', type });
  });

  it('reads an unsubscribe by the person', () => {
    const change = { ...recipient, ChangedAt: '2026-03-01T12:00:00Z', SuppressSending: true, Origin: 'Recipient' };
    const document = record('SubscriptionChange', { ...change, SuppressionReason: 'ManualSuppression' });
    expect(readOne(document)).toEqual({ ...base, id: HASH, kind: 'unsubscribed' });
  });

  it.each([
    ['a subscription', { SuppressSending: false, SuppressionReason: 'ManualSuppression', Origin: 'Recipient' }],
    ['what follows a bounce', { SuppressSending: true, SuppressionReason: 'HardBounce', Origin: 'Recipient' }],
    ['what follows a complaint', { SuppressSending: true, SuppressionReason: 'SpamComplaint', Origin: 'Recipient' }],
    ['what the customer did', { SuppressSending: true, SuppressionReason: 'ManualSuppression', Origin: 'Customer' }],
  ])('passes over %s', (_, change) => {
    const document = record('SubscriptionChange', { ...recipient, ...change, ChangedAt: '2026-03-01T12:00:00Z' });
    expect(readOne(document)).toEqual({ kind: 'passed-over', type: 'SubscriptionChange' });
  });

  it('finds campaign, asset and person under names of the customer', () => {
    const Metadata = { journey: 'j-7', journey_name: 'Welcome', mail_no: '3', customer: 'c-12' };
    const delivery = record('Delivery', { ...recipient, DeliveredAt: '2026-03-01T12:00:00Z', Metadata });
    expect(readOne(delivery, OWN_MAPPING)).toEqual({
      ...base,
      id: HASH,
      kind: 'delivered',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'ada@example.com' },
    });
  });

  it('keeps what it does not know, passes over incoming mail and rejects a time without zone', () => {
    expect(readOne(record('Teleport', {}))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'RecordType',
      detail: 'Teleport',
    });
    expect(readOne(bounce('Teleport'))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'Type',
      detail: 'Teleport',
    });
    expect(readOne(record('Inbound', {}))).toEqual({ kind: 'passed-over', type: 'Inbound' });
    expect(readOne(bounce('HardBounce', { BouncedAt: '2026-03-01T12:00:00' }))).toEqual({
      kind: 'rejected',
      code: 'bad-date',
      field: 'timestamp',
      detail: '2026-03-01T12:00:00',
    });
  });

  it('believes user and password only', async () => {
    await expect(believes(call('{}', basic(KEY)))).resolves.toBe(true);
    await expectToRefuse({
      'no header': call('{}'),
      'another password': call('{}', basic('hook:other')),
      'another user': call('{}', basic('mook:p:ss wörd')),
      longer: call('{}', basic(`${KEY}x`)),
      'not encoded': call('{}', { authorization: `Basic ${KEY}` }),
      'another scheme': call('{}', { authorization: `Bearer ${KEY}` }),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['RecordType', 'Type', 'ID', 'Recipient', 'Email', 'BouncedAt', 'ReceivedAt', 'Metadata', 'Tag', 'Geo', 'IP'],
      ['Bounce', 'HardBounce', 'Click', 'SubscriptionChange', '2026-03-01T12:00:00Z', 'ada@example.com'],
    );
  });
});
