import type { CanonicalEvent } from '@tallysheet/contract';
import { Rejection } from '../reading';
import type { Fields } from './fields';
import { type Labels, LabelCollector } from './labels';
import { failure } from './mailgun-outcome';
import type { Notice } from './notice';

const KINDS: ReadonlyMap<string, CanonicalEvent['kind']> = new Map([
  ['delivered', 'delivered'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['complained', 'complained'],
  ['unsubscribed', 'unsubscribed'],
] as const);

const SIGNED = ['timestamp', 'token', 'signature'];

/** Customer variables of these names stand in the form too; Mailgun's own come last. */
export function lastSigned(form: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    SIGNED.flatMap((name) =>
      form
        .getAll(name)
        .slice(-1)
        .map((value) => [name, value]),
    ),
  );
}

/**
 * A notice of Mailgun's old webhooks: a form, with the customer's variables among its fields or as JSON in the message's
 * headers. It has no event id. `bounced` is final; `dropped` is that too, or an address that was not even tried.
 */
export function formNotice(form: Fields, whole: unknown): Notice {
  const seconds = form.number('timestamp');
  return {
    provider: 'mailgun',
    channel: 'email',
    ...outcome(form),
    at: seconds === undefined ? null : seconds * 1000,
    atText: form.text('timestamp') ?? '',
    address: form.text('recipient'),
    messageId: (form.text('Message-Id') ?? form.text('message-id'))?.replace(/^<|>$/g, ''),
    labels: labelsOf(form, whole),
    url: form.text('url'),
    userAgent: form.text('user-agent'),
    ip: form.text('ip'),
  };
}

function outcome(form: Fields): Pick<Notice, 'kind' | 'reason'> {
  const type = form.text('event') ?? '';
  if (type === 'bounced' || type === 'dropped') {
    return failure({
      isTemporary: false,
      cause: form.text('reason') ?? '',
      code: form.number('code') ?? 0,
      enhancedCode: form.text('code'),
      text: form.text('error') ?? form.text('notification') ?? form.text('description'),
    });
  }
  const kind = KINDS.get(type);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', type.slice(0, 200));
  return { kind };
}

function labelsOf(form: Fields, whole: unknown): Labels {
  const labels = new LabelCollector();
  for (const variables of variableHeaders(form.text('message-headers'))) labels.fields(variables);
  return labels
    .fields(whole)
    .one('tag', form.raw('X-Mailgun-Tag'))
    .one('campaign_id', form.raw('campaign-id'))
    .one('campaign_name', form.raw('campaign-name')).all;
}

/** The values of the header that holds the customer's variables, in the JSON list of all headers. */
function variableHeaders(text: string | undefined): unknown[] {
  try {
    const headers: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(headers)) return [];
    return headers
      .filter((header: unknown): header is unknown[] => Array.isArray(header) && header[0] === 'X-Mailgun-Variables')
      .map(([, value]) => value);
  } catch {
    return [];
  }
}
