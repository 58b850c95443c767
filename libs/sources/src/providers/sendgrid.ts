import { createPublicKey, verify as verifySignature } from 'node:crypto';
import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { isRecent } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['processed', 'sent'],
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spamreport', 'complained'],
  ['unsubscribe', 'unsubscribed'],
  ['group_unsubscribe', 'unsubscribed'],
]);

/** Known to SendGrid, but nothing that happened to the message. */
const PASSED_OVER = new Set(['group_resubscribe', 'account_status_change']);

/** Why SendGrid did not even try: the address stands on one of its lists. */
const DROPPED: readonly (readonly [RegExp, string])[] = [
  [/bounced address/i, 'quarantined-address'],
  [/unsubscribed|spam reporting/i, 'denylisted-address'],
  [/^invalid$/i, 'bad-quality-address'],
  [/duplicate/i, 'duplicate'],
];

/** SendGrid's own classes of bounces, for answers that do not tell the reason themselves. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['Invalid Address', 'user-unknown'],
  ['Mailbox Unavailable', 'account-disabled'],
  ['Content', 'refused'],
  ['Reputation', 'refused'],
  ['Frequency or Volume Too High', 'refused'],
  ['Technical Failure', 'unreachable'],
]);

/**
 * SendGrid's Event Webhook: a JSON list, signed with ECDSA over timestamp and body when that is switched on; the key is
 * the public one, as SendGrid shows it or as PEM. Events have ids. `bounce` is a hard bounce, of type `blocked` a soft
 * one (the address may be well); `dropped` was never handed to anyone. `sg_machine_open` is Apple's prefetch, which its
 * user agent tells as well. Campaign and email come from categories and unique arguments, which stand among the event's
 * own fields, or from a Marketing Campaign's single send.
 */
export const sendgrid: Provider = {
  id: 'sendgrid',

  async verify({ headers, body }, key, { now }) {
    const timestamp = headers['x-twilio-email-event-webhook-timestamp'];
    const signature = headers['x-twilio-email-event-webhook-signature'];
    if (!timestamp || !signature || !isRecent(Number(timestamp) * 1000, now)) return false;
    try {
      const publicKey = createPublicKey({ key: keyBytes(key), format: 'der', type: 'spki' });
      const signed = Buffer.concat([Buffer.from(timestamp), body]);
      return verifySignature('sha256', signed, publicKey, Buffer.from(signature, 'base64'));
    } catch {
      return false; // A key or signature that is none.
    }
  },

  read(document, mapping) {
    const notices: unknown[] = Array.isArray(document) ? document : [document];
    return notices.map((each) =>
      noticeRow(each, (): EventReading => {
        const fields = Fields.of(each);
        const type = fields.text('event') ?? '';
        if (PASSED_OVER.has(type)) return { kind: 'passed-over', type };
        return noticeEvent(notice(fields, type, each), mapping);
      }),
    );
  },
};

function keyBytes(key: string): Buffer {
  return Buffer.from(key.replace(/-----[A-Z ]+-----/g, ''), 'base64');
}

function notice(fields: Fields, type: string, whole: unknown): Notice {
  const seconds = fields.number('timestamp');
  const { kind, reason } = outcome(fields, type);
  const labels = new LabelCollector()
    .list('category', fields.raw('category'))
    .fields(whole)
    .one('campaign_id', fields.raw('singlesend_id') ?? fields.raw('marketing_campaign_id'))
    .one('campaign_name', fields.raw('singlesend_name') ?? fields.raw('marketing_campaign_name'))
    .one('template_id', fields.raw('sg_template_id'))
    .one('template_name', fields.raw('sg_template_name'));
  return {
    provider: 'sendgrid',
    kind,
    channel: 'email',
    at: seconds === undefined ? null : seconds * 1000,
    atText: fields.text('timestamp') ?? '',
    id: fields.text('sg_event_id'),
    address: fields.text('email'),
    // What follows the first dot changes from event to event of one message.
    messageId: fields.text('sg_message_id')?.split('.')[0],
    labels: labels.all,
    url: fields.text('url'),
    reason,
    userAgent: fields.text('useragent'),
    ip: fields.text('ip'),
  };
}

function outcome(fields: Fields, type: string): Pick<Notice, 'kind' | 'reason'> {
  const text = fields.text('reason') ?? fields.text('response');
  const answer = [fields.text('status'), text].filter(Boolean).join(' ') || undefined;
  if (type === 'bounce' || type === 'blocked') {
    const isHard = type === 'bounce' && fields.text('type') !== 'blocked';
    const classified = CLASSES.get(fields.text('bounce_classification') ?? '');
    const code = reasonInAnswer(answer) ?? classified ?? (isHard ? 'user-unknown' : 'refused');
    return {
      kind: isHard ? 'hardBounced' : 'softBounced',
      reason: { code, text, failureType: isHard ? 'hard' : 'soft' },
    };
  }
  if (type === 'dropped') {
    const code = DROPPED.find(([pattern]) => pattern.test(text ?? ''))?.[1] ?? 'excluded-by-rule';
    return { kind: 'excluded', reason: { code, text, failureType: 'ignored' } };
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  if (kind !== 'deferred') return { kind };
  return { kind, reason: { code: reasonInAnswer(answer) ?? 'not-defined', text, failureType: 'soft' } };
}
