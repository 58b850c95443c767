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

/** All reasons that an answer can tell. */
export const TOLD_BY_ANSWER: readonly string[] = CLUES.map(([, code]) => code);

/** The reason that the receiving server's own words give, undefined when they say nothing known. */
export function reasonInAnswer(answer: string | undefined): string | undefined {
  if (answer === undefined) return undefined;
  const text = answer.slice(0, 2000);
  return CLUES.find(([pattern]) => pattern.test(text))?.[1];
}
