import type { Language } from '@tallysheet/contract';
import { IntlMessageFormat } from 'intl-messageformat';
import { type MessageKey, TEXTS } from './keys';

export type MessageParams = Record<string, string | number | null | undefined>;

const parsed = new Map<string, IntlMessageFormat>();

/** The text of a key in a language, with its parameters filled in and its numbers written as that language does. */
export function format(language: Language, key: MessageKey, params: MessageParams = {}): string {
  return String(message(language, key).format(params));
}

/** Whether a key of unsure origin, such as `error.<code>` of a newer server, has a text. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(TEXTS.en, key);
}

function message(language: Language, key: MessageKey): IntlMessageFormat {
  const id = `${language}:${key}`;
  let found = parsed.get(id);
  if (!found) {
    found = new IntlMessageFormat(TEXTS[language][key], language, undefined, { ignoreTag: true });
    parsed.set(id, found);
  }
  return found;
}
