import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { Rejection } from '../reading';
import { Fields } from './fields';
import { formOrJson } from './form';
import { LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { hmac, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['send', 'sent'],
  ['delivered', 'delivered'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsub', 'unsubscribed'],
  ['deferral', 'deferred'],
  ['hard_bounce', 'hardBounced'],
  ['soft_bounce', 'softBounced'],
  ['reject', 'excluded'],
]);

const BOUNCES: readonly (readonly [RegExp, string])[] = [
  [/bad_mailbox/, 'user-unknown'],
  [/invalid_domain/, 'invalid-domain'],
  [/mailbox_full/, 'mailbox-full'],
];

/** Why Mandrill did not even try. */
const REJECTS: readonly (readonly [RegExp, string])[] = [
  [/hard.?bounce|soft.?bounce/, 'quarantined-address'],
  [/spam|unsub|custom/, 'denylisted-address'],
  [/invalid(?!.?sender)/, 'bad-quality-address'],
];

/** What Mandrill signs with while a webhook is being made and has no key yet; it then sends no event at all. */
const KEY_BEFORE_KEYS = 'test-webhook';

/**
 * Mandrill (Mailchimp Transactional): a form whose field `mandrill_events` is a JSON list. Signed are the webhook's
 * address and all fields; the address must be the public one, letter for letter as it was entered at Mandrill. There is
 * no time in the signature, and no id of an event (`_id` is the message's).
 */
export const mandrill: Provider = {
  id: 'mandrill',

  async verify({ url, headers, body }, key) {
    const given = headers['x-mandrill-signature'];
    const form = [...new URLSearchParams(body.toString('utf8'))].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
    const isEmpty = form.length === 1 && form[0]?.[0] === 'mandrill_events' && form[0][1].trim() === '[]';
    const signedBy = (secret: string): boolean =>
      sameText(given, hmac('sha1', secret, [url, ...form.flat()], 'base64'));
    return signedBy(key) || (isEmpty && signedBy(KEY_BEFORE_KEYS));
  },

  document: formOrJson,

  read(document, mapping) {
    return listOf(document).map((each) =>
      noticeRow(each, () => {
        const fields = Fields.of(each);
        const type = fields.text('event');
        const sync = fields.text('type');
        if (type === undefined && (sync === 'whitelist' || sync === 'blacklist'))
          return { kind: 'passed-over', type: sync };
        if (type === 'inbound') return { kind: 'passed-over', type };
        return noticeEvent(notice(fields, type ?? ''), mapping);
      }),
    );
  },
};

/** The events in a form's field, in a list, or the one event that the document is. */
function listOf(document: unknown): unknown[] {
  if (Array.isArray(document)) return document;
  const fields = Fields.of(document);
  const text = fields.raw('mandrill_events');
  if (text === undefined || fields.raw('event') !== undefined) return [document];
  if (typeof text !== 'string') return Array.isArray(text) ? text : [document];
  try {
    const events: unknown = JSON.parse(text);
    return Array.isArray(events) ? events : [events];
  } catch {
    return [document];
  }
}

function notice(fields: Fields, type: string): Notice {
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  const message = fields.fields('msg');
  const seconds = fields.number('ts');
  const labels = new LabelCollector()
    .fields(message.raw('metadata'))
    .list('tag', message.raw('tags'))
    .one('template', message.raw('template'))
    .one('subaccount', message.raw('subaccount'));
  return {
    provider: 'mandrill',
    kind,
    channel: 'email',
    at: seconds === undefined ? null : seconds * 1000,
    atText: fields.text('ts') ?? '',
    address: message.text('email'),
    messageId: fields.text('_id') ?? message.text('_id'),
    labels: labels.all,
    url: kind === 'clicked' ? (fields.text('url') ?? lastClicked(message)) : undefined,
    reason: reasonOf(kind, message),
    userAgent: fields.text('user_agent'),
    ip: fields.text('ip'),
  };
}

/** Older notices name the link only in the message's list of clicks. */
function lastClicked(message: Fields): string | undefined {
  return Fields.of(message.list('clicks').at(-1)).text('url');
}

function reasonOf(kind: Kind, message: Fields): Notice['reason'] {
  const diagnosis = message.text('diag');
  const description = message.text('bounce_description');
  if (kind === 'excluded') {
    const text = message.text('reject_reason') ?? message.fields('reject').text('reason') ?? message.text('reject');
    const code = REJECTS.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? 'excluded-by-rule';
    return { code, text, failureType: 'ignored' };
  }
  if (kind !== 'hardBounced' && kind !== 'softBounced' && kind !== 'deferred') return undefined;
  const isHard = kind === 'hardBounced';
  const code =
    BOUNCES.find(([pattern]) => pattern.test(description ?? ''))?.[1] ??
    reasonInAnswer(diagnosis) ??
    (isHard ? 'user-unknown' : 'not-defined');
  return { code, text: diagnosis ?? description, failureType: isHard ? 'hard' : 'soft' };
}
