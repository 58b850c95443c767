export interface JsonPlace {
  line: number;
  column: number;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/**
 * Where a text stops being JSON (line and column from 1), for a text that is known not to be: the engine names the
 * place in some of its messages only.
 */
export function jsonErrorPlace(text: string): JsonPlace {
  const before = text.slice(0, errorOffset(text));
  const lines = before.split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/** Walks the tokens with a stack of open brackets; answers where the first wrong one begins. */
function errorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  for (let at = after(SPACE, text, 0); at < text.length; at = after(SPACE, text, at)) {
    const mark = text[at];
    if (expected === 'colon') {
      if (mark !== ':') return at;
      expected = 'value';
      at++;
    } else if (expected === 'comma-or-end' && mark === ',' && open.length > 0) {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if ((mark === '}' || mark === ']') && (expected === 'comma-or-end' || expected.endsWith('-or-end'))) {
      if (open.pop() !== (mark === '}' ? '{' : '[')) return at;
      expected = 'comma-or-end';
      at++;
    } else if (expected === 'comma-or-end') {
      return at;
    } else if (expected === 'key' || expected === 'key-or-end') {
      const end = afterString(text, at);
      if (end === at) return at;
      expected = 'colon';
      at = end;
    } else if (mark === '{' || mark === '[') {
      open.push(mark);
      expected = mark === '{' ? 'key-or-end' : 'value-or-end';
      at++;
    } else {
      const end = mark === '"' ? afterString(text, at) : after(WORD, text, at);
      if (end === at) return at;
      expected = 'comma-or-end';
      at = end;
    }
  }
  return text.length;
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the string that begins at `at` ends; `at` itself when none does. */
function afterString(text: string, at: number): number {
  if (text[at] !== '"') return at;
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === 0x22) return next + 1;
    if (code < 0x20) return at;
    if (code !== 0x5c) continue;
    const end = after(ESCAPE, text, next);
    if (end === next) return at;
    next = end - 1;
  }
  return at;
}
