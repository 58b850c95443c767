import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { LabelCollector } from './labels';
import { collectHeaders } from './named-values';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { hmac, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['activity.sent', 'sent'],
  ['activity.delivered', 'delivered'],
  ['activity.deferred', 'deferred'],
  ['activity.soft_bounced', 'softBounced'],
  ['activity.hard_bounced', 'hardBounced'],
  ['activity.opened', 'opened'],
  ['activity.opened_unique', 'opened'],
  ['activity.clicked', 'clicked'],
  ['activity.clicked_unique', 'clicked'],
  ['activity.unsubscribed', 'unsubscribed'],
  ['activity.spam_complaint', 'complained'],
]);

const PASSED_OVER =
  /^(activity\.survey_\w+|(sender_identity|maintenance|inbound_\w+|email_single|email_list|bulk_email|recipient|webhook)\.\w+)$/;

/** The published secret of the call by which MailerSend tries an address before it has a secret of its own. */
const PING_SECRET = 'test_Am3L1GuOIc4blLUuHqAPxxwkZaJyEk8G';

/**
 * MailerSend, signed with HMAC-SHA256 over the body (no time in it). A first open is told twice, as `activity.opened` and
 * as `activity.opened_unique`, and a first click likewise: the id is therefore not the activity's, but made from the
 * email, the recipient, the link and the open's own time, which both share. On-hold lists, surveys, domains and so on
 * say nothing of a message.
 */
export const mailersend: Provider = {
  id: 'mailersend',

  async verify({ headers, body }, key) {
    const given = headers.signature;
    if (sameText(given, hmac('sha256', key, [body], 'hex'))) return true;
    return sameText(given, hmac('sha256', PING_SECRET, [body], 'hex')) && isPing(body);
  },

  read(document, mapping) {
    const notices: unknown[] = Array.isArray(document) ? document : [document];
    return notices.map((each) =>
      noticeRow(each, () => {
        const fields = Fields.of(each);
        const type = fields.text('type') ?? '';
        if (PASSED_OVER.test(type)) return { kind: 'passed-over', type };
        return noticeEvent(notice(fields, type), mapping);
      }),
    );
  },
};

function isPing(body: Buffer): boolean {
  try {
    return Fields.of(JSON.parse(body.toString('utf8'))).text('type') === 'webhook.test';
  } catch {
    return false;
  }
}

function notice(fields: Fields, type: string): Notice {
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'type', type.slice(0, 200));
  const data = fields.fields('data');
  const email = data.fields('email');
  const action = data.fields('morph');
  const isReaction = kind === 'opened' || kind === 'clicked';
  const time =
    (isReaction ? action.text('created_at') : undefined) ?? data.text('created_at') ?? fields.text('created_at');
  const labels = collectHeaders(new LabelCollector(), email.list('headers'))
    .list('tag', email.raw('tags'))
    .one('template_id', data.raw('template_id'))
    .one('domain_id', fields.raw('domain_id'));
  return {
    provider: 'mailersend',
    kind,
    channel: 'email',
    at: instantOf(time),
    atText: time ?? '',
    address: email.fields('recipient').text('email'),
    messageId: email.fields('message').text('id') ?? email.text('id'),
    labels: labels.all,
    url: kind === 'clicked' ? action.text('url') : undefined,
    reason: reasonOf(kind, action),
    userAgent: action.text('user_agent'),
    ip: action.text('ip'),
  };
}

function reasonOf(kind: Kind, action: Fields): Notice['reason'] {
  if (kind !== 'hardBounced' && kind !== 'softBounced' && kind !== 'deferred') return undefined;
  const text = action.text('reason');
  const isHard = kind === 'hardBounced';
  const code = reasonInAnswer(text) ?? (isHard ? 'user-unknown' : 'not-defined');
  return { code, text, failureType: isHard ? 'hard' : 'soft' };
}
