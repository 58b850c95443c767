import type { CanonicalEvent } from '@tallysheet/contract';
import { reasonInAnswer } from '../reason/answer-reason';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { formOrJson } from './form';
import { isObject, type Labels, LabelCollector } from './labels';
import { formNotice, lastSigned } from './mailgun-form';
import { failure } from './mailgun-outcome';
import { isMultipart, multipartFields } from './multipart';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { hmac, isRecent, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['accepted', 'sent'],
  ['delivered', 'delivered'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['complained', 'complained'],
  ['unsubscribed', 'unsubscribed'],
]);

/** Incoming mail, mailing lists and address checks. */
const PASSED_OVER = /^(stored|list_(member_upload(ed|_error)|uploaded)|email_validation)$/;

/**
 * Mailgun: one event a call, as JSON or, from old webhooks, as a form. Its signature covers a time and a token but not
 * the event, so that the address of the webhook must stay as secret as the key; what is sent again counts once. Event
 * ids are unique within one day only. A temporary failure is tried again; of the permanent ones, those that come of
 * waiting too long or of the receiver's dislike of the sender are soft, and a suppressed address was never tried.
 */
export const mailgun: Provider = {
  id: 'mailgun',

  async verify({ headers, body }, key, { now }) {
    let whole: Fields;
    try {
      whole = Fields.of(documentOf(body.toString('utf8'), headers['content-type'] ?? ''));
    } catch {
      return false;
    }
    const isForm = whole.raw('event-data') === undefined;
    const blocks = isForm ? [whole] : [whole.fields('signature'), whole.fields('parent-signature')];
    return blocks.filter((each) => isSigned(each, key, now)).length > 0;
  },

  document: documentOf,

  read(document, mapping) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.map((each) =>
      noticeRow(each, (): EventReading => {
        const whole = Fields.of(each);
        if (whole.raw('event-data') === undefined) return noticeEvent(formNotice(whole, each), mapping);
        const event = whole.fields('event-data');
        const type = event.text('event') ?? '';
        if (PASSED_OVER.test(type)) return { kind: 'passed-over', type };
        return noticeEvent(notice(event, type), mapping);
      }),
    );
  },
};

function documentOf(body: string, contentType: string): unknown {
  if (isMultipart(contentType)) return multipartFields(body, contentType);
  const document = formOrJson(body, contentType);
  const isForm = isObject(document) && !/^\s*[[{]/.test(body);
  return isForm ? { ...document, ...lastSigned(new URLSearchParams(body)) } : document;
}

/** By the account's key, or, of a subaccount's event, by that of the account above it: in the same block or its own. */
function isSigned(block: Fields, key: string, now: number): boolean {
  const timestamp = block.text('timestamp') ?? '';
  const expected = hmac('sha256', key, [timestamp, block.text('token') ?? ''], 'hex');
  const isOwn = sameText(block.text('signature'), expected);
  const isParents = sameText(block.text('parent-signature'), expected);
  return (isOwn || isParents) && isRecent(Number(timestamp) * 1000, now);
}

function notice(event: Fields, type: string): Notice {
  const seconds = event.number('timestamp');
  // Cut, not rounded up, at the millisecond; the double itself is exact to the microsecond only.
  const at = seconds === undefined ? null : Math.floor(Math.round(seconds * 1e6) / 1000);
  const client = event.fields('client-info');
  const headers = event.fields('message').fields('headers');
  const flags = event.fields('flags');
  return {
    provider: 'mailgun',
    channel: 'email',
    ...outcome(event, type),
    at,
    atText: event.text('timestamp') ?? '',
    id: dayId(event.text('id'), at),
    address: event.text('recipient') ?? soleAddress(headers.text('to')),
    messageId: headers.text('message-id')?.replace(/^<|>$/g, ''),
    labels: labelsOf(event),
    url: event.text('url'),
    userAgent: client.text('user-agent'),
    ip: event.text('ip'),
    // The others it names are the mail proxies of Apple and Gmail, which their user agents tell as well.
    ...(client.text('bot') === 'generic' && { bot: true }),
    test: flags.boolean('is-test-mode') === true || flags.boolean('is-system-test') === true,
  };
}

function outcome(event: Fields, type: string): Pick<Notice, 'kind' | 'reason'> {
  const status = event.fields('delivery-status');
  if (type === 'failed') {
    return failure({
      isTemporary: event.text('severity') === 'temporary',
      cause: event.text('reason') ?? '',
      code: status.number('code') ?? 0,
      enhancedCode: status.text('enhanced-code'),
      text: status.text('message') ?? status.text('description'),
    });
  }
  if (type === 'rejected') {
    const text = event.fields('reject').text('description') ?? event.fields('reject').text('reason');
    const code = reasonInAnswer(text) === 'user-unknown' ? 'bad-quality-address' : 'excluded-by-rule';
    return { kind: 'excluded', reason: { code, text, failureType: 'ignored' } };
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  return { kind };
}

function dayId(id: string | undefined, at: number | null): string | undefined {
  if (id === undefined || at === null || Math.abs(at) > 8.64e15) return id;
  return `${id} ${new Date(at).toISOString().slice(0, 10)}`;
}

/** The address in a `To` header, when it names one only. */
function soleAddress(to: string | undefined): string | undefined {
  if (to === undefined || to.includes(',')) return undefined;
  return /<([^<>\s]+)>\s*$/.exec(to)?.[1] ?? to;
}

function labelsOf(event: Fields): Labels {
  const campaign = Fields.of(event.list('campaigns')[0]);
  return new LabelCollector()
    .fields(event.raw('user-variables'))
    .list('tag', event.raw('tags'))
    .one('campaign_id', campaign.raw('id'))
    .one('campaign_name', campaign.raw('name'))
    .one('template', event.fields('template').raw('name'))
    .one('mailing_list', event.fields('mailing-list').raw('address'))
    .one('domain', event.fields('domain').raw('name')).all;
}
