import { type Attributes, textOf } from './attributes';

/** What the receiver's answer says, most telling first: enhanced status codes (RFC 3463), then common wordings. */
const CLUES: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\d.])[45]\.2\.2(?![\d.]*\d)|mailbox (is )?full|over ?quota|quota exceeded|insufficient storage/i,
    'mailbox-full',
  ],
  [
    /(?<![\d.])5\.(1\.2|4\.4)(?![\d.]*\d)|(domain|host) (name )?(not found|unknown|does not exist)|unknown (domain|host)|nxdomain/i,
    'invalid-domain',
  ],
  [/(?<![\d.])5\.2\.1(?![\d.]*\d)|(account|mailbox)[^.]{0,40}(disabled|inactive|suspended)/i, 'account-disabled'],
  [
    /(?<![\d.])5\.1\.(0|1|10)(?![\d.]*\d)|(user|recipient|mailbox|address) (is )?(unknown|not found|unavailable)|(unknown|no such|invalid) (user|recipient|mailbox|address)|does(n't| not) exist/i,
    'user-unknown',
  ],
  [/(?<![\d.])[45]\.7\.\d+|\bspam\b|block(ed|list)|blacklist|denylist|access denied|policy/i, 'refused'],
  [/(?<![\d.])4\.4\.\d+|timed? ?out|connection (refused|reset|lost|dropped)|unreachable|no route/i, 'unreachable'],
];

/** What a category may be refined to by the receiver's answer. */
const REFINES: Readonly<Record<string, readonly string[]>> = {
  '1': [],
  '2': ['invalid-domain', 'account-disabled', 'mailbox-full'],
  '3': CLUES.map(([, code]) => code),
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
  const clue = clueIn(textOf(attributes, 'Details'));
  const refines = REFINES[category];
  if (clue !== undefined && (refines === undefined || refines.includes(clue))) return clue;
  return OF_CATEGORY[category] ?? 'not-defined';
}

function categoryOf(attributes: Attributes): string {
  const category = textOf(attributes, 'Category');
  if (category !== undefined) return category;
  return /^([1-9])\d{3}$/.exec(textOf(attributes, 'Subcategory') ?? '')?.[1] ?? '';
}

function clueIn(details: string | undefined): string | undefined {
  if (details === undefined) return undefined;
  const text = details.slice(0, 2000);
  return CLUES.find(([pattern]) => pattern.test(text))?.[1];
}
