/**
 * A reader of CSS as browsers read it (CSS Syntax Level 3), reduced to what the preview must tell apart.
 * Escapes are decoded, so that `u\72l(` is seen as `url(`, and every token is written again in one plain form:
 * what leaves here is read by the browser exactly as it was judged.
 */
export type CssToken =
  | { kind: 'name' | 'function' | 'at' | 'string' | 'url'; value: string; text: string }
  | { kind: 'space' | 'other' | 'gap'; value: string; text: string };

const NAME_CHARACTER = /[a-zA-Z0-9_\-\u0080-\u{10ffff}]/u;
const PLAIN_WHEN_ESCAPED = /[a-zA-Z]/;
const HEX = /^[0-9a-fA-F]{1,6}/;
/** Stands where something was taken out, so that its neighbours never join into a new word. */
const GAP: CssToken = { kind: 'gap', value: '', text: '/**/' };

const hexEscape = (character: string): string => `\\${character.codePointAt(0)?.toString(16) ?? 'fffd'} `;

/** A string in double quotes that holds neither a quote, a line end nor a `<` as such. */
export const cssString = (value: string): string =>
  `"${value.replace(/["\\<>\u0000-\u001f\u007f]/g, (character) => hexEscape(character))}"`;

/** Reads a whole style sheet or style attribute. */
export function readCss(css: string): CssToken[] {
  return new CssReader(css.replace(/\r\n?|\f/g, '\n').replace(/\0/g, '\ufffd')).read();
}

class CssReader {
  private at = 0;

  constructor(private readonly css: string) {}

  read(): CssToken[] {
    const tokens: CssToken[] = [];
    while (this.at < this.css.length) tokens.push(this.next());
    return tokens;
  }

  private next(): CssToken {
    const character = this.peek();
    if (this.take('/*')) return this.skipTo('*/');
    for (const fence of ['<!--', '-->']) if (this.take(fence)) return GAP;
    if (/\s/.test(character)) return this.space();
    if (character === '"' || character === "'") return this.string() ?? GAP;
    if (character === '@') {
      this.at += 1;
      const { value, text } = this.name();
      return value ? { kind: 'at', value: value.toLowerCase(), text: `@${text}` } : GAP;
    }
    if (this.startsName()) return this.nameOrFunction();
    this.at += character.length;
    // A `<` is kept only where it compares (`width <= 600px`): it can then never begin a closing tag.
    if (character === '<' && !/[\s=]/.test(this.peek())) return GAP;
    return character === '\\' ? GAP : { kind: 'other', value: character, text: character };
  }

  private nameOrFunction(): CssToken {
    const { value, text } = this.name();
    if (!this.take('(')) return { kind: 'name', value: value.toLowerCase(), text };
    const name = value.toLowerCase();
    if (name !== 'url') return { kind: 'function', value: name, text: `${text}(` };
    const address = this.url();
    return { kind: 'url', value: address, text: `url(${cssString(address)})` };
  }

  private name(): { value: string; text: string } {
    let value = '';
    let text = '';
    while (this.at < this.css.length) {
      const character = this.peek();
      if (character !== '\\' && NAME_CHARACTER.test(character)) {
        this.at += character.length;
        value += character;
        text += character;
      } else if (this.startsEscape()) {
        const decoded = this.escape();
        value += decoded;
        text += PLAIN_WHEN_ESCAPED.test(decoded) ? decoded : hexEscape(decoded);
      } else break;
    }
    return { value, text };
  }

  /** The address inside `url(`, quoted or not; whatever else stands before the `)` is dropped. */
  private url(): string {
    this.space();
    const quote = this.peek();
    if (quote === '"' || quote === "'") {
      const address = this.string();
      this.skipTo(')');
      return address?.value ?? '';
    }
    let value = '';
    while (this.at < this.css.length && !this.take(')')) {
      if (this.startsEscape()) value += this.escape();
      else {
        const character = this.peek();
        this.at += character.length;
        value += character;
      }
    }
    return value.trim();
  }

  /** A quoted string, or null when a line end cuts it short. */
  private string(): CssToken | null {
    const quote = this.peek();
    this.at += 1;
    let value = '';
    while (this.at < this.css.length) {
      const character = this.peek();
      if (character === '\n') return null;
      if (character === '\\' && this.css[this.at + 1] === '\n') this.at += 2;
      else if (this.startsEscape()) value += this.escape();
      else {
        this.at += character.length;
        if (character === quote) break;
        if (character !== '\\') value += character;
      }
    }
    return { kind: 'string', value, text: cssString(value) };
  }

  private escape(): string {
    this.at += 1;
    const hex = HEX.exec(this.css.slice(this.at, this.at + 6))?.[0];
    if (!hex) {
      const character = this.peek();
      this.at += character.length;
      return character;
    }
    this.at += hex.length;
    if (/\s/.test(this.peek())) this.at += 1;
    const point = parseInt(hex, 16);
    const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return String.fromCodePoint(isCharacter ? point : 0xfffd);
  }

  private space(): CssToken {
    const start = this.at;
    while (this.at < this.css.length && /\s/.test(this.peek())) this.at += 1;
    const value = this.css.slice(start, this.at);
    return { kind: 'space', value, text: value };
  }

  private skipTo(end: string): CssToken {
    const found = this.css.indexOf(end, this.at);
    this.at = found < 0 ? this.css.length : found + end.length;
    return GAP;
  }

  private startsName(): boolean {
    return this.startsEscape() || (this.peek() !== '\\' && NAME_CHARACTER.test(this.peek()));
  }

  private startsEscape(): boolean {
    return this.css[this.at] === '\\' && this.at + 1 < this.css.length && this.css[this.at + 1] !== '\n';
  }

  private peek(): string {
    const point = this.css.codePointAt(this.at);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  private take(text: string): boolean {
    if (!this.css.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }
}
