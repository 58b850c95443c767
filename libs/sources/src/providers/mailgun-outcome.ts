import { reasonInAnswer } from '../reason/answer-reason';
import type { Notice } from './notice';

/** What Mailgun tells of a delivery that failed. `cause` is its own word for it, `code` SMTP's or its own (6xx). */
export interface MailgunFailure {
  isTemporary: boolean;
  cause: string;
  code: number;
  enhancedCode?: string;
  text?: string;
}

/** Addresses on a suppression list of Mailgun's are not tried, by its word or by its code. */
const SUPPRESSED: readonly (readonly [RegExp, number, string])[] = [
  [/^suppress-bounce$/, 605, 'quarantined-address'],
  [/^suppress-unsubscribe$/, 606, 'denylisted-address'],
  [/^suppress-complaint$/, 607, 'denylisted-address'],
];

/** Given up after days of trying, or turned away for the sender's sake: the address may be well. */
const SOFT_CAUSE = /^(old|greylisted|espblock)$/;

export function failure({
  isTemporary,
  cause,
  code,
  enhancedCode,
  text,
}: MailgunFailure): Pick<Notice, 'kind' | 'reason'> {
  const suppressed = SUPPRESSED.find(([word, number]) => word.test(cause) || number === code);
  if (suppressed) return { kind: 'excluded', reason: { code: suppressed[2], text, failureType: 'ignored' } };
  const told = reasonInAnswer([enhancedCode, text].filter(Boolean).join(' ') || undefined);
  const soft = { code: told ?? (cause === 'espblock' ? 'refused' : 'not-defined'), text, failureType: 'soft' } as const;
  if (isTemporary) return { kind: 'deferred', reason: soft };
  if (SOFT_CAUSE.test(cause) || (code >= 400 && code < 500)) return { kind: 'softBounced', reason: soft };
  return { kind: 'hardBounced', reason: { code: told ?? 'user-unknown', text, failureType: 'hard' } };
}
