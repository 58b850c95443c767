import { readCss, type CssToken } from './preview-css-tokens';

/** At-rules that only arrange or condition what is there; `@import`, `@font-face` and all others are dropped. */
const KEPT_AT_RULES = new Set([
  'media',
  'supports',
  'container',
  'layer',
  'page',
  'keyframes',
  '-webkit-keyframes',
  '-moz-keyframes',
  '-o-keyframes',
]);

/** Functions that can name an address by a plain string or do more than describe a look. */
const DROPPED_FUNCTIONS = new Set([
  'image',
  'image-set',
  '-webkit-image-set',
  'cross-fade',
  '-webkit-cross-fade',
  'element',
  '-moz-element',
  'paint',
  'src',
  'url-prefix',
  'domain',
  'media-document',
  'regexp',
  'expression',
]);

const PICTURE_DATA = /^data:image\/(?:png|gif|jpe?g|webp|avif|bmp|x-icon|svg\+xml)[;,]/i;
const LOCAL_NAME = /^#[\w-]+$/;

/** A picture that travels inside the mail itself; showing it asks nobody. */
export const isPictureData = (address: string): boolean => PICTURE_DATA.test(address.trim());

/** A style sheet without anything that could fetch: the mail's own look, nothing from outside. */
export const cleanStyleSheet = (css: string): string => write(adaptLinkSelectors(clean(readCss(css), KEPT_AT_RULES)));

/** The same for a `style` attribute or a drawing attribute such as `fill`. */
export const cleanDeclarations = (css: string): string => write(clean(readCss(css), new Set())).trim();

const write = (tokens: readonly CssToken[]): string => tokens.map((token) => token.text).join('');

function clean(tokens: readonly CssToken[], keptAtRules: ReadonlySet<string>): CssToken[] {
  const kept: CssToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as CssToken;
    if (token.kind === 'at' && !keptAtRules.has(token.value)) {
      index = endOfAtRule(tokens, index);
      kept.push(gap);
    } else if (token.kind === 'function' && DROPPED_FUNCTIONS.has(token.value)) {
      index = endOfBlock(tokens, index);
      kept.push(none);
    } else if (token.kind === 'url' && !isPictureData(token.value) && !LOCAL_NAME.test(token.value)) kept.push(none);
    else kept.push(token);
  }
  return kept;
}

const none: CssToken = { kind: 'name', value: 'none', text: 'none' };
const gap: CssToken = { kind: 'gap', value: '', text: '/**/' };

/** Index of the `;` or of the end of the block that closes the at-rule at `start`. */
function endOfAtRule(tokens: readonly CssToken[], start: number): number {
  for (let index = start + 1; index < tokens.length; index += 1) {
    const token = tokens[index] as CssToken;
    if (token.kind === 'function') index = endOfBlock(tokens, index);
    else if (token.kind !== 'other') continue;
    else if (token.value === ';') return index;
    else if (token.value === '{') return endOfBlock(tokens, index);
    else if (token.value === '}') return index - 1;
    else if (token.value === '(' || token.value === '[') index = endOfBlock(tokens, index);
  }
  return tokens.length;
}

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/** Index of the token that closes the bracket or function at `start`, whatever is nested inside. */
function endOfBlock(tokens: readonly CssToken[], start: number): number {
  const awaited: string[] = [];
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index] as CssToken;
    if (token.kind === 'function') awaited.push(')');
    else if (token.kind === 'other') {
      const closing = CLOSING[token.value];
      if (closing) awaited.push(closing);
      else if (token.value === awaited.at(-1)) awaited.pop();
    }
    if (awaited.length === 0) return index;
  }
  return tokens.length;
}

/**
 * Links lose their `href`, so that nothing can be followed, and carry `data-href` instead.
 * Selectors that speak of links are turned to that, or the mail would lose the look of its links.
 */
function adaptLinkSelectors(tokens: CssToken[]): CssToken[] {
  return tokens.map((token, index) => {
    if (token.kind !== 'name') return token;
    const before = tokens[index - 1]?.text;
    if (before === '[' && token.value === 'href') return { ...token, text: 'data-href' };
    const isPseudoClass = before === ':' && tokens[index - 2]?.kind !== 'space';
    if (isPseudoClass && (token.value === 'link' || token.value === 'any-link'))
      return { ...token, text: 'is([data-href])' };
    return token;
  });
}
