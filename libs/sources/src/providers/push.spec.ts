import { createHmac } from 'node:crypto';
import { about, call, CALLED_AT, DAY_MS, HASH, OWN_MAPPING } from '../fixtures/webhooks';
import { push } from './push';

const KEY = 'a secret that both know';
const { readAll, readOne, believes, expectToRefuse, expectToBearAnything } = about(push, KEY);
const notice = {
  at: '2026-03-01T13:00:00+01:00',
  token: 'tok-1',
  platform: 'android',
  campaign: 'spring',
  asset: 'push-1',
};
const base = {
  id: HASH,
  at: '2026-03-01T12:00:00.000Z',
  person: { address: 'tok-1' },
  channel: 'push',
  campaign: { id: 'spring' },
  asset: { id: 'push-1' },
};

function sign(body: string, seconds = CALLED_AT / 1000, key = KEY): Record<string, string> {
  const sum = createHmac('sha256', key).update(`${seconds}.${body}`).digest('hex');
  return { 'x-tallysheet-signature': `t=${seconds},v1=${'0'.repeat(64)},v1=${sum}` };
}

describe('push', () => {
  it('reads a whole call as the documentation writes it', async () => {
    const body = JSON.stringify([
      {
        id: 'ev-1',
        event: 'sent',
        at: 1772366400,
        token: 'tok-1',
        person: 'p7',
        platform: 'android',
        message: 'projects/shop/messages/1',
        campaign: 'spring',
        campaign_name: 'Spring sale',
        asset: 'push-1',
        asset_name: 'Doors open',
        variant: 'b',
      },
      {
        event: 'failed',
        at: 1772366400,
        token: 'tok-2',
        platform: 'ios',
        code: 'Unregistered',
        campaign: 'spring',
        asset: 'push-1',
      },
      {
        event: 'clicked',
        at: '2026-03-01T12:05:00Z',
        person: 'p7',
        device: 'd1',
        url: 'app://sale',
        campaign: 'spring',
        asset: 'push-1',
      },
    ]);
    await expect(believes(call(body, sign(body)))).resolves.toBe(true);
    expect(readAll(JSON.parse(body))).toEqual([
      {
        kind: 'event',
        event: {
          id: 'ev-1',
          kind: 'sent',
          at: '2026-03-01T12:00:00.000Z',
          person: { id: 'p7', address: 'tok-1' },
          channel: 'push',
          campaign: { id: 'spring', name: 'Spring sale' },
          asset: { id: 'push-1', name: 'Doors open' },
          variant: 'b',
          messageId: 'projects/shop/messages/1',
        },
      },
      {
        kind: 'event',
        event: {
          ...base,
          kind: 'hardBounced',
          person: { address: 'tok-2' },
          reason: { code: 'user-unknown', text: 'Unregistered', failureType: 'hard' },
        },
      },
      {
        kind: 'event',
        event: {
          ...base,
          kind: 'clicked',
          at: '2026-03-01T12:05:00.000Z',
          person: { id: 'p7' },
          link: { url: 'app://sale' },
          agent: { deviceId: 'd1' },
        },
      },
    ]);
  });

  it.each(['targeted', 'sent', 'delivered', 'impression', 'opened', 'clicked', 'unsubscribed'])('reads %s', (event) => {
    expect(readOne({ ...notice, event })).toEqual({ ...base, kind: event });
  });

  it.each([
    ['android', 'UNREGISTERED', 'hardBounced', 'user-unknown', 'hard'],
    ['android', 'messaging/invalid-registration-token', 'hardBounced', 'user-unknown', 'hard'],
    ['android', 'SENDER_ID_MISMATCH', 'softBounced', 'user-unknown', 'soft'],
    ['android', 'MessageTooBig', 'softBounced', 'refused', 'soft'],
    ['android', 'QUOTA_EXCEEDED', 'deferred', 'refused', 'soft'],
    ['android', 'UNAVAILABLE', 'deferred', 'refused', 'ignored'],
    ['android', 'INTERNAL', 'deferred', 'refused', 'ignored'],
    ['android', 'THIRD_PARTY_AUTH_ERROR', 'deferred', 'refused', 'ignored'],
    ['android', 'INVALID_ARGUMENT', 'softBounced', 'not-defined', 'ignored'],
    ['android', 'SOMETHING_NEW', 'softBounced', 'refused', 'ignored'],
    ['android', 'NO_RESPONSE', 'deferred', 'unreachable', 'soft'],
    ['ios', 'Unregistered', 'hardBounced', 'user-unknown', 'hard'],
    ['ios', 'BadDeviceToken', 'hardBounced', 'user-unknown', 'hard'],
    ['ios', 'PayloadTooLarge', 'softBounced', 'refused', 'soft'],
    ['ios', 'BadCertificate', 'softBounced', 'refused', 'soft'],
    ['ios', 'BadMessageId', 'softBounced', 'not-defined', 'soft'],
    ['ios', 'TooManyRequests', 'deferred', 'refused', 'soft'],
    ['ios', 'ServiceUnavailable', 'deferred', 'unreachable', 'undefined'],
    ['ios', 'SomethingNew', 'softBounced', 'refused', 'soft'],
  ])('reads a failure on %s with %s as %s (%s, %s)', (platform, code, kind, reason, failureType) => {
    expect(readOne({ ...notice, event: 'failed', platform, code })).toEqual({
      ...base,
      kind,
      reason: { code: reason, text: code, failureType },
    });
  });

  it('reads a temporary failure that is not tried again as a soft bounce, and no answer as unreachable', () => {
    const failed = { ...notice, event: 'failed' };
    expect(readOne({ ...failed, code: 'UNAVAILABLE', final: true })).toMatchObject({ kind: 'softBounced' });
    expect(readOne({ ...failed, text: 'socket closed' })).toMatchObject({
      kind: 'deferred',
      reason: { code: 'unreachable', text: 'socket closed', failureType: 'soft' },
    });
  });

  it('reads an exclusion with its reason', () => {
    const excluded = { ...notice, event: 'excluded' };
    expect(readOne({ ...excluded, code: 'denylisted-address' })).toEqual({
      ...base,
      kind: 'excluded',
      reason: { code: 'denylisted-address', failureType: 'ignored' },
    });
    expect(readOne(excluded)).toMatchObject({ reason: { code: 'excluded-by-rule' } });
    expect(readOne({ ...excluded, code: 'No Reason!' })).toMatchObject({ kind: 'rejected', field: 'code' });
  });

  it('marks a test', () => {
    expect(readOne({ ...notice, event: 'sent', test: true })).toEqual({ ...base, kind: 'sent', test: true });
  });

  it('passes over a dismissal, and rejects what it does not know', () => {
    expect(readAll([{ ...notice, event: 'dismissed' }, { ...notice, event: 'sneezed' }, { event: 'failed' }])).toEqual([
      { kind: 'passed-over', type: 'dismissed' },
      { kind: 'rejected', code: 'unknown-event-type', field: 'event', detail: 'sneezed' },
      { kind: 'rejected', code: 'invalid-field', field: 'platform', detail: '' },
    ]);
    expect(readOne({ event: 'sent', at: '2026-03-01 12:00', token: 't' })).toMatchObject({ code: 'bad-date' });
    expect(readOne({ event: 'sent', at: 1772366400 })).toMatchObject({ code: 'missing-person' });
  });

  it('finds campaign and email by the mapping of the source, the person under its own name none the less', () => {
    const own = {
      event: 'sent',
      at: 1772366400,
      person: 'p7',
      labels: { journey: 'j1', journey_name: 'Spring' },
      mail_no: 4,
    };
    expect(readOne(own, OWN_MAPPING)).toMatchObject({
      person: { id: 'p7' },
      campaign: { id: 'j1', name: 'Spring' },
      asset: { id: '4' },
    });
  });

  it('counts a notice that is repeated word for word once, and no other', () => {
    const same = { event: 'opened', at: 1772366400, person: 'p7' };
    const ids = readAll([same, { ...same }, { ...same, person: 'p8' }]).map(
      (each) => each.kind === 'event' && each.event.id,
    );
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('refuses forged and old calls', async () => {
    const body = JSON.stringify({ ...notice, event: 'sent' });
    const good = sign(body);
    await expectToRefuse({
      'no header': call(body),
      'no time': call(body, {
        'x-tallysheet-signature': (good['x-tallysheet-signature'] ?? '').replace(/^t=\d+,/, ''),
      }),
      'another body': call(body.replace('tok-1', 'tok-2'), good),
      truncated: call(body.slice(0, -1), good),
      'written anew': call(JSON.stringify(JSON.parse(body), null, 1), good),
      'another time': call(body, {
        'x-tallysheet-signature': (good['x-tallysheet-signature'] ?? '').replace('t=1772366400', 't=1772366401'),
      }),
      'too old': call(body, sign(body, (CALLED_AT - 9 * DAY_MS) / 1000)),
      'from the future': call(body, sign(body, (CALLED_AT + DAY_MS) / 1000)),
      'another key': call(body, sign(body, CALLED_AT / 1000, 'another secret')),
    });
  });

  it('bears anything', () => {
    expectToBearAnything(
      ['event', 'at', 'token', 'person', 'platform', 'code', 'final', 'labels', 'campaign', 'id'],
      ['failed', 'excluded', 'sent', 'ios', 1772366400, '2026-03-01T12:00:00Z'],
    );
  });
});
