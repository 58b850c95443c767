import type { Language } from '@tallysheet/contract';

/** Where the day stands before the month, as in most of the world. */
const LOCALES: Partial<Record<Language, string>> = { en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Writes dates, which are told as instants in UTC. Made once for all that ask for the same. */
export function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language] ?? language, { ...options, timeZone: 'UTC' });
    formats.set(key, found);
  }
  return found;
}
