import { TallysheetError } from '@tallysheet/contract';
import { createSign } from 'node:crypto';
import { SNS_CERTIFICATE, SNS_PRIVATE_KEY } from '../fixtures/sns-certificate';
import { call, CALLED_AT, DAY_MS } from '../fixtures/webhooks';
import { subscriptionAddress, verifySns } from './sns';

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:ses-events';
const CERTIFICATE_URL = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem';

type Envelope = Record<string, string>;

const notification: Envelope = {
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: TOPIC,
  Subject: 'Amazon SES Email Event Notification',
  Message: '{"eventType":"Send"}\n',
  Timestamp: '2026-03-01T11:59:59.000Z',
  SignatureVersion: '2',
  SigningCertURL: CERTIFICATE_URL,
};

const confirmation: Envelope = {
  ...notification,
  Type: 'SubscriptionConfirmation',
  Token: '2336412f37',
  Message: 'You have chosen to subscribe …',
  SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37',
};

const FIELDS: Record<string, string[]> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

function signed(envelope: Envelope, digest = 'sha256'): Envelope {
  const sign = createSign(digest);
  for (const name of FIELDS[envelope.Type ?? ''] ?? []) {
    if (envelope[name] !== undefined) sign.update(`${name}\n${envelope[name]}\n`);
  }
  return { ...envelope, Signature: sign.sign(SNS_PRIVATE_KEY, 'base64') };
}

async function verdict(
  envelope: unknown,
  certificate = SNS_CERTIFICATE,
): Promise<{ believed: boolean; fetched: string[] }> {
  const fetched: string[] = [];
  const fetchText = (url: URL): Promise<string> => {
    fetched.push(url.href);
    return Promise.resolve(certificate);
  };
  const body = typeof envelope === 'string' ? envelope : JSON.stringify(envelope);
  const believed = await verifySns(call(body), TOPIC, { now: CALLED_AT, fetchText });
  return { believed, fetched };
}

describe('a message signed by Amazon SNS', () => {
  it.each([
    ['a notification, SHA256', signed(notification)],
    ['a notification, SHA1', signed({ ...notification, SignatureVersion: '1' }, 'sha1')],
    ['a subscription', signed(confirmation)],
    ['a notification without subject', signed((({ Subject: _subject, ...rest }) => rest)(notification))],
  ])('is believed: %s', async (_name, envelope) => {
    await expect(verdict(envelope)).resolves.toEqual({ believed: true, fetched: [CERTIFICATE_URL] });
  });

  it.each<[string, unknown]>([
    ['another message', { ...signed(notification), Message: '{"eventType":"Bounce"}' }],
    ['another time', { ...signed(notification), Timestamp: '2026-03-01T11:59:58.000Z' }],
    [
      'another address to subscribe at',
      { ...signed(confirmation), SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?x' },
    ],
    ['another token to subscribe with', { ...signed(confirmation), Token: 'x' }],
    ['another subject', { ...signed(notification), Subject: 'x' }],
    ['the subject taken away', { ...signed(notification), Subject: undefined }],
    [
      'SHA1 said to be SHA256',
      { ...signed({ ...notification, SignatureVersion: '1' }, 'sha1'), SignatureVersion: '2' },
    ],
    ['a signature that is none', { ...signed(notification), Signature: 'x' }],
    ['no signature', notification],
  ])('is refused when it was changed: %s', async (_name, envelope) => {
    await expect(verdict(envelope)).resolves.toMatchObject({ believed: false });
  });

  it.each<[string, unknown]>([
    ['a subscription of another topic', signed({ ...confirmation, TopicArn: `${TOPIC}-2` })],
    ['of another topic', signed({ ...notification, TopicArn: `${TOPIC}-2` })],
    ['of an unknown signature version', signed({ ...notification, SignatureVersion: '3' })],
    ['too old', signed({ ...notification, Timestamp: new Date(CALLED_AT - 9 * DAY_MS).toISOString() })],
    ['without a field that is signed', signed((({ MessageId: _id, ...rest }) => rest)(notification))],
    ['raw, without envelope', '{"eventType":"Send"}'],
    ['truncated', JSON.stringify(signed(notification)).slice(0, -1)],
    ['a list', [signed(notification)]],
  ])('is refused before any certificate is fetched: %s', async (_name, envelope) => {
    await expect(verdict(envelope)).resolves.toEqual({ believed: false, fetched: [] });
  });

  it.each([
    'http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-0123456789abcdef.pem',
    'https://evil.example/sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://evil.example#sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-0123456789abcdef.pem',
    'https://user:word@sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-0123456789abcdef.pem',
    'https://snsxeu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.evil.example.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://s3.eu-west-1.amazonaws.com/bucket/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.eu-west-1.amazonaws.com/a.txt?x=/b.pem#c.pem',
    'https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'https://sns.s3.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
    'not an address',
  ])('is refused when its certificate would come from %s', async (SigningCertURL) => {
    await expect(verdict(signed({ ...notification, SigningCertURL }))).resolves.toEqual({
      believed: false,
      fetched: [],
    });
  });

  it('may come from China', async () => {
    const SigningCertURL = 'https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-0123456789abcdef.pem';
    await expect(verdict(signed({ ...notification, SigningCertURL }))).resolves.toEqual({
      believed: true,
      fetched: [SigningCertURL],
    });
  });

  it.each([
    'https://sns.eu-west-1.amazonaws.com/a.pem',
    'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem?Action=Echo',
    'https://sns.eu-west-1.amazonaws.com/x/SimpleNotificationService-0123456789abcdef.pem',
  ])('is refused when its certificate should come from %s, which is no certificate of SNS', async (SigningCertURL) => {
    await expect(verdict(signed({ ...notification, SigningCertURL }))).resolves.toEqual({
      believed: false,
      fetched: [],
    });
  });

  it('is tried again by its sender when the certificate cannot be had now', async () => {
    const fault = new TallysheetError('sender-unreachable');
    const fetchText = (): Promise<string> => Promise.reject(fault);
    const body = JSON.stringify(signed(notification));
    await expect(verifySns(call(body), TOPIC, { now: CALLED_AT, fetchText })).rejects.toBe(fault);
  });

  it('is refused when the certificate is none', async () => {
    await expect(verdict(signed(notification), '<html>')).resolves.toMatchObject({ believed: false });
  });
});

describe('the address that confirms a subscription', () => {
  it('is the one in the envelope', () => {
    expect(subscriptionAddress(confirmation)?.href).toBe(confirmation.SubscribeURL);
  });

  it.each<[string, unknown]>([
    ['a notification', { ...confirmation, Type: 'Notification' }],
    ['the end of a subscription', { ...confirmation, Type: 'UnsubscribeConfirmation' }],
    ['another host', { ...confirmation, SubscribeURL: 'https://sns.eu-west-1.amazonaws.com.evil.example/' }],
    [
      'another host before an at sign',
      { ...confirmation, SubscribeURL: 'https://sns.eu-west-1.amazonaws.com@evil.example/' },
    ],
    ['another port', { ...confirmation, SubscribeURL: 'https://sns.eu-west-1.amazonaws.com:8443/' }],
    ["somebody's bucket", { ...confirmation, SubscribeURL: 'https://sns.s3-us-west-2.amazonaws.com/' }],
    ['not https', { ...confirmation, SubscribeURL: 'http://sns.eu-west-1.amazonaws.com/' }],
    ['no address', { ...confirmation, SubscribeURL: 7 }],
    ['nothing', null],
  ])('is none for %s', (_name, envelope) => {
    expect(subscriptionAddress(envelope)).toBeNull();
  });
});
