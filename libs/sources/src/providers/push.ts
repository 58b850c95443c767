import { createHash } from 'node:crypto';
import type { CanonicalEvent } from '@tallysheet/contract';
import { type EventReading, Rejection } from '../reading';
import { Fields } from './fields';
import { instantOf } from './instant';
import { LabelCollector } from './labels';
import { type Notice, noticeEvent } from './notice';
import { noticeRow } from './notice-row';
import type { Provider } from './provider';
import { type Outcome, pushFailure } from './push-outcome';
import { hmac, isRecent, sameText } from './signature';

type Kind = CanonicalEvent['kind'];

const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['targeted', 'targeted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['impression', 'impression'],
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsubscribed', 'unsubscribed'],
]);

const PASSED_OVER = new Set(['dismissed']);

/**
 * Push notifications in a format of Tallysheet's own, since neither FCM nor APNs calls anyone back: the program that
 * sends them tells their answers, the app what became of the notification. A JSON object or a list of them:
 *
 * - `event`: `targeted`, `excluded`, `sent` (FCM or APNs took it), `failed`, `delivered` (it reached the device),
 *   `impression` (it was shown), `opened`, `clicked`, `unsubscribed`; `dismissed` is passed over.
 * - `at`: ISO 8601 with a zone, or seconds since 1970.
 * - `token` (the device's) or `person` (the id of yours), or both; with both the person counts.
 * - `platform`: `ios` or `android`, needed where something failed.
 * - `code`: FCM's or APNs's error of a failure (none: no answer came); `final: true` when a temporary one is not tried
 *   again. Of an exclusion, its reason.
 * - `text` (the error in words), `url` (of a click), `message` (its id at the sender), `device`, `userAgent`, `ip`,
 *   `test: true`.
 * - `campaign`, `campaign_name`, `asset`, `asset_name`, `program`, `run`, `variant`, or whatever names the source's
 *   mapping has; also inside `labels`.
 * - `id`: the event's own. Without one, a notice that is repeated word for word counts once.
 *
 * The key is a shared secret. Each call has the header `X-Tallysheet-Signature: t=<unix seconds>,v1=<hex>`, where the
 * hex is HMAC-SHA256 of the seconds, a full stop and the body; several `v1` may stand there while keys change.
 */
export const push: Provider = {
  id: 'push',

  async verify({ headers, body }, key, { now }) {
    const parts = (headers['x-tallysheet-signature'] ?? '').split(',').map((part) => part.trim());
    const timestamp = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2);
    if (timestamp === undefined || !isRecent(Number(timestamp) * 1000, now)) return false;
    const expected = `v1=${hmac('sha256', key, [`${timestamp}.`, body], 'hex')}`;
    return parts.filter((part) => sameText(part, expected)).length > 0;
  },

  read(document, mapping) {
    const notices: unknown[] = Array.isArray(document) ? document : [document];
    return notices.map((each) =>
      noticeRow(each, (): EventReading => {
        const fields = Fields.of(each);
        const event = fields.text('event') ?? '';
        if (PASSED_OVER.has(event)) return { kind: 'passed-over', type: event };
        const labels = new LabelCollector()
          .one(mapping.person[0] ?? 'person', fields.raw('person'))
          .fields(fields.raw('labels'))
          .fields(each);
        const notice: Notice = {
          provider: 'push',
          channel: 'push',
          ...outcome(event, fields),
          ...timeOf(fields),
          id: fields.text('id') ?? createHash('sha256').update(JSON.stringify(each)).digest('hex').slice(0, 40),
          address: fields.text('token'),
          messageId: fields.text('message'),
          labels: labels.all,
          url: event === 'clicked' ? fields.text('url') : undefined,
          userAgent: fields.text('userAgent'),
          ip: fields.text('ip'),
          deviceId: fields.text('device'),
          test: fields.boolean('test'),
        };
        return noticeEvent(notice, mapping);
      }),
    );
  },
};

function timeOf(fields: Fields): Pick<Notice, 'at' | 'atText'> {
  const text = fields.text('at');
  const seconds = typeof fields.raw('at') === 'number' ? fields.number('at') : undefined;
  return { at: seconds === undefined ? instantOf(text) : seconds * 1000, atText: text ?? '' };
}

function outcome(event: string, fields: Fields): Outcome {
  const text = fields.text('text');
  if (event === 'excluded') {
    const code = fields.text('code') ?? 'excluded-by-rule';
    if (!/^[a-z-]{1,64}$/.test(code)) throw new Rejection('invalid-field', 'code', code.slice(0, 200));
    return { kind: 'excluded', reason: { code, text, failureType: 'ignored' } };
  }
  if (event === 'failed') {
    const platform = fields.text('platform');
    if (platform !== 'ios' && platform !== 'android') {
      throw new Rejection('invalid-field', 'platform', (platform ?? '').slice(0, 200));
    }
    const code = fields.text('code') ?? '';
    return pushFailure(platform, code, text ?? (code || undefined), fields.boolean('final') === true);
  }
  const kind = KINDS.get(event);
  if (kind === undefined) throw new Rejection('unknown-event-type', 'event', event.slice(0, 200));
  return { kind };
}
