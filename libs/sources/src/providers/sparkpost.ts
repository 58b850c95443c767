import type { CanonicalEvent } from '@tallysheet/contract';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { isObject, LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { NoticeRow, Provider } from './provider';
import { isBasicAuth } from './signature';
import { PASSED_OVER_CLASSES, sparkpostFailure } from './sparkpost-outcome';

const KINDS: ReadonlyMap<string, CanonicalEvent['kind']> = new Map<string, CanonicalEvent['kind']>([
  ['injection', 'sent'],
  ['delivery', 'delivered'],
  ['open', 'opened'],
  ['initial_open', 'opened'],
  ['amp_open', 'opened'],
  ['amp_initial_open', 'opened'],
  ['click', 'clicked'],
  ['amp_click', 'clicked'],
  ['spam_complaint', 'complained'],
  ['list_unsubscribe', 'unsubscribed'],
  ['link_unsubscribe', 'unsubscribed'],
]);

const FAILURES = new Set([
  'bounce',
  'out_of_band',
  'delay',
  'policy_rejection',
  'generation_failure',
  'generation_rejection',
]);

/** Classes of events about mail that comes in, tests of variants and bulk input. */
const PASSED_OVER = /^(relay_(event|message)|ab_test_event|ingest_event)$/;

/**
 * SparkPost: a list of `{msys: {class: event}}`, guarded by HTTP Basic; the key is `user:password`. Events have ids.
 * `initial_open` is a pixel at the top of the email, `open` one at its end, which Gmail cuts off from long emails: both
 * are opens. Whoever has both pixels should choose one of the two for this webhook, or each view adds two to total opens
 * (people count once either way). Prefetching and proxies are told by their user agents and are nobody's bot.
 */
export const sparkpost: Provider = {
  id: 'sparkpost',

  async verify({ headers }, key) {
    return isBasicAuth(headers['authorization'], key);
  },

  read(document, mapping) {
    const wrappers: unknown[] = Array.isArray(document) ? document : [document];
    return wrappers.flatMap((wrapper): NoticeRow[] => {
      const classes = Fields.of(wrapper).raw('msys');
      const events = isObject(classes) ? Object.entries(classes) : [];
      if (isObject(classes) && events.length === 0) {
        return [noticeRow(wrapper, () => ({ kind: 'passed-over', type: 'ping' }))];
      }
      if (events.length === 0) return [noticeRow(wrapper, () => one('', wrapper))];
      return events.map(([name, event]) => noticeRow({ msys: { [name]: event } }, () => one(name, event)));
    });

    function one(name: string, event: unknown): EventReading {
      const fields = Fields.of(event);
      const type = fields.text('type') ?? '';
      if (PASSED_OVER.test(name)) return { kind: 'passed-over', type: type || name };
      const bounceClass = fields.text('bounce_class') ?? '';
      if (FAILURES.has(type) && PASSED_OVER_CLASSES.has(bounceClass)) return { kind: 'passed-over', type };
      return noticeEvent(notice(fields, type), mapping);
    }
  },
};

function notice(fields: Fields, type: string): Notice {
  const kind = KINDS.get(type);
  if (kind === undefined && !FAILURES.has(type)) throw new Rejection('unknown-event-type', 'type', type.slice(0, 200));
  const seconds = fields.number('timestamp');
  return {
    provider: 'sparkpost',
    channel: 'email',
    ...(kind === undefined ? sparkpostFailure(fields, type) : { kind }),
    at: seconds === undefined ? instantOf(fields.text('timestamp')) : seconds * 1000,
    atText: fields.text('timestamp') ?? '',
    id: fields.text('event_id'),
    address: fields.text('raw_rcpt_to') ?? fields.text('rcpt_to'),
    messageId: fields.text('message_id'),
    labels: new LabelCollector()
      .fields(fields.raw('rcpt_meta'))
      .one('campaign_id', fields.raw('campaign_id'))
      .one('template_id', fields.raw('template_id'))
      .list('tag', fields.raw('rcpt_tags'))
      .one('variant', fields.raw('ab_test_version'))
      .one('transmission_id', fields.raw('transmission_id'))
      .one('subaccount_id', fields.raw('subaccount_id')).all,
    url: kind === 'clicked' ? fields.text('target_link_url') : undefined,
    userAgent: fields.text('user_agent'),
    // In events of the delivery it is the mail server's.
    ip: kind === 'opened' || kind === 'clicked' ? fields.text('ip_address') : undefined,
  };
}
