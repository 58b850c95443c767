import { createHash, createHmac } from 'node:crypto';
import { Fields } from './fields';
import { addressFields, formOrJson } from './form';
import { isObject } from './labels';
import type { Provider } from './provider';
import { hmac, isRecent, sameText } from './signature';

/** The account's algorithm shows in the length of what it made. */
const HMAC_OF_LENGTH: ReadonlyMap<number, string> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
]);

/** What Vonage itself writes into an address that it calls; the rest was there before, from the customer. */
const FIELDS_OF_CALL = new Set([
  ...['api-key', 'client-ref', 'err-code', 'message-timestamp', 'messageId', 'msisdn', 'network-code', 'nonce'],
  ...['price', 'scts', 'status', 'timestamp', 'to'],
]);

/**
 * Whether Vonage made this call: by the bearer token of the Messages API, which holds the body's hash, or else by the
 * `sig` among the fields of the SMS API. The key is the account's signature secret for both.
 */
export const verifyVonage: Provider['verify'] = async (request, key, { now }) => {
  try {
    const token = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token !== undefined) return isToken(token, request.body, key, now);
    const text = request.body.toString('utf8');
    if (text === '') return isSignedAddress(addressFields(request.url), key, now);
    const document = formOrJson(text, request.headers['content-type'] ?? '');
    return isObject(document) && isSigned(document, Object.keys(document), key, now);
  } catch {
    return false; // Neither a form nor JSON, or a token whose parts are not JSON.
  }
};

/** A token without the body's hash proves nothing about what was sent. */
function isToken(token: string, body: Buffer, key: string, now: number): boolean {
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  const expected = hmac('sha256', key, [`${header}.${payload}`], 'base64')
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
  if (rest.length > 0 || !sameText(signature?.replace(/=+$/, ''), expected.replace(/=+$/, ''))) return false;
  if (jsonPart(header).text('alg') !== 'HS256') return false;
  const claims = jsonPart(payload);
  const bodyHash = createHash('sha256').update(body).digest('hex');
  return isRecent((claims.number('iat') ?? NaN) * 1000, now) && sameText(claims.text('payload_hash'), bodyHash);
}

function jsonPart(part: string): Fields {
  return Fields.of(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
}

/** Whether the customer's own fields of the address are signed with Vonage's is not documented: either is believed. */
function isSignedAddress(fields: Record<string, string>, key: string, now: number): boolean {
  const names = Object.keys(fields);
  const ofCall = names.filter((name) => FIELDS_OF_CALL.has(name));
  return [names, ofCall].some((signed) => isSigned(fields, signed, key, now));
}

function isSigned(document: Record<string, unknown>, names: readonly string[], key: string, now: number): boolean {
  const fields = new Fields(document);
  const given = fields.text('sig')?.toLowerCase();
  const algorithm = HMAC_OF_LENGTH.get(given?.length ?? 0);
  if (algorithm === undefined || !isRecent((fields.number('timestamp') ?? NaN) * 1000, now)) return false;
  const text = names
    .filter((name) => name !== 'sig')
    .sort()
    .map((name) => `&${name}=${String(document[name]).replace(/[&=]/g, '_')}`)
    .join('');
  const isHmac = sameText(given, createHmac(algorithm, key).update(text).digest('hex'));
  const isHash =
    algorithm === 'md5' &&
    sameText(
      given,
      createHash('md5')
        .update(text + key)
        .digest('hex'),
    );
  return isHmac || isHash;
}
