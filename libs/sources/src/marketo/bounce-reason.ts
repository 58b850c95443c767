import { reasonInAnswer, TOLD_BY_ANSWER } from '../reason/answer-reason';
import { type Attributes, textOf } from './attributes';

/** What a category may be refined to by the receiver's answer. */
const REFINES: Readonly<Record<string, readonly string[]>> = {
  '1': [],
  '2': ['invalid-domain', 'account-disabled', 'mailbox-full'],
  '3': TOLD_BY_ANSWER,
};

const OF_CATEGORY: Readonly<Record<string, string>> = { '1': 'refused', '2': 'user-unknown', '3': 'unreachable' };

/**
 * The reason of a bounce, from Marketo's Category, Subcategory and Details:
 * - Category 1 (spam, blocked): `refused`.
 * - Category 2 (no such address): `user-unknown`, unless Details name the domain (`invalid-domain`), a disabled account
 *   (`account-disabled`) or a full mailbox (`mailbox-full`).
 * - Category 3 (technical, temporary): what Details say, else `unreachable`.
 * - Category 4 (other technical), 9 (undetermined), unknown or none: what Details say, else `not-defined`.
 * A missing Category is the thousands of the Subcategory (1999 is of category 1).
 */
export function bounceReasonCode(attributes: Attributes): string {
  const category = categoryOf(attributes);
  const clue = reasonInAnswer(textOf(attributes, 'Details'));
  const refines = REFINES[category];
  if (clue !== undefined && (refines === undefined || refines.includes(clue))) return clue;
  return OF_CATEGORY[category] ?? 'not-defined';
}

function categoryOf(attributes: Attributes): string {
  const category = textOf(attributes, 'Category');
  if (category !== undefined) return category;
  return /^([1-9])\d{3}$/.exec(textOf(attributes, 'Subcategory') ?? '')?.[1] ?? '';
}
