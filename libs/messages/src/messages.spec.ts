import { ERROR_STATUS, LANGUAGES, REJECT_CODES } from '@tallysheet/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import { format, hasMessage } from './format';
import { type MessageKey, TEXTS } from './keys';

type Ast = ReturnType<IntlMessageFormat['getAst']>;
type Element = Ast[number];

const KEYS = Object.keys(TEXTS.en) as MessageKey[];
/** Kinds of ICU elements that carry an argument, by the parser's numbers: argument, number, date, time, select, plural. */
const SELECT = 5;
const PLURAL = 6;
const NUMBER = 2;
const WITH_ARGUMENT = [1, NUMBER, 3, 4, SELECT, PLURAL];

/** The arguments of a text with a value that fits each: a number where one is counted, else a word or a choice. */
function argumentsOf(ast: Ast, found = new Map<string, string | number>()): Map<string, string | number> {
  for (const element of ast as (Element & { value: string; options?: Record<string, { value: Ast }> })[]) {
    if (WITH_ARGUMENT.includes(element.type)) {
      const counted = element.type === PLURAL || element.type === NUMBER;
      const choice = element.type === SELECT ? (Object.keys(element.options ?? {})[0] ?? 'other') : 'word';
      found.set(element.value, counted ? 2 : choice);
    }
    for (const option of Object.values(element.options ?? {})) argumentsOf(option.value, found);
  }
  return found;
}

function parse(language: 'en' | 'fr', key: MessageKey): Ast {
  return new IntlMessageFormat(TEXTS[language][key], language, undefined, { ignoreTag: true }).getAst();
}

describe('The texts', () => {
  it('exist in every language under the same keys', () => {
    for (const language of LANGUAGES) expect(Object.keys(TEXTS[language]).sort()).toEqual([...KEYS].sort());
  });

  it('take the same facts in every language', () => {
    const named = (language: 'en' | 'fr') =>
      Object.fromEntries(KEYS.map((key) => [key, [...argumentsOf(parse(language, key)).keys()].sort()]));
    expect(named('fr')).toEqual(named('en'));
  });

  it.each(LANGUAGES)('can be written in %s', (language) => {
    for (const key of KEYS) {
      const params = Object.fromEntries(argumentsOf(parse(language, key)));
      const text = format(language, key, params);
      expect({ key, text: text.trim() === text && text.length > 0 && !/[{}]/.test(text) }).toEqual({ key, text: true });
    }
  });

  it('name every error and every reason for which a row is left out', () => {
    const keys = [
      ...Object.keys(ERROR_STATUS).map((code) => `error.${code}`),
      ...REJECT_CODES.map((code) => `reject.${code}`),
    ];
    expect(keys.filter((key) => !hasMessage(key))).toEqual([]);
  });

  it('put no breakable space before a French colon, semicolon, question mark or percent sign', () => {
    expect(KEYS.filter((key) => / [:;?!%»]|« /.test(TEXTS.fr[key]))).toEqual([]);
  });
});

describe('A text with a number', () => {
  it('is in the singular for one and groups thousands as the language does', () => {
    expect(format('en', 'note.repeat-key-missing', { count: 1 })).toMatch(/^1 message does not say/);
    expect(format('fr', 'note.repeat-key-missing', { count: 12345 })).toMatch(/^12\u202f345 messages ne disent pas/);
  });
});
