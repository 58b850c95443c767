import { reasonInAnswer } from '../reason/answer-reason';
import type { Fields } from './fields';
import type { Notice } from './notice';

/** Auto-reply, a request to subscribe, challenge-response: answers to a message, not its fate. */
export const PASSED_OVER_CLASSES: ReadonlySet<string> = new Set(['60', '80', '100']);

/** Failed by a policy of SparkPost's own or of the customer's: nobody was asked. */
const NEVER_TRIED = new Set(['25', '26']);

const HARD = new Set(['10', '30']);
const UNDETERMINED = '1';
const UNSUBSCRIBE = '90';

/** Classes that tell the reason better than the answer does. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['10', 'user-unknown'],
  ['21', 'invalid-domain'],
  ['22', 'mailbox-full'],
  ['23', 'refused'],
  ['24', 'unreachable'],
  ['30', 'address-not-specified'],
  ['50', 'refused'],
  ['51', 'refused'],
  ['52', 'refused'],
  ['53', 'refused'],
  ['54', 'refused'],
]);

/** What an event of a failure means, by its type and SparkPost's bounce class. A delay is tried again. */
export function sparkpostFailure(fields: Fields, type: string): Pick<Notice, 'kind' | 'reason'> {
  const text = fields.text('raw_reason') ?? fields.text('reason');
  const bounceClass = fields.text('bounce_class') ?? '';
  const isBounce = type === 'bounce' || type === 'out_of_band';
  if (bounceClass === UNSUBSCRIBE && isBounce) return { kind: 'unsubscribed' };
  if ((!isBounce && type !== 'delay') || (isBounce && NEVER_TRIED.has(bounceClass))) {
    const code = /suppress/i.test(text ?? '') ? 'denylisted-address' : 'excluded-by-rule';
    return { kind: 'excluded', reason: { code, text, failureType: 'ignored' } };
  }
  const code = REASONS.get(bounceClass) ?? reasonInAnswer(text) ?? 'not-defined';
  if (type === 'delay') return { kind: 'deferred', reason: { code, text, failureType: 'soft' } };
  if (HARD.has(bounceClass)) return { kind: 'hardBounced', reason: { code, text, failureType: 'hard' } };
  const failureType = bounceClass === UNDETERMINED || bounceClass === '' ? 'undefined' : 'soft';
  return { kind: 'softBounced', reason: { code, text, failureType } };
}
