import { DEFAULT_MAPPING } from '@tallysheet/contract';
import { about, CALLED_AT, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { brevo } from './brevo';

const { readAll, readOne, expectToBearAnything } = about(brevo);

describe('brevo, a text message', () => {
  const sms = (status: string, more: object = {}): object => ({
    id: 26519,
    to: '447700900000',
    messageId: 1511882900100020,
    msg_status: status,
    description: '',
    date: '2026-03-01 13:00:00',
    ts_event: 1772366400,
    tag: ['spring', 'b2b'],
    type: 'transactional',
    reference: 'abc',
    contact_id: 8,
    ...more,
  });
  const message = {
    id: HASH,
    at: '2026-03-01T12:00:00.000Z',
    person: { address: '447700900000' },
    channel: 'sms',
    campaign: { id: 'spring' },
    messageId: '1511882900100020',
  };

  it.each([
    ['sent', 'sent'],
    ['accepted', 'sent'],
    ['delivered', 'delivered'],
    ['unsubscribe', 'unsubscribed'],
  ])('that is %s is %s', (status, kind) => {
    expect(readOne(sms(status))).toEqual({ ...message, kind });
  });

  it.each([
    ['hard_bounce', 'no such number', 'hardBounced', 'user-unknown', 'hard'],
    ['hardBounce', 'blocked by the operator', 'hardBounced', 'refused', 'hard'],
    ['soft_bounce', 'handset unreachable', 'softBounced', 'unreachable', 'soft'],
    ['soft_bounce', 'later', 'softBounced', 'not-defined', 'soft'],
    ['rejected', 'no route to this country', 'softBounced', 'unreachable', 'soft'],
    ['rejected', 'no', 'softBounced', 'refused', 'soft'],
    ['blacklisted', 'on your list', 'excluded', 'denylisted-address', 'ignored'],
    ['skip', 'twice', 'excluded', 'excluded-by-rule', 'ignored'],
  ])('with the status %s "%s" is %s: %s', (status, description, kind, code, failureType) => {
    expect(readOne(sms(status, { description }))).toEqual({
      ...message,
      kind,
      reason: { code, text: description, failureType },
    });
  });

  it('that is repeated counts once, and another status or message counts as another event', () => {
    const idOf = (document: object): unknown => (readOne(document) as { id: string }).id;
    const first = idOf(sms('delivered'));
    expect(idOf(sms('delivered'))).toBe(first);
    expect(idOf(sms('sent'))).not.toBe(first);
    expect(idOf(sms('delivered', { messageId: 7 }))).not.toBe(first);
    expect(idOf(sms('delivered', { ts_event: 1772366401 }))).not.toBe(first);
  });

  it("without a time in UTC is dated by its receipt, never by the account's own clock", () => {
    const undated = sms('delivered', { ts_event: undefined });
    const receipt = { receivedAt: CALLED_AT + 5000 };
    expect(readOne(undated, DEFAULT_MAPPING, receipt)).toEqual({
      ...message,
      kind: 'delivered',
      at: '2026-03-01T12:00:05.000Z',
      datedByReceipt: true,
    });
    expect(readOne(undated)).toMatchObject({ kind: 'rejected', code: 'bad-date' });
    const zoned = sms('delivered', { ts_event: undefined, date: '2026-03-01T13:00:00+01:00' });
    expect(readOne(zoned, DEFAULT_MAPPING, receipt)).toEqual({ ...message, kind: 'delivered' });
  });

  it('finds its campaign and so on in the address of its own webhook, also when it is read again', () => {
    const url = 'https://tally.example/hook?journey=j1&mail_no=4&customer=c9';
    const [row] = brevo.read(sms('delivered'), OWN_MAPPING, { receivedAt: CALLED_AT, url });
    const named = { campaign: { id: 'j1' }, asset: { id: '4' }, person: { id: 'c9' } };
    expect(row?.result).toMatchObject({ kind: 'event', event: named });
    expect(readOne(JSON.parse(row?.raw ?? ''), OWN_MAPPING)).toMatchObject(named);
  });

  it('that somebody answered is passed over, and an unknown status is kept', () => {
    expect(readAll([sms('replied', { reply: 'Hi' }), sms('subscribe'), sms('teleported')])).toEqual([
      { kind: 'passed-over', type: 'replied' },
      { kind: 'passed-over', type: 'subscribe' },
      { kind: 'rejected', code: 'unknown-event-type', field: 'msg_status', detail: 'teleported' },
    ]);
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['msg_status', 'to', 'ts_event', 'date', 'tag', 'messageId', 'reference', 'description', 'bounce_type'],
      ['sent', 'hard_bounce', 'rejected', 'reply', 1772366400, '447700900000', '["a"'],
    );
  });
});
