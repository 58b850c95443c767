import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { listIn } from './brevo-labels';
import { Fields } from './fields';
import { addressFields } from './form';
import { instantOf } from './instant';
import { isObject, LabelCollector } from './labels';
import type { Notice } from './notice';
import type { Receipt } from './provider';

type Outcome = Pick<Notice, 'kind' | 'reason'>;

const KINDS: ReadonlyMap<string, CanonicalEvent['kind']> = new Map<string, CanonicalEvent['kind']>([
  ['sent', 'sent'],
  ['accepted', 'sent'],
  ['delivered', 'delivered'],
  ['unsubscribe', 'unsubscribed'],
  ['unsubscribed', 'unsubscribed'],
]);

/** Never tried, since the number is on a list, or for another rule of the account. */
const EXCLUDED: ReadonlyMap<string, string> = new Map([
  ['blacklisted', 'denylisted-address'],
  ['blocked', 'denylisted-address'],
  ['skip', 'excluded-by-rule'],
  ['skipped', 'excluded-by-rule'],
]);

/** What somebody answered, and who asked for more. */
const PASSED_OVER = new Set(['reply', 'replied', 'subscribe', 'subscribed']);

/** Whether this is about a text message: those have a status where emails have an event. */
export function isSms(document: unknown): document is Record<string, unknown> {
  return isObject(document) && document.msg_status !== undefined && document.event === undefined;
}

/** A text message's notice, and the fields of the webhook's address, which may name the campaign of each message. */
export function withAddressFields(document: Record<string, unknown>, receipt: Receipt | undefined): object {
  return { ...addressFields(receipt?.url), ...document };
}

/**
 * A transactional text message. Its `date` has no zone: the time is `ts_event`, or else that of receipt. There is no
 * event id; the webhook's `id` is the same in all of them.
 */
export function smsNotice(
  document: unknown,
  receipt: Receipt | undefined,
): Notice | Extract<EventReading, { kind: 'passed-over' }> {
  const fields = Fields.of(document);
  const status = fields.text('msg_status') ?? '';
  const type = status.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
  if (PASSED_OVER.has(type)) return { kind: 'passed-over', type: status };
  const seconds = fields.number('ts_event');
  const at = seconds === undefined ? instantOf(fields.text('date')) : seconds * 1000;
  return {
    provider: 'brevo',
    channel: 'sms',
    ...outcome(type, fields.text('description') ?? fields.text('bounce_type'), status),
    at: at ?? receipt?.receivedAt ?? null,
    datedByReceipt: at === null,
    atText: fields.text('ts_event') ?? fields.text('date') ?? '',
    address: fields.text('to'),
    messageId: fields.text('messageId') ?? fields.text('reference'),
    labels: labelsOf(document, fields),
  };
}

function outcome(type: string, text: string | undefined, status: string): Outcome {
  const excluded = EXCLUDED.get(type);
  if (excluded) return { kind: 'excluded', reason: { code: excluded, text, failureType: 'ignored' } };
  const told = reasonInAnswer(text);
  switch (type) {
    case 'hard_bounce':
      return { kind: 'hardBounced', reason: { code: told ?? 'user-unknown', text, failureType: 'hard' } };
    case 'soft_bounce':
      return { kind: 'softBounced', reason: { code: told ?? 'not-defined', text, failureType: 'soft' } };
    case 'rejected':
      return { kind: 'softBounced', reason: { code: told ?? 'refused', text, failureType: 'soft' } };
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'msg_status', status.slice(0, 200));
  return { kind };
}

/** The contact's id is not in every notice of a message, and so must not name the person. */
function labelsOf(document: unknown, fields: Fields): Notice['labels'] {
  const labels = new LabelCollector().list('tag', listIn(fields.raw('tag')));
  if (!isObject(document)) return labels.all;
  const { contact_id: _contact, ...others } = document;
  return labels.fields(others).all;
}
