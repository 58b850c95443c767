import { createHash } from 'node:crypto';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { addressFields, formOrJson } from './form';
import { isObject, LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { hmac, sameText } from './signature';
import { errorTable, failure, type Outcome } from './sms-outcome';

/** Numbers of Twilio's error dictionary (twilio.com/docs/api/errors); a person's own bar is as lasting as an unknown number. */
const ERRORS = errorTable([
  ['hard', 'user-unknown', 30005, 63003, 63024],
  ['hard', 'unreachable', 30006],
  ['hard', 'refused', 63014],
  ['soft', 'unreachable', 21612, 30003, 30017, 30036, 30410, 63012],
  ['soft', 'refused', 21611, 21617, 30001, 30002, 30004, 30007, 30010, 30011, 30018, 30019, 30022, 30023, 30024, 30032],
  ['soft', 'refused', 30033, 30034, 30035, 30037, 30038, 30039, 30040, 30042, 30450, 63005, 63016, 63018, 63021],
  ['never', 'denylisted-address', 21610],
  ['never', 'bad-quality-address', 21211, 21214, 21217, 21265, 21614, 21635, 30014],
  ['never', 'excluded-by-rule', 21408],
]);

/** On the way, or a message that came in. */
const PASSED_OVER = new Set(['accepted', 'scheduled', 'queued', 'sending', 'receiving', 'received']);

/**
 * Twilio Programmable Messaging: status callbacks, and incoming messages of those who write STOP (`OptOutType`). The key
 * is the auth token. Signed are the address that was called, as the public knows it, and all fields; there is no time
 * in the signature. Callbacks carry nothing of the customer's own: campaign and so on are read from the query of the
 * callback address (`…?campaign=spring&asset=sms-7`), then from the callback's fields (`MessagingServiceSid` …).
 *
 * A callback tells no time, so an event is dated by its receipt. `RawDlrDoneDate` is the carrier's clock in the
 * carrier's own zone, to the minute; it is used, as UTC, only where no receipt is known (a file of bodies). There is no
 * id either: it is made from MessageSid and status, so that a callback which Twilio repeats is a duplicate, whenever it
 * comes.
 */
export const twilio: Provider = {
  id: 'twilio',

  async verify({ url, headers, body }, key) {
    const given = headers['x-twilio-signature'];
    const text = body.toString('utf8');
    const bodyHash = addressFields(url).bodySHA256;
    if (bodyHash !== undefined) {
      if (!sameText(bodyHash.toLowerCase(), createHash('sha256').update(body).digest('hex'))) return false;
      return addressesOf(url).some((each) => sameText(given, hmac('sha1', key, [each], 'base64')));
    }
    const signed = signedFields(text);
    return addressesOf(url).some((each) => sameText(given, hmac('sha1', key, [each, signed], 'base64')));
  },

  document: formOrJson,

  read(document, mapping, receipt) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) => {
      const whole = isObject(each) ? { ...addressFields(receipt?.url), ...each } : each;
      return noticeRow(whole, (): EventReading => {
        const fields = Fields.of(whole);
        const status = (fields.text('MessageStatus') ?? fields.text('SmsStatus') ?? '').toLowerCase();
        const optOut = fields.text('OptOutType')?.toUpperCase();
        if (optOut !== 'STOP' && PASSED_OVER.has(status)) return { kind: 'passed-over', type: status };
        const { kind, reason } = optOut === 'STOP' ? ({ kind: 'unsubscribed' } as const) : outcome(status, fields);
        const at = receipt?.receivedAt ?? doneDate(fields.text('RawDlrDoneDate'));
        const notice: Notice = {
          provider: 'twilio',
          kind,
          channel: 'sms',
          at,
          datedByReceipt: true,
          atText: fields.text('RawDlrDoneDate') ?? '',
          address: fields.text(optOut === 'STOP' ? 'From' : 'To'),
          messageId: fields.text('MessageSid') ?? fields.text('SmsSid'),
          labels: new LabelCollector().fields(whole).all,
          reason,
        };
        return noticeEvent(notice, mapping);
      });
    });
  },
};

function outcome(status: string, fields: Fields): Outcome {
  switch (status) {
    case 'sent':
      return { kind: 'sent' };
    case 'delivered':
      return { kind: 'delivered' };
    case 'read':
      return { kind: 'opened' };
    case 'canceled':
      return { kind: 'excluded', reason: { code: 'excluded-by-rule', failureType: 'ignored' } };
    case 'failed':
    case 'undelivered': {
      const code = fields.text('ErrorCode');
      return failure(ERRORS, code, [code, fields.text('ErrorMessage')].filter(Boolean).join(' ') || undefined);
    }
    default:
      throw new Rejection('unknown-event-type', 'MessageStatus', status.slice(0, 200));
  }
}

/** Names and values without anything between, in the order of their names; a field given twice in the same way counts once. */
function signedFields(body: string): string {
  const pairs = new Set([...new URLSearchParams(body)].map(([name, value]) => JSON.stringify([name, value])));
  const parsed = [...pairs].map((pair) => JSON.parse(pair) as [string, string]);
  const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  return parsed
    .sort(([a, x], [b, y]) => order(a, b) || order(x, y))
    .flat()
    .join('');
}

/** Twilio signs the address sometimes with its port and sometimes without. */
function addressesOf(url: string): string[] {
  const parts = /^(https?):\/\/([^/?#]+?)(:\d+)?([/?#].*)?$/.exec(url);
  if (!parts) return [url];
  const [, scheme = '', host = '', port, rest = ''] = parts;
  const other = port === undefined ? (scheme === 'https' ? ':443' : ':80') : '';
  return [url, `${scheme}://${host}${other}${rest}`];
}

/** `YYMMDDhhmm` as UTC. */
function doneDate(text: string | undefined): number | null {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/
    .exec(text ?? '')
    ?.slice(1)
    .map(Number);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60;
  return isReal ? Date.UTC(2000 + year, month - 1, day, hour, minute) : null;
}
