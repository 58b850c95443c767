import { reasonInAnswer } from '../reason/answer-reason';
import { Rejection } from '../reading';
import type { Fields } from './fields';
import type { Notice } from './notice';

/** Answers of people and machines to a message that arrived, and changes of an address by hand. */
export const PASSED_OVER_BOUNCES: ReadonlySet<string> = new Set([
  'Subscribe',
  'AutoResponder',
  'AddressChange',
  'OpenRelayTest',
  'ChallengeVerification',
  'ManuallyDeactivated',
  'InboundError',
]);

type Verdict = readonly [kind: Notice['kind'], code: string, failureType: NonNullable<Notice['reason']>['failureType']];

/**
 * Postmark's types of bounces. Transient and DnsError are tried again; SoftBounce has been tried for hours and is final.
 * The reason stands here for answers that do not tell one themselves.
 */
const VERDICTS: ReadonlyMap<string, Verdict> = new Map<string, Verdict>([
  ['HardBounce', ['hardBounced', 'user-unknown', 'hard']],
  ['SoftBounce', ['softBounced', 'not-defined', 'soft']],
  ['Transient', ['deferred', 'not-defined', 'soft']],
  ['DnsError', ['deferred', 'unreachable', 'soft']],
  ['Blocked', ['softBounced', 'refused', 'soft']],
  ['SpamNotification', ['softBounced', 'refused', 'soft']],
  ['VirusNotification', ['softBounced', 'refused', 'soft']],
  ['DMARCPolicy', ['softBounced', 'refused', 'soft']],
  ['Unknown', ['softBounced', 'not-defined', 'undefined']],
  ['BadEmailAddress', ['excluded', 'bad-quality-address', 'ignored']],
  ['Unconfirmed', ['excluded', 'unqualified-address', 'ignored']],
  ['SMTPApiError', ['excluded', 'excluded-by-rule', 'ignored']],
  ['TemplateRenderingFailed', ['excluded', 'excluded-by-rule', 'ignored']],
]);

export function postmarkBounce(fields: Fields): Pick<Notice, 'kind' | 'reason'> {
  const type = fields.text('Type') ?? '';
  if (type === 'SpamComplaint') return { kind: 'complained' };
  if (type === 'Unsubscribe') return { kind: 'unsubscribed' };
  const verdict = VERDICTS.get(type);
  if (verdict === undefined) throw new Rejection('unknown-event-type', 'Type', type.slice(0, 200));
  const [kind, code, failureType] = verdict;
  const text = fields.text('Details') ?? fields.text('Description');
  const told = kind === 'excluded' ? undefined : reasonInAnswer(fields.text('Details'));
  return { kind, reason: { code: told ?? code, text, failureType } };
}
