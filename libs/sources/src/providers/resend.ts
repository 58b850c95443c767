import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { isObject, type Labels, LabelCollector } from './labels';
import { collectHeaders, collectNamed } from './named-values';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { hmac, isRecent, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['email.sent', 'sent'],
  ['email.delivered', 'delivered'],
  ['email.delivery_delayed', 'deferred'],
  ['email.bounced', 'softBounced'],
  ['email.complained', 'complained'],
  ['email.opened', 'opened'],
  ['email.clicked', 'clicked'],
  ['email.failed', 'excluded'],
  ['email.suppressed', 'excluded'],
]);

/** One person's doing: of an email to several nobody can tell whose. */
const ONE_PERSONS: ReadonlySet<Kind> = new Set<Kind>(['opened', 'clicked', 'complained']);

const PASSED_OVER = /^(email\.(scheduled|received)|(contact|domain|suppression|broadcast)\.\w+)$/;

/**
 * Resend, whose webhooks are Svix's: the key is the `whsec_…` secret. Failed means that Resend could not hand the email
 * on (quota, a domain that is not verified …), suppressed that it would not: both `excluded`. A bounce is hard when its
 * type is Permanent. An open, click or complaint of an email to several addresses does not say whose it is and is
 * rejected. The notice's id stands in a header, outside of what is kept, so an event's id is made from its fields.
 */
export const resend: Provider = {
  id: 'resend',

  async verify({ headers, body }, key, { now }) {
    const id = headers['svix-id'] ?? headers['webhook-id'];
    const timestamp = headers['svix-timestamp'] ?? headers['webhook-timestamp'];
    const signatures = headers['svix-signature'] ?? headers['webhook-signature'];
    const secret = Buffer.from(key.trim().replace(/^whsec_/, ''), 'base64');
    if (!id || !timestamp || !signatures || secret.length === 0) return false;
    if (!isRecent(Number(timestamp) * 1000, now)) return false;
    const expected = `v1,${hmac('sha256', secret, [`${id}.${timestamp}.`, body], 'base64')}`;
    return signatures.split(' ').filter((each) => sameText(each, expected)).length > 0;
  },

  read(document, mapping) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.flatMap((each) => {
      const data = Fields.of(each).fields('data');
      const to = data.list('to');
      const kind = KINDS.get(Fields.of(each).text('type') ?? '');
      if (to.length < 2 || !isObject(each) || kind === undefined || ONE_PERSONS.has(kind)) {
        return [noticeRow(each, () => one(each, to.length > 0 ? to : [data.raw('to')]))];
      }
      return to.map((address) => {
        const narrowed = { ...each, data: { ...(each.data as object), to: [address] } };
        return noticeRow(narrowed, () => one(each, [address]));
      });
    });

    function one(whole: unknown, to: readonly unknown[]): EventReading {
      const fields = Fields.of(whole);
      const type = fields.text('type') ?? '';
      if (PASSED_OVER.test(type)) return { kind: 'passed-over', type };
      if (!KINDS.has(type)) throw new Rejection('unknown-event-type', 'type', type.slice(0, 200));
      if (to.length > 1) throw new Rejection('missing-person', 'data.to', JSON.stringify(to).slice(0, 200));
      return noticeEvent(notice(fields, type, to[0]), mapping);
    }
  },
};

function notice(fields: Fields, type: string, to: unknown): Notice {
  const data = fields.fields('data');
  const action = data.fields(type === 'email.clicked' ? 'click' : 'open');
  const time = action.text('timestamp') ?? fields.text('created_at');
  return {
    provider: 'resend',
    channel: 'email',
    ...outcome(type, data),
    at: instantOf(time),
    atText: time ?? '',
    address: typeof to === 'string' ? (/<([^<>\s]+)>\s*$/.exec(to)?.[1] ?? to) : undefined,
    messageId: data.text('email_id'),
    labels: labelsOf(data),
    url: type === 'email.clicked' ? action.text('link') : undefined,
    userAgent: action.text('userAgent'),
    ip: action.text('ipAddress'),
  };
}

function outcome(type: string, data: Fields): Pick<Notice, 'kind' | 'reason'> {
  const kind = KINDS.get(type) ?? 'sent';
  if (type === 'email.bounced') return bounce(data.fields('bounce'));
  if (type === 'email.failed') {
    const text = data.fields('failed').text('reason');
    const isAddress = /recipient|address/i.test(text ?? '');
    const code = isAddress ? 'bad-quality-address' : 'excluded-by-rule';
    return { kind, reason: { code, text, failureType: 'ignored' } };
  }
  if (type === 'email.suppressed') {
    const text = data.fields('suppressed').text('message');
    return { kind, reason: { code: suppressionCode(text), text, failureType: 'ignored' } };
  }
  return kind === 'deferred' ? { kind, reason: { code: 'not-defined', failureType: 'soft' } } : { kind };
}

function bounce(fields: Fields): Pick<Notice, 'kind' | 'reason'> {
  const text = fields.text('message');
  const subtype = fields.text('subType') ?? '';
  if (/suppress/i.test(subtype)) {
    return { kind: 'excluded', reason: { code: 'quarantined-address', text, failureType: 'ignored' } };
  }
  const type = fields.text('type');
  const told = subtype === 'MailboxFull' ? 'mailbox-full' : reasonInAnswer(text);
  if (type === 'Permanent') {
    return { kind: 'hardBounced', reason: { code: told ?? 'user-unknown', text, failureType: 'hard' } };
  }
  const failureType = type === 'Transient' ? 'soft' : 'undefined';
  return { kind: 'softBounced', reason: { code: told ?? 'not-defined', text, failureType } };
}

function suppressionCode(text: string | undefined): string {
  return /complain|spam|unsubscri/i.test(text ?? '') ? 'denylisted-address' : 'quarantined-address';
}

/** Tags come as an object or as a list of `{name, value}`. */
function labelsOf(data: Fields): Labels {
  const labels = new LabelCollector();
  collectNamed(labels, data.list('tags')).fields(data.raw('tags'));
  collectHeaders(labels, data.list('headers'));
  return labels.one('template_id', data.raw('template_id')).one('broadcast_id', data.raw('broadcast_id')).all;
}
