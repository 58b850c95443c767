import { FormulaFault } from './formula-fault';

export interface Token {
  kind: 'number' | 'word' | 'sign' | 'end';
  text: string;
  /** From 1. */
  position: number;
}

const BLANK = /\s*/y;
const KINDS = [
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_]*/uy],
  ['sign', /<=|>=|<>|[-+*/(),;<>=]/y],
] as const;

/** Cuts a formula into numbers, words and signs. Throws a fault at a character that is none of them. */
export function formulaTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipBlanks(text, text[0] === '=' ? 1 : 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlanks(text, at + token.text.length);
  }
  return [...tokens, { kind: 'end', text: '', position: text.length + 1 }];
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found !== undefined) return { kind, text: found, position: at + 1 };
  }
  throw new FormulaFault(at + 1, 'value', String.fromCodePoint(text.codePointAt(at)!));
}

function skipBlanks(text: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(text);
  return BLANK.lastIndex;
}
