import { reasonInAnswer } from '../reason/answer-reason';
import type { Fields } from './fields';
import type { Notice } from './notice';

export type Outcome = Pick<Notice, 'kind' | 'reason'>;

/** Subtypes that say more than the receiver's own words. */
const SUBTYPES: ReadonlyMap<string | undefined, string> = new Map([
  ['MailboxFull', 'mailbox-full'],
  ['MessageTooLarge', 'refused'],
  ['ContentRejected', 'refused'],
  ['AttachmentRejected', 'refused'],
  ['CustomTimeoutExceeded', 'unreachable'],
]);

/** Never tried, since the address stands on the account's or on Amazon's own list. */
const SUPPRESSED: ReadonlyMap<string | undefined, string> = new Map([
  ['OnAccountSuppressionList', 'quarantined-address'],
  ['Suppressed', 'quarantined-address'],
  ['UnsubscribedRecipient', 'denylisted-address'],
]);

const DELAYS: ReadonlyMap<string | undefined, string> = new Map([
  ['MailboxFull', 'mailbox-full'],
  ['SpamDetected', 'refused'],
  ['IPFailure', 'refused'],
  ['RecipientServerError', 'unreachable'],
  ['TransientCommunicationFailure', 'unreachable'],
]);

export function bounceOutcome(bounce: Fields, recipient: Fields): Outcome {
  const type = bounce.text('bounceType')?.toLowerCase();
  const subtype = bounce.text('bounceSubType');
  const text = recipient.text('diagnosticCode');
  const suppressed = SUPPRESSED.get(subtype);
  if (suppressed) return { kind: 'excluded', reason: { code: suppressed, text, failureType: 'ignored' } };
  const told = SUBTYPES.get(subtype) ?? reasonInAnswer(answerOf(recipient));
  if (type === 'permanent') {
    return { kind: 'hardBounced', reason: { code: told ?? 'user-unknown', text, failureType: 'hard' } };
  }
  if (type === 'transient') {
    return { kind: 'softBounced', reason: { code: told ?? 'not-defined', text, failureType: 'soft' } };
  }
  return { kind: 'softBounced', reason: { code: 'not-defined', text, failureType: 'undefined' } };
}

export function complaintOutcome(complaint: Fields): Outcome | 'passed-over' {
  if (complaint.text('complaintFeedbackType') === 'not-spam') return 'passed-over';
  if (complaint.text('complaintSubType') === 'OnAccountSuppressionList') {
    return { kind: 'excluded', reason: { code: 'quarantined-address', failureType: 'ignored' } };
  }
  return { kind: 'complained' };
}

export function delayReason(delay: Fields, recipient: Fields): Outcome {
  const code = DELAYS.get(delay.text('delayType')) ?? reasonInAnswer(answerOf(recipient)) ?? 'not-defined';
  return { kind: 'deferred', reason: { code, text: recipient.text('diagnosticCode'), failureType: 'soft' } };
}

function answerOf(recipient: Fields): string | undefined {
  return [recipient.text('status'), recipient.text('diagnosticCode')].filter(Boolean).join(' ') || undefined;
}
