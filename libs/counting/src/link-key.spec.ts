import fc from 'fast-check';
import { linkKey, MALFORMED_LINK, PERSONAL_PARAMETERS } from './link-key';

describe('A link', () => {
  it.each([
    ['https://shop.example/a', 'https://shop.example/a'],
    ['HTTPS://Shop.Example/A#top', 'https://shop.example/A'],
    ['https://shop.example/a#', 'https://shop.example/a'],
    ['https://shop.example', 'https://shop.example/'],
    ['https://shop.example/a?mkt_tok=abc', 'https://shop.example/a'],
    ['https://shop.example/a?b=1&MKT_TOK=abc&c=%20x+y', 'https://shop.example/a?b=1&c=%20x+y'],
    ['https://shop.example/a?utm_content=footer&mc_eid=1#x', 'https://shop.example/a?utm_content=footer'],
    ['https://shop.example/a?b=2&a=1', 'https://shop.example/a?b=2&a=1'],
    ['https://shop.example/a?%6Dkt_tok=abc', 'https://shop.example/a'],
    ['https://shop.example/a?%E0%A4%A=1', 'https://shop.example/a?%E0%A4%A=1'],
    ['  https://shop.example/a  ', 'https://shop.example/a'],
    ['www.shop.example/a?mkt_tok=1', 'http://www.shop.example/a'],
    ['shop.example:8080', 'http://shop.example:8080/'],
    ['mailto:us@shop.example', 'mailto:us@shop.example'],
    ['tel:+33600000000', 'tel:+33600000000'],
  ])('to %j is %s', (url, key) => {
    expect(linkKey(url)).toBe(key);
  });

  it.each(['', 'nonsense', 'http://', 'javascript:alert(1)', '{{my.link}}', 'https://exa mple'])(
    'to %j is one of the malformed ones',
    (url) => {
      expect(linkKey(url)).toBe(MALFORMED_LINK);
    },
  );

  it('is the same whoever clicks it, and its key is its own key', () => {
    const parameter = fc.constantFrom(...PERSONAL_PARAMETERS);
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), parameter, fc.uuid(), (url, name, token) => {
        const key = linkKey(url);
        expect(linkKey(`${url}${url.includes('?') ? '&' : '?'}${name}=${token}#read`)).toBe(key);
        expect(linkKey(key)).toBe(key);
      }),
    );
  });
});
