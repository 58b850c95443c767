import { verify as verifySignature, X509Certificate } from 'node:crypto';
import { TallysheetError } from '@tallysheet/contract';
import { instantOf } from './instant';
import { isObject } from './labels';
import type { Provider } from './provider';
import { isRecent, sameText } from './signature';

/** A region and nothing else: `sns.s3-….amazonaws.com` would be a bucket that anyone may have named so. */
const HOST = /^sns\.[a-z]{2}(-[a-z]{2,12}){1,3}-\d{1,2}\.amazonaws\.com(\.cn)?$/;

const CERTIFICATE = /^\/SimpleNotificationService-[\w-]+\.pem$/;

const DIGESTS: ReadonlyMap<unknown, string> = new Map([
  ['1', 'sha1'],
  ['2', 'sha256'],
]);

const OF_NOTIFICATION = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
const OF_SUBSCRIPTION = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];

/**
 * Whether Amazon SNS signed this body for the topic `key`. Any account can have its own topic's messages signed, so the
 * topic must be the very one. Raw message delivery leaves the envelope away and with it the signature: it is refused.
 */
export const verifySns: Provider['verify'] = async ({ body }, key, { now, fetchText }) => {
  try {
    const envelope: unknown = JSON.parse(body.toString('utf8'));
    if (!isObject(envelope) || !sameText(textOf(envelope, 'TopicArn'), key.trim())) return false;
    if (!isRecent(instantOf(textOf(envelope, 'Timestamp')) ?? NaN, now)) return false;
    const digest = DIGESTS.get(envelope.SignatureVersion);
    const signed = canonical(envelope);
    const url = snsAddress(envelope.SigningCertURL ?? envelope.SigningCertUrl);
    if (digest === undefined || signed === null || !url || !CERTIFICATE.test(url.pathname) || url.search !== '')
      return false;
    const { publicKey } = new X509Certificate(await fetchText(url));
    return verifySignature(
      digest,
      Buffer.from(signed),
      publicKey,
      Buffer.from(textOf(envelope, 'Signature') ?? '', 'base64'),
    );
  } catch (error) {
    // That the certificate cannot be had now says nothing of the call: the sender tries again.
    if (error instanceof TallysheetError) throw error;
    return false; // Not JSON, or a certificate that is none.
  }
};

/** Where to say yes to the subscription that this envelope asks for; null when it is no such thing. */
export function subscriptionAddress(envelope: unknown): URL | null {
  if (!isObject(envelope) || envelope.Type !== 'SubscriptionConfirmation') return null;
  return snsAddress(envelope.SubscribeURL);
}

/** An https address at Amazon SNS itself, without port or password; null for any other. */
function snsAddress(text: unknown): URL | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isSns = url.protocol === 'https:' && HOST.test(url.hostname);
  return isSns && url.port === '' && url.username === '' && url.password === '' ? url : null;
}

/** The text that SNS signs: names and values in a fixed order, a line each; only the subject may be missing. */
function canonical(envelope: Record<string, unknown>): string | null {
  const names = envelope.Type === 'Notification' ? OF_NOTIFICATION : OF_SUBSCRIPTION;
  let text = '';
  for (const name of names) {
    const value = textOf(envelope, name);
    if (value !== undefined) text += `${name}\n${value}\n`;
    else if (name !== 'Subject') return null;
  }
  return text;
}

function textOf(envelope: Record<string, unknown>, name: string): string | undefined {
  const value = Object.hasOwn(envelope, name) ? envelope[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
