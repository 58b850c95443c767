import type { MessageEventKind } from '@tallysheet/contract';

/**
 * What a click on a link means:
 * - `optOutClicked`: the unsubscribe link, known by the query parameter `mkt_unsubscribe=1`, by a page called
 *   `unsubscribe` or `UnsubscribePage` (with or without `.html`), or by the token `{{system.unsubscribeLink}}`;
 * - `mirrorViewed`: "view as web page", whose address ends in `viewInBrowser`, `viewEmailAsWebPage` or `emailWebview`,
 *   or the token `{{system.viewAsWebpageLink}}`;
 * - `clicked`: every other link, a mailto: link too; the counting leaves that one out.
 * A page that only has the word in its name, as `/blog/unsubscribe-rates`, is an ordinary link.
 */
export function clickKind(url: string | undefined): MessageEventKind {
  if (url === undefined || /^mailto:/i.test(url)) return 'clicked';
  if (/[?&;]mkt_unsubscribe=1(?!\d)/i.test(url) || /\{\{\s*system\.unsubscribeLink/i.test(url)) return 'optOutClicked';
  if (/\{\{\s*system\.viewAsWebpageLink/i.test(url)) return 'mirrorViewed';
  const page = lastSegment(url);
  if (/^unsubscribe[-_]?(page)?(\.\w+)?$/i.test(page)) return 'optOutClicked';
  return /^(viewInBrowser|viewEmailAsWebPage|emailWebview)(\.\w+)?$/i.test(page) ? 'mirrorViewed' : 'clicked';
}

function lastSegment(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.replace(/\/+$/, '').split('/').at(-1) ?? '';
}
