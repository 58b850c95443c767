import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { addressFields, formOrJson } from './form';
import { instantOf } from './instant';
import { isObject, LabelCollector } from './labels';
import { noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { errorTable, failure, type Outcome } from './sms-outcome';
import { verifyVonage } from './vonage-signature';

/**
 * `err-code` of the SMS API's delivery receipts (developer.vonage.com/messaging/sms/guides/delivery-receipts). A bar by
 * the person (4) lasts until they lift it; 1 and 99 say nothing about why.
 */
const RECEIPT_ERRORS = errorTable([
  ['hard', 'user-unknown', 3],
  ['hard', 'refused', 4],
  ['soft', 'unreachable', 2, 5, 7, 8, 11, 12],
  ['soft', 'refused', 6, 10, 13, 14, 15, 16, 39, 41, 50, 51, 52, 53, 54],
  // Who has sent STOP is not even tried.
  ['never', 'denylisted-address', 9],
]);

/** Error numbers of the Messages API (developer.vonage.com/api-errors/messages). */
const MESSAGE_ERRORS = errorTable([
  // No user of that network, or a device that cannot show such a message, will not be one tomorrow.
  ['hard', 'user-unknown', 1190, 1300],
  ['hard', 'unreachable', 1310],
  ['soft', 'unreachable', 1030, 1100, 1180, 1200, 1220, 1230, 1250, 1260, 1360],
  ['soft', 'refused', 1000, 1010, 1020, 1021, 1022, 1040, 1060, 1070, 1080, 1090, 1110, 1120, 1130, 1140, 1150, 1210],
  ['soft', 'refused', 1241, 1270, 1280, 1290, 1340, 1350, 1370],
  ['never', 'denylisted-address', 1050, 1240],
  ['never', 'excluded-by-rule', 1160],
  ['never', 'bad-quality-address', 1170, 1430],
  ['never', 'duplicate', 1320],
]);

const NO_ANSWER = new Set(['unknown']);

/**
 * Vonage: delivery receipts of the SMS API (JSON, form, or by GET the fields of the called address) and status webhooks
 * of the Messages API. Campaign and so on are read from the query of the webhook's address, from `client-ref` (`client_ref`;
 * also as a JSON object), then from the notice's own fields.
 *
 * There is no id of an event: it is made from the message, status and time. The time is `timestamp` (Messages API) or
 * `message-timestamp` (SMS API, UTC); `scts` is in the carrier's zone and not used. A notice without readable time is
 * dated by its receipt. `accepted` and `submitted` are `sent`, `buffered` is `deferred`, `unknown` says nothing;
 * `read` (of channels that tell it) is an open.
 */
export const vonage: Provider = {
  id: 'vonage',

  callsByGet: true,

  verify: verifyVonage,

  document: formOrJson,

  read(document, mapping, receipt) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) => {
      const query = addressFields(receipt?.url);
      const whole = isObject(each) ? { ...query, ...each } : each;
      return noticeRow(whole, (): EventReading => {
        const fields = Fields.of(whole);
        const status = fields.text('status')?.toLowerCase();
        if (status === undefined && isIncoming(fields)) return { kind: 'passed-over', type: 'inbound' };
        if (NO_ANSWER.has(status ?? '')) return { kind: 'passed-over', type: 'unknown' };
        const isMessagesApi = fields.raw('message_uuid') !== undefined;
        const time = fields.text(isMessagesApi ? 'timestamp' : 'message-timestamp');
        const at = instantOf(time) ?? instantOf(time && `${time}Z`);
        const reference = fields.raw('client-ref') ?? fields.raw('client_ref');
        const notice = {
          provider: 'vonage' as const,
          channel: 'sms' as const,
          ...(isMessagesApi ? messageOutcome(status, fields) : receiptOutcome(status, fields)),
          at: at ?? receipt?.receivedAt ?? null,
          datedByReceipt: at === null,
          atText: time ?? '',
          address: isMessagesApi ? fields.text('to') : fields.text('msisdn'),
          messageId: fields.text('message_uuid') ?? fields.text('messageId') ?? fields.text('message-id'),
          labels: new LabelCollector().fields(query).fields(reference).one('client_ref', reference).fields(whole).all,
        };
        return noticeEvent(notice, mapping);
      });
    });
  },
};

function isIncoming(fields: Fields): boolean {
  return (
    fields.raw('text') !== undefined || fields.raw('message_type') !== undefined || fields.raw('keyword') !== undefined
  );
}

function messageOutcome(status: string | undefined, fields: Fields): Outcome {
  switch (status) {
    case 'submitted':
      return { kind: 'sent' };
    case 'delivered':
      return { kind: 'delivered' };
    case 'read':
      return { kind: 'opened' };
    case 'rejected':
    case 'undeliverable': {
      const error = fields.fields('error');
      const code = /#(\d+)$/.exec(error.text('type') ?? '')?.[1] ?? error.text('title');
      const text = error.text('detail') ?? error.text('title');
      return refined(failure(MESSAGE_ERRORS, code, text), text);
    }
    default:
      throw new Rejection('unknown-event-type', 'status', (status ?? '').slice(0, 200));
  }
}

function receiptOutcome(status: string | undefined, fields: Fields): Outcome {
  const code = fields.text('err-code');
  const text = code && code !== '0' ? `err-code ${code}` : undefined;
  switch (status) {
    case 'accepted':
      return { kind: 'sent' };
    case 'delivered':
      return { kind: 'delivered' };
    case 'buffered':
      return { kind: 'deferred', reason: { code: 'unreachable', text, failureType: 'soft' } };
    case 'expired':
      return { kind: 'softBounced', reason: { code: 'unreachable', text, failureType: 'soft' } };
    case 'failed':
    case 'rejected':
      return failure(RECEIPT_ERRORS, code, text);
    default:
      throw new Rejection('unknown-event-type', 'status', (status ?? '').slice(0, 200));
  }
}

/** Of an error that is not in the table its own words may tell. */
function refined(outcome: Outcome, text: string | undefined): Outcome {
  if (outcome.reason?.code !== 'not-defined') return outcome;
  return { ...outcome, reason: { ...outcome.reason, code: reasonInAnswer(text) ?? 'not-defined' } };
}
