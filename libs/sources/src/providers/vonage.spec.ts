import { createHash, createHmac } from 'node:crypto';
import { DEFAULT_MAPPING } from '@tallysheet/contract';
import { about, call, CALLED_AT, DAY_MS, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { vonage } from './vonage';

const URL = 'https://tally.example/api/webhooks/vonage/k1?campaign=spring&asset=sms-7';
const KEY = 'signature secret 1';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(vonage, KEY);
const RECEIPT = { receivedAt: CALLED_AT + 5000, url: URL };

const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: '447700900000' },
  channel: 'sms',
  campaign: { id: 'spring' },
  asset: { id: 'sms-7' },
  messageId: 'M1',
};

/** A delivery receipt of the SMS API. */
function receipt(status: string, errCode = '0', more: Record<string, string> = {}): Record<string, string> {
  return {
    msisdn: '447700900000',
    to: 'SHOP',
    'network-code': '23410',
    messageId: 'M1',
    price: '0.0333',
    status,
    scts: '2603011300',
    'err-code': errCode,
    'message-timestamp': '2026-03-01 12:00:00',
    ...more,
  };
}

/** A status of the Messages API. */
function message(status: string, more: object = {}): object {
  return {
    message_uuid: 'M1',
    to: '447700900000',
    from: '447700900001',
    timestamp: '2026-03-01T12:00:00.000Z',
    status,
    channel: 'sms',
    ...more,
  };
}

function read(document: unknown): unknown {
  return readOne(document, DEFAULT_MAPPING, RECEIPT);
}

type Made = 'md5hash' | 'md5' | 'sha1' | 'sha256' | 'sha512';

/** As Vonage describes it: `&name=value` in the order of names, `&` and `=` in values replaced. */
function withSig(
  fields: Record<string, string>,
  algorithm: Made,
  seconds = CALLED_AT / 1000,
  key = KEY,
): Record<string, string> {
  const all: Record<string, string> = { ...fields, timestamp: String(seconds) };
  const text = Object.keys(all)
    .sort()
    .map((name) => `&${name}=${(all[name] ?? '').replaceAll('&', '_').replaceAll('=', '_')}`)
    .join('');
  const sig =
    algorithm === 'md5hash'
      ? createHash('md5')
          .update(text + key)
          .digest('hex')
      : createHmac(algorithm, key).update(text).digest('hex').toUpperCase();
  return { ...all, sig };
}

function token(
  body: string,
  claims: object = {},
  header: object = { alg: 'HS256', typ: 'JWT' },
  key = KEY,
): Record<string, string> {
  const payload_hash = createHash('sha256').update(body).digest('hex');
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part({ iat: CALLED_AT / 1000, iss: 'Vonage', payload_hash, ...claims })}`;
  return {
    authorization: `Bearer ${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`,
    'content-type': 'application/json',
  };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

describe('vonage, delivery receipts of the SMS API', () => {
  it.each([
    ['accepted', 'sent'],
    ['delivered', 'delivered'],
  ])('reads %s as %s', (status, kind) => {
    expect(read(receipt(status))).toEqual({ ...base, kind });
  });

  it.each([
    ['buffered', '2', 'deferred', 'unreachable', 'soft'],
    ['expired', '1', 'softBounced', 'unreachable', 'soft'],
    ['failed', '2', 'softBounced', 'unreachable', 'soft'],
    ['failed', '3', 'hardBounced', 'user-unknown', 'hard'],
    ['failed', '9', 'excluded', 'denylisted-address', 'ignored'],
    ['rejected', '6', 'softBounced', 'refused', 'soft'],
    ['rejected', '4', 'hardBounced', 'refused', 'hard'],
    ['failed', '1', 'softBounced', 'not-defined', 'soft'],
    ['failed', '5', 'softBounced', 'unreachable', 'soft'],
    ['failed', '7', 'softBounced', 'unreachable', 'soft'],
    ['rejected', '10', 'softBounced', 'refused', 'soft'],
    ['failed', '11', 'softBounced', 'unreachable', 'soft'],
    ['failed', '15', 'softBounced', 'refused', 'soft'],
    ['failed', '99', 'softBounced', 'not-defined', 'soft'],
  ])('reads %s with err-code %s as %s: %s (%s)', (status, errCode, kind, code, failureType) => {
    expect(read(receipt(status, errCode))).toEqual({
      ...base,
      kind,
      reason: { code, text: `err-code ${errCode}`, failureType },
    });
  });

  it('passes over an unknown fate and incoming messages, and rejects a status that it does not know', () => {
    expect(readAll([receipt('unknown'), { msisdn: '1', text: 'hi', keyword: 'HI' }, receipt('teleported')])).toEqual([
      { kind: 'passed-over', type: 'unknown' },
      { kind: 'passed-over', type: 'inbound' },
      { kind: 'rejected', code: 'unknown-event-type', field: 'status', detail: 'teleported' },
    ]);
  });

  it('reads a time with a zone, and one that is called with the fields in its address', () => {
    expect(read(receipt('delivered', '0', { 'message-timestamp': '2026-03-01 13:00:00 +0100' }))).toMatchObject({
      at: base.at,
    });
    const url = `${URL}&${new URLSearchParams(receipt('delivered')).toString()}`;
    const document = vonage.document?.('', '');
    expect(readOne(document, DEFAULT_MAPPING, { receivedAt: CALLED_AT, url })).toEqual({
      ...base,
      kind: 'delivered',
    });
  });

  it('dates a receipt without readable time by the call, and rejects it where there was none', () => {
    const undated = receipt('delivered', '0', { 'message-timestamp': 'soon' });
    expect(read(undated)).toMatchObject({ at: '2026-03-01T12:00:05.000Z' });
    expect(readOne(undated)).toEqual({
      kind: 'rejected',
      code: 'bad-date',
      field: 'timestamp',
      detail: 'soon',
    });
  });

  it('finds campaign and so on in the client’s reference, as text or as JSON', () => {
    const reference = JSON.stringify({ journey: 'j1', mail_no: 4, customer: 'c9' });
    expect(readOne(receipt('delivered', '0', { 'client-ref': reference }), OWN_MAPPING)).toMatchObject({
      campaign: { id: 'j1' },
      asset: { id: '4' },
      person: { id: 'c9' },
    });
    const mapping = { ...DEFAULT_MAPPING, campaign: ['client_ref'] };
    expect(readOne(receipt('delivered', '0', { 'client-ref': 'spring-2' }), mapping)).toMatchObject({
      campaign: { id: 'spring-2' },
    });
  });

  it.each<Made>(['md5hash', 'md5', 'sha1', 'sha256', 'sha512'])(
    'believes a signature made with %s',
    async (algorithm) => {
      const fields = withSig(receipt('delivered', '0', { 'client-ref': 'a=b&c' }), algorithm);
      await expect(believes(call(JSON.stringify(fields), JSON_TYPE, URL))).resolves.toBe(true);
      const form = new URLSearchParams(fields).toString();
      await expect(believes(call(form, FORM_TYPE, URL))).resolves.toBe(true);
      await expect(believes(call('', {}, `https://tally.example/hook?${form}`))).resolves.toBe(true);
    },
  );

  it('believes an address whose own fields are signed as well, or are not', async () => {
    const own = { campaign: 'spring', asset: 'sms-7' };
    const calls = [
      withSig({ ...own, ...receipt('delivered') }, 'sha256'),
      { ...own, ...withSig(receipt('delivered'), 'sha256') },
    ];
    for (const fields of calls) {
      const url = `https://tally.example/hook?${new URLSearchParams(fields).toString()}`;
      await expect(believes(call('', {}, url))).resolves.toBe(true);
    }
  });

  it('refuses forged and old receipts', async () => {
    const good = withSig(receipt('delivered'), 'sha256');
    const json = (fields: object) => call(JSON.stringify(fields), JSON_TYPE, URL);
    const address = (fields: Record<string, string>) =>
      call('', {}, `${URL}&${new URLSearchParams(fields).toString()}`);
    const { sig, ...unsigned } = good;
    await expectToRefuse({
      unsigned: json(unsigned),
      'another status': json({ ...good, status: 'failed' }),
      'one field more': json({ ...good, extra: '1' }),
      'another time': json({ ...good, timestamp: String(CALLED_AT / 1000 + 1) }),
      'no time': json({ ...receipt('delivered'), sig }),
      truncated: call(JSON.stringify(good).slice(0, -1), JSON_TYPE, URL),
      'short signature': json({ ...good, sig: sig?.slice(0, 63) }),
      'too old': json(withSig(receipt('delivered'), 'sha256', (CALLED_AT - 9 * DAY_MS) / 1000)),
      'another key': json(withSig(receipt('delivered'), 'sha256', CALLED_AT / 1000, 'signature secret 2')),
      'a trap': json({ ...good, status: { toString: 1 } }),
      'an address with another status': address({ ...good, status: 'failed' }),
      'an address with one field of Vonage’s more': address({ ...good, 'client-ref': 'x' }),
      'an address without signature': address(unsigned),
      'an address that is too old': address(withSig(receipt('delivered'), 'sha256', CALLED_AT / 1000 - 9 * 86_400)),
    });
  });
});

describe('vonage, statuses of the Messages API', () => {
  it.each([
    ['submitted', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'opened'],
  ])('reads %s as %s', (status, kind) => {
    expect(read(message(status))).toEqual({ ...base, kind });
  });

  it.each([
    ['rejected', 1000, 'Throttled', 'softBounced', 'refused', 'soft'],
    ['rejected', 1050, 'Number barred', 'excluded', 'denylisted-address', 'ignored'],
    ['rejected', 1170, 'Invalid number', 'excluded', 'bad-quality-address', 'ignored'],
    ['undeliverable', 1260, 'Destination unreachable', 'softBounced', 'unreachable', 'soft'],
    ['undeliverable', 1190, 'Absent for good', 'hardBounced', 'user-unknown', 'hard'],
    ['undeliverable', 1200, 'Portability error', 'softBounced', 'unreachable', 'soft'],
    ['undeliverable', 1240, 'Illegal number', 'excluded', 'denylisted-address', 'ignored'],
    ['undeliverable', 1290, 'Prepaid, no funds', 'softBounced', 'refused', 'soft'],
    ['undeliverable', 1310, 'Not for this device', 'hardBounced', 'unreachable', 'hard'],
    ['undeliverable', 1180, 'Absent for now', 'softBounced', 'unreachable', 'soft'],
    ['undeliverable', 1210, 'Taken for spam', 'softBounced', 'refused', 'soft'],
    ['rejected', 1160, 'Not on your list', 'excluded', 'excluded-by-rule', 'ignored'],
    ['undeliverable', 1300, 'Nobody of this network', 'hardBounced', 'user-unknown', 'hard'],
    ['rejected', 1320, 'Already sent', 'excluded', 'duplicate', 'ignored'],
    ['undeliverable', 1330, 'Something', 'softBounced', 'not-defined', 'soft'],
    ['undeliverable', 1360, 'Its time was over', 'softBounced', 'unreachable', 'soft'],
    ['rejected', 1430, 'Invalid recipient', 'excluded', 'bad-quality-address', 'ignored'],
    ['undeliverable', 1999, 'Handset timed out', 'softBounced', 'unreachable', 'soft'],
    ['undeliverable', 1999, 'Who knows', 'softBounced', 'not-defined', 'soft'],
  ])('reads %s with error %d "%s" as %s: %s', (status, number, detail, kind, code, failureType) => {
    const error = { type: `https://developer.vonage.com/api-errors/messages#${number}`, title: 'Oops', detail };
    expect(read(message(status, { error }))).toEqual({ ...base, kind, reason: { code, text: detail, failureType } });
    expect(read(message(status, { error: { title: number, detail } }))).toMatchObject({ kind, reason: { code } });
  });

  it('rejects a status that it does not know, and passes over incoming messages', () => {
    expect(read(message('teleported'))).toMatchObject({
      kind: 'rejected',
      code: 'unknown-event-type',
      detail: 'teleported',
    });
    expect(read({ message_uuid: 'M2', message_type: 'text', text: 'hi' })).toEqual({
      kind: 'passed-over',
      type: 'inbound',
    });
  });

  it('believes a token that holds the body’s hash', async () => {
    const body = JSON.stringify(message('delivered'));
    await expect(believes(call(body, token(body), URL))).resolves.toBe(true);
  });

  it('refuses forged and old tokens', async () => {
    const body = JSON.stringify(message('delivered'));
    const good = token(body);
    await expectToRefuse({
      'no token': call(body, JSON_TYPE, URL),
      'another body': call(body.replace('M1', 'M2'), good, URL),
      truncated: call(body.slice(0, -1), good, URL),
      'written anew': call(JSON.stringify(JSON.parse(body), null, 1), good, URL),
      'no hash': call(body, token(body, { payload_hash: undefined }), URL),
      'no body, no hash': call('', token('', { payload_hash: undefined }), URL),
      'too old': call(body, token(body, { iat: (CALLED_AT - 9 * DAY_MS) / 1000 }), URL),
      'no time': call(body, token(body, { iat: undefined }), URL),
      'another algorithm': call(body, token(body, {}, { alg: 'none' }), URL),
      'no signature': call(body, { authorization: (good.authorization ?? '').replace(/[^.]+$/, '') }, URL),
      'another key': call(body, token(body, {}, { alg: 'HS256' }, 'signature secret 2'), URL),
      'not a token': call(body, { authorization: 'Bearer x' }, URL),
      'parts that are not JSON': call(body, { authorization: 'Bearer eA.eA.eA' }, URL),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['status', 'message_uuid', 'timestamp', 'to', 'msisdn', 'messageId', 'err-code', 'error', 'client_ref'],
      ['failed', 'undeliverable', 'delivered', '447700900000', '{"campaign":"spring"}'],
    );
  });
});
