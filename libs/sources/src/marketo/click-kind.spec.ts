import { clickKind } from './click-kind';

describe('what a click means', () => {
  it.each([
    ['https://example.com/a', 'clicked'],
    ['https://example.com/blog/unsubscribe-rates', 'clicked'],
    ['https://example.com/unsubscribe/help', 'clicked'],
    ['https://example.com/a?mkt_unsubscribe=10', 'clicked'],
    ['mailto:team@example.com?subject=unsubscribe', 'clicked'],
    [undefined, 'clicked'],
    ['https://go.example.com/UnsubscribePage.html?mkt_unsubscribe=1&mkt_tok=abc', 'optOutClicked'],
    ['https://example.com/preferences?lang=en&mkt_unsubscribe=1', 'optOutClicked'],
    ['https://go.example.com/UnsubscribePage.html', 'optOutClicked'],
    ['https://example.com/unsubscribe/#top', 'optOutClicked'],
    ['{{system.unsubscribeLink}}', 'optOutClicked'],
    ['https://go.example.com/viewInBrowser?mkt_tok=abc', 'mirrorViewed'],
    ['https://app-x.example.com/index.php/email/emailWebview?mkt_tok=abc', 'mirrorViewed'],
    ['https://go.example.com/viewEmailAsWebPage', 'mirrorViewed'],
    ['{{system.viewAsWebpageLink}}', 'mirrorViewed'],
  ])('on %s is %s', (url, kind) => {
    expect(clickKind(url)).toBe(kind);
  });
});
