import type { Notice } from './notice';

export type Outcome = Pick<Notice, 'kind' | 'reason'>;
type Failure = NonNullable<Notice['reason']>['failureType'];
interface Verdict {
  failureType: Failure;
  reason: string;
  /** The sender tries again by itself. */
  retries?: true;
}

const HARD: Verdict = { failureType: 'hard', reason: 'user-unknown' };
const REFUSED: Verdict = { failureType: 'soft', reason: 'refused' };
const MALFORMED: Verdict = { failureType: 'soft', reason: 'not-defined' };
const SERVER: Verdict = { failureType: 'ignored', reason: 'refused', retries: true };
const NO_RESPONSE: Verdict = { failureType: 'soft', reason: 'unreachable', retries: true };
const LOST: Verdict = { failureType: 'undefined', reason: 'unreachable', retries: true };

/** Error codes of FCM's HTTP v1 API, with the names that its SDKs and the older API give them. */
const ANDROID: ReadonlyMap<string, Verdict> = codes([
  [
    HARD,
    'UNREGISTERED',
    'NOTREGISTERED',
    'INVALIDREGISTRATION',
    'REGISTRATIONTOKENNOTREGISTERED',
    'INVALIDREGISTRATIONTOKEN',
  ],
  [{ failureType: 'soft', reason: 'user-unknown' }, 'SENDERIDMISMATCH', 'MISMATCHSENDERID', 'MISMATCHEDCREDENTIAL'],
  [REFUSED, 'MESSAGETOOBIG', 'PAYLOADTOOLARGE', 'PAYLOADSIZELIMITEXCEEDED'],
  [
    { failureType: 'soft', reason: 'refused', retries: true },
    'QUOTAEXCEEDED',
    'DEVICEMESSAGERATEEXCEEDED',
    'MESSAGERATEEXCEEDED',
  ],
  [SERVER, 'THIRDPARTYAUTHERROR', 'INTERNAL', 'INTERNALSERVERERROR', 'UNAVAILABLE'],
  [NO_RESPONSE, 'NORESPONSE', 'TIMEOUT', 'SERVERUNAVAILABLE'],
  [{ failureType: 'ignored', reason: 'not-defined' }, 'INVALIDARGUMENT'],
]);
const OTHER_ANDROID: Verdict = { failureType: 'ignored', reason: 'refused' };

/** Reasons of the Apple Push Notification service; whatever is not here it refused for good. */
const IOS: ReadonlyMap<string, Verdict> = codes([
  [HARD, 'UNREGISTERED', 'BADDEVICETOKEN', 'EXPIREDTOKEN'],
  [
    MALFORMED,
    'PAYLOADEMPTY',
    'BADCOLLAPSEID',
    'BADEXPIRATIONDATE',
    'BADMESSAGEID',
    'BADPRIORITY',
    'BADTOPIC',
    'BADPATH',
  ],
  [{ failureType: 'soft', reason: 'refused', retries: true }, 'TOOMANYREQUESTS', 'TOOMANYPROVIDERTOKENUPDATES'],
  [
    LOST,
    'IDLETIMEOUT',
    'SHUTDOWN',
    'INTERNALSERVERERROR',
    'SERVICEUNAVAILABLE',
    'CONNECTIONLOST',
    'NORESPONSE',
    'TIMEOUT',
  ],
]);

/**
 * A push that failed with this code. What the sender tries again by itself is deferred unless it has given up (`final`);
 * hard is a token that is no one's any more; errors of no fault of the token's are ignored for its quality and are soft
 * bounces all the same, since the message did not arrive.
 */
export function pushFailure(
  platform: 'ios' | 'android',
  code: string,
  text: string | undefined,
  isFinal: boolean,
): Outcome {
  const verdict = verdictOf(platform, normal(code));
  const reason = { code: verdict.reason, text, failureType: verdict.failureType };
  if (verdict.retries && !isFinal) return { kind: 'deferred', reason };
  return { kind: verdict.failureType === 'hard' ? 'hardBounced' : 'softBounced', reason };
}

function verdictOf(platform: 'ios' | 'android', code: string): Verdict {
  if (platform === 'ios') return code === '' ? LOST : (IOS.get(code) ?? REFUSED);
  return code === '' ? NO_RESPONSE : (ANDROID.get(code) ?? OTHER_ANDROID);
}

/** `messaging/invalid-registration-token`, `InvalidRegistration` and `SENDER_ID_MISMATCH` in one spelling. */
function normal(code: string): string {
  return code
    .replace(/^messaging\//, '')
    .replace(/[^a-z]/gi, '')
    .toUpperCase();
}

function codes(rows: readonly (readonly [Verdict, ...string[]])[]): ReadonlyMap<string, Verdict> {
  return new Map(rows.flatMap(([verdict, ...names]) => names.map((name) => [name, verdict] as const)));
}
