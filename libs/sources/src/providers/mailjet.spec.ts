import { about, basic, call, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { mailjet } from './mailjet';

const KEY = 'hook:secret';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(mailjet, KEY);

function event(type: string, more: object = {}): object {
  return {
    event: type,
    time: 1772366400,
    MessageID: 19421777835146490,
    Message_GUID: '1ab23cd4-e567-8901-2345-6789f0ab1c2d',
    email: 'ada@example.com',
    mj_campaign_id: 7257,
    mj_contact_id: 4,
    customcampaign: 'spring',
    CustomID: 'helloworld',
    Payload: '{"email_id": "mail-1"}',
    ...more,
  };
}

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'ada@example.com' },
  channel: 'email',
  campaign: { id: 'spring' },
  asset: { id: 'mail-1' },
  messageId: '1ab23cd4-e567-8901-2345-6789f0ab1c2d',
};

describe('mailjet', () => {
  it.each([
    ['sent', { smtp_reply: 'sent (250 2.0.0 OK)' }, 'delivered'],
    ['spam', { source: 'JMRPP' }, 'complained'],
  ])('reads %s as %j: %s', (type, more, kind) => {
    expect(readOne(event(type, more))).toEqual({ ...base, kind });
  });

  it('reads an open, a click and an unsubscribe with who and what', () => {
    const client = { ip: '203.0.113.9', geo: 'FR', agent: 'Mozilla/5.0' };
    const agent = { userAgent: 'Mozilla/5.0', ip: '203.0.113.9' };
    expect(readOne(event('open', client))).toEqual({ ...base, kind: 'opened', agent });
    expect(readOne(event('unsub', { ...client, mj_list_id: 1 }))).toEqual({
      ...base,
      kind: 'unsubscribed',
      agent,
    });
    expect(readOne(event('click', { ...client, url: 'https://shop.example/a' }))).toEqual({
      ...base,
      kind: 'clicked',
      link: { url: 'https://shop.example/a' },
      agent,
    });
  });

  it.each([
    [true, 'user unknown', undefined, 'hardBounced', 'user-unknown', 'hard'],
    [true, 'mailbox inactive', undefined, 'hardBounced', 'account-disabled', 'hard'],
    [true, 'something new', undefined, 'hardBounced', 'user-unknown', 'hard'],
    [false, 'quota exceeded', undefined, 'softBounced', 'mailbox-full', 'soft'],
    [true, 'invalid domain', undefined, 'hardBounced', 'invalid-domain', 'hard'],
    [false, 'no mail host', undefined, 'softBounced', 'unreachable', 'soft'],
    [false, 'relay/access denied', undefined, 'softBounced', 'refused', 'soft'],
    [false, 'greylisted', undefined, 'deferred', 'refused', 'soft'],
    [true, 'greylisted', undefined, 'hardBounced', 'refused', 'hard'],
    [false, 'sender blocked', undefined, 'softBounced', 'refused', 'soft'],
    [false, 'content blocked', undefined, 'softBounced', 'refused', 'soft'],
    [false, 'policy issue', undefined, 'softBounced', 'refused', 'soft'],
    [false, 'connection issue', undefined, 'softBounced', 'unreachable', 'soft'],
    [false, 'system issue', undefined, 'softBounced', 'not-defined', 'soft'],
    [false, 'protocol issue', '452 4.2.2 full', 'softBounced', 'mailbox-full', 'soft'],
  ])('reads a bounce (hard: %s) of "%s", "%s", as %s: %s', (hard, error, comment, kind, code, failureType) => {
    const more = { blocked: false, hard_bounce: hard, error_related_to: 'domain', error, comment };
    expect(readOne(event('bounce', more))).toEqual({
      ...base,
      kind,
      reason: { code, text: comment ?? error, failureType },
    });
  });

  it('takes the reason from what the error is related to when there is no other', () => {
    const more = { hard_bounce: false, error_related_to: 'policy issue', error: '', comment: '421 later' };
    expect(readOne(event('bounce', more))).toMatchObject({
      kind: 'softBounced',
      reason: { code: 'refused', text: '421 later' },
    });
  });

  it.each([
    ['preblocked', 'quarantined-address'],
    ['user unknown', 'quarantined-address'],
    ['duplicate in campaign', 'duplicate'],
    ['blacklisted', 'denylisted-address'],
    ['spam reporter', 'denylisted-address'],
    ['typofix', 'bad-quality-address'],
    ['content blocked', 'excluded-by-rule'],
  ])('reads what was blocked for "%s" as excluded: %s', (error, code) => {
    expect(readOne(event('blocked', { error_related_to: 'mailjet', error }))).toEqual({
      ...base,
      kind: 'excluded',
      reason: { code, text: error, failureType: 'ignored' },
    });
  });

  it('reads a list, and gives each event its own part of the body', () => {
    const rows = mailjet.read([event('sent'), event('nonsense'), event('open')], OWN_MAPPING);
    expect(rows.map(({ result }) => result.kind)).toEqual(['event', 'rejected', 'event']);
    expect(rows.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual([
      event('sent'),
      event('nonsense'),
      event('open'),
    ]);
  });

  it('finds campaign, asset and person under names of the customer', () => {
    const Payload = '{"journey": "j-7", "journey_name": "Welcome", "mail_no": 3, "customer": "c-12"}';
    expect(readOne(event('sent', { Payload }), OWN_MAPPING)).toEqual({
      ...base,
      kind: 'delivered',
      campaign: { id: 'j-7', name: 'Welcome' },
      asset: { id: '3' },
      person: { id: 'c-12', address: 'ada@example.com' },
    });
    const byCustomId = { ...OWN_MAPPING, campaign: ['CustomID'], asset: ['Payload'] };
    expect(readOne(event('sent', { Payload: 'welcome mail' }), byCustomId)).toMatchObject({
      campaign: { id: 'helloworld' },
      asset: { id: 'welcome mail' },
    });
  });

  it("takes Mailjet's own campaign when the customer names none, but not number 0", () => {
    expect(readOne(event('sent', { customcampaign: '' }))).toMatchObject({ campaign: { id: '7257' } });
    const none = readOne(event('sent', { customcampaign: '', mj_campaign_id: 0 }));
    expect(none).not.toHaveProperty('campaign');
    expect(none).toMatchObject({ asset: { id: 'mail-1' } });
  });

  it('knows an event that comes again, and the message from older notices', () => {
    const [first, again, later] = [0, 0, 1].map((seconds) => readOne(event('open', { time: 1772366400 + seconds })));
    expect(again).toEqual(first);
    expect((later as { id: string }).id).not.toBe((first as { id: string }).id);
    const older = event('sent', { Message_GUID: undefined, mj_message_id: '19421777835146491' });
    expect(readOne(older)).toMatchObject({ messageId: '19421777835146491' });
  });

  it('keeps what it does not know', () => {
    const unknown = { kind: 'rejected', code: 'unknown-event-type', field: 'event' };
    expect(readAll([event('teleported'), 'text', null])).toEqual([
      { ...unknown, detail: 'teleported' },
      { ...unknown, detail: '' },
      { ...unknown, detail: '' },
    ]);
  });

  it('believes user and password only', async () => {
    await expect(believes(call('[]', basic(KEY)))).resolves.toBe(true);
    await expectToRefuse({
      'no header': call('[]'),
      'another password': call('[]', basic('hook:Secret')),
      'another scheme': call('[]', { authorization: `Bearer ${KEY}` }),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      [
        'event',
        'time',
        'email',
        'error',
        'hard_bounce',
        'Payload',
        'customcampaign',
        'mj_campaign_id',
        'url',
        'MessageID',
      ],
      ['bounce', 'blocked', 'click', 1772366400, 1e300, 'ada@example.com', '{"email_id": []}', true],
    );
  });
});
