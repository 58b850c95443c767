import { readCss, type CssToken } from './preview-css-tokens';

/** Declarations of one rule or one style attribute by property name, in lower case; later ones win. */
export type Declarations = ReadonlyMap<string, string>;

const TINY_PX = 3;

/** Reads the declarations of a style attribute. */
export const readDeclarations = (css: string): Declarations => declarationsOf(readCss(css));

function declarationsOf(tokens: readonly CssToken[]): Declarations {
  const declarations = new Map<string, string>();
  let property = '';
  let value: string | null = null;
  const close = (): void => {
    if (value !== null) declarations.set(property.trim(), value.replace(/!\s*important/, '').trim());
    property = '';
    value = null;
  };
  for (const token of tokens) {
    if (token.text === ';') close();
    else if (value === null && token.text === ':') value = '';
    else if (value === null) property += token.kind === 'gap' ? '' : token.value;
    else value += token.kind === 'function' ? `${token.value}(` : token.value.toLowerCase();
  }
  close();
  return declarations;
}

/** A length that shows as nothing or as a dot: `1`, `0`, `2px`, `0%`. */
export function isTinyLength(length: string | undefined): boolean {
  const match = /^\s*\+?(-?\d*\.?\d+)\s*(px|pt|%|em|rem|vw|vh|mm|cm|in|ex|ch)?\s*$/i.exec(length ?? '');
  if (!match) return false;
  const size = Number(match[1]);
  const unit = match[2]?.toLowerCase() ?? 'px';
  return size <= (unit === 'px' || unit === 'pt' ? TINY_PX : 0);
}

/** Whether something so declared is not meant to be seen, and what lies in it neither. */
export function conceals(declarations: Declarations): boolean {
  const is = (property: string, pattern: RegExp): boolean => pattern.test(declarations.get(property) ?? '');
  return (
    is('display', /^none$/) ||
    is('visibility', /^(?:hidden|collapse)$/) ||
    is('content-visibility', /^hidden$/) ||
    is('opacity', /^[+-]?(?:0|0?\.0\d*|\d(?:\.\d+)?%)$/) ||
    (is('position', /^(?:absolute|fixed|relative)$/) &&
      (is('left', /^-\d{3,}/) || is('top', /^-\d{3,}/) || is('right', /^-\d{3,}/))) ||
    isTinyLength(declarations.get('max-height')) ||
    isTinyLength(declarations.get('max-width')) ||
    (is('overflow', /^(?:hidden|clip)$/) &&
      (isTinyLength(declarations.get('height')) || isTinyLength(declarations.get('width'))))
  );
}

/** Whether a picture so declared shows as nothing or as a dot. */
export const isTiny = (declarations: Declarations): boolean =>
  isTinyLength(declarations.get('width')) || isTinyLength(declarations.get('height'));

/** The classes (`.x`) and ids (`#x`) that a mail's style sheets hide for good, and those that a media rule shows again. */
export interface ConcealingNames {
  hidden: ReadonlySet<string>;
  shownAgain: ReadonlySet<string>;
}

/** Finds them: what a rule outside `@media` conceals and no rule inside one brings back, as phone variants do. */
export function concealingNames(css: string): ConcealingNames {
  const hidden = new Set<string>();
  const shownAgain = new Set<string>();
  for (const { selector, declarations, inAtRule } of readRules(css)) {
    const concealing = conceals(declarations) || isTiny(declarations);
    if (inAtRule && !concealing && SHOWING.some((property) => declarations.has(property))) {
      for (const name of namesOf(selector)) shownAgain.add(name);
    } else if (!inAtRule && concealing) for (const name of namesOf(selector)) hidden.add(name);
  }
  for (const name of shownAgain) hidden.delete(name);
  return { hidden, shownAgain };
}

const SHOWING = ['display', 'visibility', 'opacity', 'max-height', 'max-width', 'height', 'width'];

/** The classes and ids of what each part of a selector ends on: of `.a .b, p#c` these are `.b` and `#c`. */
function namesOf(selector: string): string[] {
  return selector.split(',').flatMap((part) => {
    const subject =
      part
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    return subject.includes(':') ? [] : (subject.match(/[.#][\w-]+/g) ?? []);
  });
}

interface Rule {
  selector: string;
  declarations: Declarations;
  inAtRule: boolean;
}

function* readRules(css: string): Generator<Rule> {
  let prelude: CssToken[] = [];
  let depthOfAtRules = 0;
  let selector: string | null = null;
  for (const token of readCss(css)) {
    if (selector === null && token.text === '{') {
      if (prelude.some((part) => part.kind === 'at')) depthOfAtRules += 1;
      else selector = prelude.map((part) => part.text).join('');
      prelude = [];
    } else if (token.text === '}') {
      if (selector !== null) yield { selector, declarations: declarationsOf(prelude), inAtRule: depthOfAtRules > 0 };
      else depthOfAtRules = Math.max(0, depthOfAtRules - 1);
      selector = null;
      prelude = [];
    } else if (selector === null && token.text === ';') prelude = [];
    else prelude.push(token);
  }
}
