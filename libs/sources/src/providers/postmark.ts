import type { CanonicalEvent } from '@tallysheet/contract';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import { PASSED_OVER_BOUNCES, postmarkBounce } from './postmark-bounce';
import type { Provider } from './provider';
import { isBasicAuth } from './signature';

const KINDS: ReadonlyMap<string, CanonicalEvent['kind']> = new Map([
  ['Delivery', 'delivered'],
  ['Open', 'opened'],
  ['Click', 'clicked'],
  ['SpamComplaint', 'complained'],
  ['SubscriptionChange', 'unsubscribed'],
] as const);

/**
 * Postmark signs nothing: the key is the `user:password` of the webhook's address (HTTP Basic). One notice a call, none
 * for what is sent. Only bounces and complaints have ids; another event is known by its message, person and time.
 * A change of subscription counts when the person made it: one that follows a bounce or complaint is told by that.
 */
export const postmark: Provider = {
  id: 'postmark',

  async verify({ headers }, key) {
    return isBasicAuth(headers['authorization'], key);
  },

  read(document, mapping) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) =>
      noticeRow(each, (): EventReading => {
        const fields = Fields.of(each);
        const type = fields.text('RecordType') ?? '';
        if (type === 'Inbound' || (type === 'SubscriptionChange' && !isUnsubscribe(fields))) {
          return { kind: 'passed-over', type };
        }
        const bounce = fields.text('Type') ?? '';
        if (type === 'Bounce' && PASSED_OVER_BOUNCES.has(bounce)) return { kind: 'passed-over', type: bounce };
        return noticeEvent(notice(fields, type), mapping);
      }),
    );
  },
};

function isUnsubscribe(fields: Fields): boolean {
  return (
    fields.boolean('SuppressSending') === true &&
    fields.text('SuppressionReason') === 'ManualSuppression' &&
    (fields.text('Origin') ?? 'Recipient') === 'Recipient'
  );
}

function notice(fields: Fields, type: string): Notice {
  const kind = KINDS.get(type);
  if (kind === undefined && type !== 'Bounce')
    throw new Rejection('unknown-event-type', 'RecordType', type.slice(0, 200));
  const time = ['DeliveredAt', 'BouncedAt', 'ReceivedAt', 'ChangedAt'].map((name) => fields.text(name)).find(Boolean);
  return {
    provider: 'postmark',
    channel: 'email',
    ...(kind === undefined ? postmarkBounce(fields) : { kind }),
    at: instantOf(time),
    atText: time ?? '',
    id: exactId(fields.raw('ID')),
    address: fields.text('Recipient') ?? fields.text('Email'),
    messageId: fields.text('MessageID'),
    labels: new LabelCollector()
      .fields(fields.raw('Metadata'))
      .one('tag', fields.raw('Tag'))
      .one('message_stream', fields.raw('MessageStream')).all,
    url: fields.text('OriginalLink'),
    userAgent: fields.text('UserAgent'),
    ip: fields.fields('Geo').text('IP'),
  };
}

/** Larger numbers lose their last digits in JSON and could be another's. */
function exactId(id: unknown): string | undefined {
  return Number.isSafeInteger(id) ? String(id) : undefined;
}
