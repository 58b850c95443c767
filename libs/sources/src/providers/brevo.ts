import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { brevoLabels } from './brevo-labels';
import { isSms, smsNotice, withAddressFields } from './brevo-sms';
import { Fields } from './fields';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { isBasicAuth, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['request', 'sent'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['hard_bounce', 'hardBounced'],
  ['soft_bounce', 'softBounced'],
  ['error', 'softBounced'],
  ['blocked', 'excluded'],
  ['invalid_email', 'excluded'],
  ['spam', 'complained'],
  ['complaint', 'complained'],
  ['unsubscribe', 'unsubscribed'],
  ['unsubscribed', 'unsubscribed'],
  ['opened', 'opened'],
  ['unique_opened', 'opened'],
  ['proxy_open', 'opened'],
  ['unique_proxy_open', 'opened'],
  ['click', 'clicked'],
]);

/** About contacts and lists. */
const PASSED_OVER = /^(list_addition|contact_(updated|deleted)|inboundEmailProcessed)$/;

/** The first day of the year 1973 in milliseconds; as seconds it is the year 5138. */
const LEAST_MS = 1e11;

/**
 * Brevo: transactional and marketing webhooks of emails and text messages, one event a call or a list (batched). Nothing is signed: the key is the
 * token that Brevo sends as `Authorization: Bearer …`, or the `user:password` of the webhook's address. A first opening
 * comes as `unique_opened`, in some accounts beside `opened`: Brevo has no event ids, so the same kind of event of one
 * message and link in one second is one event. Its `date` stands in the account's own zone and is not read.
 */
export const brevo: Provider = {
  id: 'brevo',

  async verify({ headers }, key) {
    const token = /^Bearer (\S+)\s*$/i.exec(headers['authorization'] ?? '')?.[1];
    const isBearer = sameText(token, key);
    return isBasicAuth(headers['authorization'], key) || isBearer;
  },

  read(document, mapping, receipt) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) => {
      if (isSms(each)) {
        const whole = withAddressFields(each, receipt);
        return noticeRow(whole, (): EventReading => {
          const sms = smsNotice(whole, receipt);
          return sms.kind === 'passed-over' ? sms : noticeEvent(sms, mapping);
        });
      }
      return noticeRow(each, (): EventReading => {
        const fields = Fields.of(each);
        const type = fields.text('event') ?? '';
        if (PASSED_OVER.test(type)) return { kind: 'passed-over', type };
        return noticeEvent(notice(fields, type), mapping);
      });
    });
  },
};

function notice(fields: Fields, type: string): Notice {
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  const at = instant(fields);
  const address = fields.text('email');
  const messageId = fields.text('message-id')?.replace(/^<|>$/g, '');
  const url = kind === 'clicked' ? (fields.text('link') ?? fields.text('URL')) : undefined;
  const message = messageId ?? fields.text('camp_id') ?? '';
  return {
    provider: 'brevo',
    kind,
    channel: 'email',
    at,
    atText: fields.text('ts_epoch') ?? fields.text('ts_event') ?? '',
    id: [kind, Math.floor((at ?? 0) / 1000), message, address?.toLowerCase(), url].filter(Boolean).join(' '),
    address,
    messageId,
    labels: brevoLabels(fields),
    url,
    reason: reasonOf(kind, type, fields.text('reason')),
    userAgent: fields.text('user_agent'),
  };
}

/** Milliseconds are in `ts_epoch`, in some notices (and Brevo's own examples) seconds, which `ts_event` then has better. */
function instant(fields: Fields): number | null {
  const epoch = fields.number('ts_epoch');
  if (epoch !== undefined && epoch >= LEAST_MS) return epoch;
  const seconds = fields.number('ts_event') ?? epoch;
  return seconds === undefined ? null : seconds * 1000;
}

function reasonOf(kind: Kind, type: string, text: string | undefined): Notice['reason'] {
  if (kind === 'excluded') {
    const code = type === 'invalid_email' ? 'bad-quality-address' : blockCode(text ?? '');
    return { code, text, failureType: 'ignored' };
  }
  if (kind === 'hardBounced') return { code: reasonInAnswer(text) ?? 'user-unknown', text, failureType: 'hard' };
  if (kind !== 'softBounced' && kind !== 'deferred') return undefined;
  return { code: reasonInAnswer(text) ?? 'not-defined', text, failureType: type === 'error' ? 'undefined' : 'soft' };
}

/** Brevo blocks whoever unsubscribed or complained, and addresses that bounced before. */
function blockCode(text: string): string {
  if (/bounce/i.test(text)) return 'quarantined-address';
  return /unsubscri|spam|complain|block ?list|black ?list/i.test(text) ? 'denylisted-address' : 'excluded-by-rule';
}
