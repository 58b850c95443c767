import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { NoticeRow, Provider } from './provider';
import { delayReason, bounceOutcome, complaintOutcome, type Outcome } from './ses-outcome';
import { sesLabels } from './ses-labels';
import { subscriptionAddress, verifySns } from './sns';

/** Which object of the notice tells of each type, and which of its lists names whom it is about. */
interface Shape {
  part: string;
  /** The part's own list of recipients; without one they are the mail's. */
  recipients?: string;
  outcome: (part: Fields, recipient: Fields) => Outcome | 'passed-over';
  /** One person's doing: of a mail to several nobody can tell whose. */
  isOnePersons?: true;
  /** The part has no time: it happened when the mail was sent. */
  isAtSend?: true;
}

const TYPES: Readonly<Record<string, Shape>> = {
  Send: { part: 'send', outcome: () => ({ kind: 'sent' }), isAtSend: true },
  Delivery: { part: 'delivery', recipients: 'recipients', outcome: () => ({ kind: 'delivered' }) },
  Bounce: { part: 'bounce', recipients: 'bouncedRecipients', outcome: bounceOutcome },
  Complaint: { part: 'complaint', recipients: 'complainedRecipients', outcome: complaintOutcome },
  DeliveryDelay: { part: 'deliveryDelay', recipients: 'delayedRecipients', outcome: delayReason },
  Open: { part: 'open', outcome: () => ({ kind: 'opened' }), isOnePersons: true },
  Click: { part: 'click', outcome: () => ({ kind: 'clicked' }), isOnePersons: true },
  Reject: {
    part: 'reject',
    outcome: (part) => ({ kind: 'excluded', reason: never('excluded-by-rule', part.text('reason')) }),
    isAtSend: true,
  },
  'Rendering Failure': {
    part: 'failure',
    outcome: (part) => ({ kind: 'excluded', reason: never('not-defined', part.text('errorMessage')) }),
    isAtSend: true,
  },
  Subscription: {
    part: 'subscription',
    outcome: (part) => (isOptOut(part) ? { kind: 'unsubscribed' } : 'passed-over'),
    isOnePersons: true,
  },
};

const SIMULATOR = /@simulator\.amazonses\.com$/i;
const TEST_TEXT = /^Successfully validated SNS topic for Amazon SES event publishing/i;

/**
 * Amazon SES through Amazon SNS, as feedback notifications (`notificationType`) or event publishing (`eventType`). The
 * key is the topic's ARN. Raw message delivery must be off: without the envelope nothing is signed. A file of bodies may
 * hold envelopes or SES's own records, as Firehose writes them.
 *
 * A transient bounce means that SES has given up (while it still tries it says DeliveryDelay): `softBounced`, as is an
 * undetermined one, whose reason is `not-defined`. Addresses on a suppression list were never tried: `excluded`. A
 * complaint may name several people of one provider, for all of whom SES holds it possible; `not-spam` is none.
 * Open and Click do not say whose they are when a mail has several recipients: those are rejected. Mail to the mailbox
 * simulator is passed over. Bounces and complaints have an id (`feedbackId`), shared by both ways of publishing and
 * joined with the recipient; other events have none.
 */
export const ses: Provider = {
  id: 'ses',

  verify: verifySns,

  read(document, mapping) {
    const documents: unknown[] = Array.isArray(document) ? document : [document];
    return documents.flatMap((each) => {
      const envelope = Fields.of(each);
      const type = envelope.text('Type');
      if (type === 'SubscriptionConfirmation' || type === 'UnsubscribeConfirmation') return [passedOver(each, type)];
      if (envelope.raw('Message') === undefined) return notices(each, (record) => record);
      const text = envelope.text('Message') ?? '';
      if (TEST_TEXT.test(text)) return [passedOver(each, 'topic-validation')];
      const record = parsed(text);
      if (record === undefined) {
        return [noticeRow(each, () => raise(new Rejection('unreadable-body', 'Message', text.slice(0, 200))))];
      }
      return notices(record, (narrowed) => ({ ...(each as object), Message: JSON.stringify(narrowed) }));
    });

    /** `whole` makes the raw text again from the record of one recipient. */
    function notices(record: unknown, whole: (record: unknown) => unknown): NoticeRow[] {
      const fields = Fields.of(record);
      const type = fields.text('eventType') ?? fields.text('notificationType') ?? '';
      if (type === 'AmazonSnsSubscriptionSucceeded') return [passedOver(whole(record), type)];
      const shape = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
      if (!shape) {
        const unknown = new Rejection('unknown-event-type', 'eventType', type.slice(0, 200));
        return [noticeRow(safely(whole, record), () => raise(unknown))];
      }
      const holder = shape.recipients === undefined ? 'mail' : shape.part;
      const list = shape.recipients ?? 'destination';
      const recipients = fields.fields(holder).list(list);
      if (recipients.length === 0 || (shape.isOnePersons && recipients.length > 1)) {
        return [
          noticeRow(safely(whole, record), () => {
            throw new Rejection('missing-person', `${holder}.${list}`, JSON.stringify(recipients).slice(0, 200));
          }),
        ];
      }
      return recipients.map((recipient) => {
        const narrowed = {
          ...(record as object),
          [holder]: { ...(fields.raw(holder) as object), [list]: [recipient] },
        };
        return noticeRow(safely(whole, narrowed), () => one(fields, type, shape, recipient));
      });
    }

    function one(record: Fields, type: string, shape: Shape, recipient: unknown): EventReading {
      const person = typeof recipient === 'string' ? new Fields({ emailAddress: recipient }) : Fields.of(recipient);
      const address = bareAddress(person.text('emailAddress'));
      if (address !== undefined && SIMULATOR.test(address)) return { kind: 'passed-over', type: 'mailbox-simulator' };
      const part = record.fields(shape.part);
      const outcome = shape.outcome(part, person);
      if (outcome === 'passed-over') return { kind: 'passed-over', type };
      const mail = record.fields('mail');
      const time = (shape.isAtSend ? undefined : part.text('timestamp')) ?? mail.text('timestamp');
      const feedbackId = part.text('feedbackId');
      return noticeEvent(
        {
          provider: 'ses',
          channel: 'email',
          ...outcome,
          at: instantOf(time),
          atText: time ?? '',
          id: feedbackId && address && `${feedbackId}/${address.toLowerCase()}`,
          address,
          messageId: mail.text('messageId'),
          labels: sesLabels(mail, part),
          url: type === 'Click' ? part.text('link') : undefined,
          // Of a complaint the user agent is the mailbox provider's, not the person's.
          ...(shape.isOnePersons && { userAgent: part.text('userAgent'), ip: part.text('ipAddress') }),
        },
        mapping,
      );
    }
  },

  confirmation: subscriptionAddress,
};

function isOptOut(subscription: Fields): boolean {
  const now = subscription.fields('newTopicPreferences');
  if (now.boolean('unsubscribeAll') === true) return true;
  const before = optedOut(subscription.fields('oldTopicPreferences'));
  return [...optedOut(now)].some((topic) => !before.has(topic));
}

function optedOut(preferences: Fields): Set<string | undefined> {
  const topics = preferences.list('topicSubscriptionStatus').map((each) => Fields.of(each));
  const out = topics.filter((topic) => /^opt_?out$/i.test(topic.text('subscriptionStatus') ?? ''));
  return new Set(out.map((topic) => topic.text('topicName')));
}

function never(code: string, text: string | undefined): NonNullable<Outcome['reason']> {
  return { code, text, failureType: 'ignored' };
}

/** `Jane <jane@example.com>` is how destinations may have been given. */
function bareAddress(text: string | undefined): string | undefined {
  return /<([^<>\s]+)>\s*$/.exec(text ?? '')?.[1] ?? text;
}

function passedOver(raw: unknown, type: string): NoticeRow {
  return noticeRow(raw, () => ({ kind: 'passed-over', type }));
}

function raise(rejection: Rejection): never {
  throw rejection;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Nested too deep, a record cannot be written again: then there is nothing to keep. */
function safely(whole: (record: unknown) => unknown, record: unknown): unknown {
  try {
    return whole(record);
  } catch {
    return undefined;
  }
}
