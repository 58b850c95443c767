import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { Rejection } from '../reading';
import { Fields } from './fields';
import { type Labels, LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { isBasicAuth } from './signature';

const KINDS: ReadonlyMap<string, CanonicalEvent['kind']> = new Map<string, CanonicalEvent['kind']>([
  ['sent', 'delivered'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['spam', 'complained'],
  ['unsub', 'unsubscribed'],
]);

const BOUNCES: ReadonlyMap<string, string> = new Map([
  ['user unknown', 'user-unknown'],
  ['mailbox inactive', 'account-disabled'],
  ['quota exceeded', 'mailbox-full'],
  ['invalid domain', 'invalid-domain'],
  ['typofix', 'invalid-domain'],
  ['no mail host', 'unreachable'],
  ['relay/access denied', 'refused'],
  ['greylisted', 'refused'],
  ['blacklisted', 'refused'],
  ['sender blocked', 'refused'],
  ['content blocked', 'refused'],
  ['policy issue', 'refused'],
  ['connection issue', 'unreachable'],
]);

/** Why Mailjet did not even try. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ['preblocked', 'quarantined-address'],
  ['user unknown', 'quarantined-address'],
  ['mailbox inactive', 'quarantined-address'],
  ['quota exceeded', 'quarantined-address'],
  ['blacklisted', 'denylisted-address'],
  ['spam reporter', 'denylisted-address'],
  ['duplicate in campaign', 'duplicate'],
  ['typofix', 'bad-quality-address'],
  ['invalid domain', 'bad-quality-address'],
]);

/**
 * Mailjet: one event or a list, guarded by HTTP Basic; the key is `user:password`. `sent` says that the receiving server
 * took the message and is a delivery. A bounce is hard when it says so, a wait when the receiver greylists (Mailjet tries
 * again), else soft. There is no event id, and times are whole seconds.
 */
export const mailjet: Provider = {
  id: 'mailjet',

  async verify({ headers }, key) {
    return isBasicAuth(headers['authorization'], key);
  },

  read(document, mapping) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) => noticeRow(each, () => noticeEvent(notice(Fields.of(each)), mapping)));
  },
};

function notice(fields: Fields): Notice {
  const seconds = fields.number('time');
  return {
    provider: 'mailjet',
    channel: 'email',
    ...outcome(fields),
    at: seconds === undefined ? null : seconds * 1000,
    atText: fields.text('time') ?? '',
    address: fields.text('email'),
    // MessageID is a number that has lost its last digits once it has been read as JSON.
    messageId: fields.text('Message_GUID') ?? fields.text('mj_message_id') ?? fields.text('MessageID'),
    labels: labelsOf(fields),
    url: fields.text('url'),
    userAgent: fields.text('agent'),
    ip: fields.text('ip'),
  };
}

function outcome(fields: Fields): Pick<Notice, 'kind' | 'reason'> {
  const type = fields.text('event') ?? '';
  const error = fields.text('error') ?? fields.text('error_related_to') ?? '';
  const comment = fields.text('comment');
  const text = comment ?? (error || undefined);
  if (type === 'blocked') {
    return {
      kind: 'excluded',
      reason: { code: BLOCKS.get(error) ?? 'excluded-by-rule', text, failureType: 'ignored' },
    };
  }
  if (type === 'bounce') {
    const isHard = fields.boolean('hard_bounce') === true;
    const code = BOUNCES.get(error) ?? reasonInAnswer(comment) ?? (isHard ? 'user-unknown' : 'not-defined');
    if (isHard) return { kind: 'hardBounced', reason: { code, text, failureType: 'hard' } };
    return { kind: error === 'greylisted' ? 'deferred' : 'softBounced', reason: { code, text, failureType: 'soft' } };
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  return { kind };
}

/** `Payload` is what the customer likes, best JSON. Of the campaigns his own name comes first; number 0 is none. */
function labelsOf(fields: Fields): Labels {
  const campaign = fields.number('mj_campaign_id') ? fields.raw('mj_campaign_id') : undefined;
  return new LabelCollector()
    .fields(fields.raw('Payload'))
    .one('campaign_id', fields.text('customcampaign'))
    .one('campaign_id', campaign)
    .one('customcampaign', fields.raw('customcampaign'))
    .one('mj_campaign_id', campaign)
    .one('CustomID', fields.raw('CustomID'))
    .one('Payload', fields.raw('Payload'))
    .one('mj_contact_id', fields.raw('mj_contact_id'))
    .one('mj_list_id', fields.raw('mj_list_id')).all;
}
