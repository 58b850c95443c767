import { createHash, createHmac } from 'node:crypto';
import { about, call, CALLED_AT, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { twilio } from './twilio';
import { DEFAULT_MAPPING } from '@tallysheet/contract';

const URL = 'https://tally.example/api/webhooks/twilio/k1?campaign=spring&asset=sms-7';
const TOKEN = 'auth token 1';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(twilio, TOKEN);
const FORM = 'application/x-www-form-urlencoded';
const RECEIPT = { receivedAt: CALLED_AT, url: URL };

const callback = {
  AccountSid: 'AC1',
  ApiVersion: '2010-04-01',
  From: '+15550001111',
  MessageSid: 'SM1',
  MessagingServiceSid: 'MG1',
  SmsSid: 'SM1',
  To: '+15552223333',
};

function status(MessageStatus: string, more: object = {}): Record<string, string> {
  return { ...callback, MessageStatus, SmsStatus: MessageStatus, ...more };
}

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: '+15552223333' },
  channel: 'sms',
  campaign: { id: 'spring' },
  asset: { id: 'sms-7' },
  messageId: 'SM1',
  datedByReceipt: true,
};

function read(document: unknown, receipt: { receivedAt: number; url?: string } = RECEIPT): unknown {
  return readOne(document, DEFAULT_MAPPING, receipt);
}

/** As Twilio describes it: the address, then each field's name and value in the order of names. */
function sign(fields: Record<string, string>, url = URL, token = TOKEN): Record<string, string> {
  const text = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join('');
  return {
    'x-twilio-signature': createHmac('sha1', token)
      .update(url + text)
      .digest('base64'),
  };
}

function form(fields: Record<string, string>): string {
  return new URLSearchParams(fields).toString();
}

describe('twilio', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'opened'],
  ])('reads %s as %s, at the time of the call', (from, kind) => {
    expect(read(status(from))).toEqual({ ...base, kind });
  });

  it.each(['accepted', 'scheduled', 'queued', 'sending', 'receiving', 'received'])('passes over %s', (type) => {
    expect(read(status(type))).toEqual({ kind: 'passed-over', type });
  });

  it.each([
    ['undelivered', '30003', 'softBounced', 'unreachable', 'soft'],
    ['undelivered', '30005', 'hardBounced', 'user-unknown', 'hard'],
    ['undelivered', '30006', 'hardBounced', 'unreachable', 'hard'],
    ['undelivered', '30007', 'softBounced', 'refused', 'soft'],
    ['undelivered', '30008', 'softBounced', 'not-defined', 'soft'],
    ['failed', '30001', 'softBounced', 'refused', 'soft'],
    ['failed', '21610', 'excluded', 'denylisted-address', 'ignored'],
    ['failed', '21635', 'excluded', 'bad-quality-address', 'ignored'],
    ['failed', '63003', 'hardBounced', 'user-unknown', 'hard'],
    ['undelivered', '63014', 'hardBounced', 'refused', 'hard'],
    ['failed', '63024', 'hardBounced', 'user-unknown', 'hard'],
    ['undelivered', '30036', 'softBounced', 'unreachable', 'soft'],
    ['undelivered', '30410', 'softBounced', 'unreachable', 'soft'],
    ['undelivered', '30024', 'softBounced', 'refused', 'soft'],
    ['failed', '30042', 'softBounced', 'refused', 'soft'],
    ['failed', '63021', 'softBounced', 'refused', 'soft'],
    ['failed', '30014', 'excluded', 'bad-quality-address', 'ignored'],
    ['failed', '21614', 'excluded', 'bad-quality-address', 'ignored'],
    ['failed', '21408', 'excluded', 'excluded-by-rule', 'ignored'],
    ['failed', '99999', 'softBounced', 'not-defined', 'soft'],
  ])('reads %s with error %s as %s: %s (%s)', (from, ErrorCode, kind, code, failureType) => {
    expect(read(status(from, { ErrorCode }))).toEqual({
      ...base,
      kind,
      reason: { code, text: ErrorCode, failureType },
    });
  });

  it('reads a failure without an error, and a message that was called off', () => {
    expect(read(status('failed'))).toEqual({
      ...base,
      kind: 'softBounced',
      reason: { code: 'not-defined', failureType: 'soft' },
    });
    expect(read(status('canceled'))).toEqual({
      ...base,
      kind: 'excluded',
      reason: { code: 'excluded-by-rule', failureType: 'ignored' },
    });
  });

  it('reads STOP from the person who wrote it as unsubscribed, START and HELP not', () => {
    const reply = { MessageSid: 'SM9', SmsStatus: 'received', From: '+15552223333', To: '+15550001111', Body: 'stop' };
    expect(read({ ...reply, OptOutType: 'STOP' })).toEqual({ ...base, kind: 'unsubscribed', messageId: 'SM9' });
    expect(read({ ...reply, OptOutType: 'START' })).toEqual({ kind: 'passed-over', type: 'received' });
    expect(read({ ...reply, OptOutType: 'HELP' })).toEqual({ kind: 'passed-over', type: 'received' });
  });

  it('rejects a status that it does not know', () => {
    expect(read(status('beamed'))).toEqual({
      kind: 'rejected',
      code: 'unknown-event-type',
      field: 'MessageStatus',
      detail: 'beamed',
    });
  });

  it('finds campaign and so on in the address that was called, else among the fields', () => {
    const url = 'https://tally.example/hook?journey=j1&journey_name=Spring%20sale&mail_no=4&customer=c9';
    expect(readOne(status('sent'), OWN_MAPPING, { receivedAt: CALLED_AT, url })).toMatchObject({
      campaign: { id: 'j1', name: 'Spring sale' },
      asset: { id: '4' },
      person: { id: 'c9' },
    });
    const byService = { ...DEFAULT_MAPPING, campaign: ['MessagingServiceSid'] };
    expect(readOne(status('sent'), byService, RECEIPT)).toMatchObject({ campaign: { id: 'MG1' } });
  });

  it('does not let the address say who it was or what happened', () => {
    const url = `${URL}&To=%2B1999&MessageStatus=delivered`;
    expect(read(status('sent'), { receivedAt: CALLED_AT, url })).toMatchObject({
      kind: 'sent',
      person: { address: '+15552223333' },
    });
  });

  it('keeps what the address says in the text of the notice, so that it can be read again', () => {
    const [row] = twilio.read(status('sent'), DEFAULT_MAPPING, RECEIPT);
    expect(readOne(JSON.parse(row?.raw ?? ''), DEFAULT_MAPPING, { receivedAt: CALLED_AT })).toEqual({
      ...base,
      kind: 'sent',
    });
  });

  it('uses the carrier’s clock only where no receipt is known, and rejects what has neither', () => {
    const delivered = status('delivered', { RawDlrDoneDate: '2602281959' });
    expect(read(delivered)).toMatchObject({ at: '2026-03-01T12:00:00.000Z' });
    expect(readOne(delivered)).toMatchObject({ at: '2026-02-28T19:59:00.000Z' });
    expect(readOne(status('delivered'))).toMatchObject({ kind: 'rejected', code: 'bad-date' });
    expect(readOne(status('delivered', { RawDlrDoneDate: '2613281959' }))).toMatchObject({ code: 'bad-date' });
  });

  it('gives a call that is made again the same id, whenever it comes', () => {
    const ids = [CALLED_AT, CALLED_AT, CALLED_AT + 1000].map((receivedAt) => {
      const [reading] = readAll(status('delivered'), DEFAULT_MAPPING, { receivedAt });
      return reading?.kind === 'event' && reading.event.id;
    });
    expect(new Set(ids).size).toBe(1);
    const [other] = readAll(status('sent'), DEFAULT_MAPPING, { receivedAt: CALLED_AT });
    expect(other?.kind === 'event' && other.event.id).not.toBe(ids[0]);
  });

  it('reads a posted form', () => {
    expect(read(twilio.document?.(form(status('sent')), `${FORM}; charset=UTF-8`))).toEqual({ ...base, kind: 'sent' });
  });

  it('believes what is signed over address and fields, with and without the port', async () => {
    const fields = status('sent', { Body: 'Grüße & mehr' });
    await expect(believes(call(form(fields), sign(fields), URL))).resolves.toBe(true);
    const withPort = URL.replace('tally.example', 'tally.example:443');
    await expect(believes(call(form(fields), sign(fields, withPort), URL))).resolves.toBe(true);
    await expect(believes(call(form(fields), sign(fields, URL), withPort))).resolves.toBe(true);
  });

  it('agrees with the example in Twilio’s documentation', async () => {
    const fields = {
      Digits: '1234',
      To: '+18005551212',
      From: '+14158675309',
      Caller: '+14158675309',
      CallSid: 'CA1234567890ABCDE',
    };
    const example = call(
      form(fields),
      { 'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=' },
      'https://mycompany.com/myapp.php?foo=1&bar=2',
    );
    await expect(believes(example, '12345')).resolves.toBe(true);
  });

  it('believes a JSON body by its hash in the signed address', async () => {
    const body = JSON.stringify(status('sent'));
    const url = `${URL}&bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
    await expect(believes(call(body, sign({}, url), url))).resolves.toBe(true);
    await expectToRefuse({
      'another body': call(body.replace('sent', 'read'), sign({}, url), url),
      'another address': call(body, sign({}, URL), url),
    });
  });

  it('refuses forged calls', async () => {
    const fields = status('sent');
    const body = form(fields);
    await expectToRefuse({
      'no signature': call(body, {}, URL),
      'another body': call(form(status('read')), sign(fields), URL),
      'one field more': call(`${body}&OptOutType=STOP`, sign(fields), URL),
      truncated: call(body.slice(0, -3), sign(fields), URL),
      'another address': call(body, sign(fields), URL.replace('spring', 'autumn')),
      'another key': call(body, sign(fields, URL, 'auth token 2'), URL),
      'no address': call(body, sign(fields), ''),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['MessageStatus', 'SmsStatus', 'To', 'From', 'ErrorCode', 'MessageSid', 'OptOutType'],
      ['failed', 'sent', 'STOP', '21610', '+15552223333'],
    );
  });
});
