import type { Language, Settings, TimeLevel } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import { timeSubject, type RowSubject } from '@tallysheet/report-model';
import type { PeopleLevel } from './people-levels';

/** A value as the store answers it. */
export interface PeopleValue {
  number: number | null;
  isDay: boolean;
  text: string | null;
}

export interface PeopleWords {
  language: Language;
  weekStart: Settings['weekStart'];
  /** The day of an instant in the sheet's zone, in days since 1970. */
  dayOf: (at: number) => number;
}

/** Behind all that have a place of their own. */
const LAST = Number.POSITIVE_INFINITY;

/** The row that people with this value belong to: one of its own for those without any. */
export function subjectOf(level: PeopleLevel, value: PeopleValue, words: PeopleWords): RowSubject {
  const { number, text } = value;
  switch (level.type) {
    case 'text': {
      // Stores differ in whether spaces at the end tell two texts apart.
      const shown = text?.trimEnd() ?? '';
      return shown === '' ? noValue(words.language) : { kind: 'attribute', id: shown, name: shown, texts: {} };
    }
    case 'boolean': {
      if (number === null) return noValue(words.language, LAST);
      const [id, name] = number === 1 ? (['true', 'row.yes'] as const) : (['false', 'row.no'] as const);
      return { kind: 'attribute', id, name: format(words.language, name), order: -number, texts: {} };
    }
    case 'number':
      return number === null ? noValue(words.language, LAST) : numberSubject(number, level.step, words.language);
    case 'date':
      return number === null ? noValue(words.language, LAST) : dateSubject(level.unit, number, value.isDay, words);
  }
}

function noValue(language: Language, order?: number): RowSubject {
  const name = format(language, 'row.no-value');
  return { kind: 'attribute', id: '', name, texts: {}, ...(order !== undefined && { order }) };
}

function numberSubject(number: number, step: number | null, language: Language): RowSubject {
  const shown = (n: number) => n.toLocaleString(language, { maximumFractionDigits: 15 });
  if (step === null) return { kind: 'attribute', id: String(number), name: shown(number), order: number, texts: {} };
  // Of 0.3 by 0.1 there are three whole ones, whatever binary numbers say.
  const from = tidy(Math.floor(tidy(number / step)) * step);
  const name = format(language, 'row.from-to', { from: shown(from), to: shown(tidy(from + step)) });
  return { kind: 'attribute', id: String(from), name, order: from, texts: {} };
}

function tidy(number: number): number {
  return Number(number.toPrecision(14));
}

/** A day is that day in every zone; an instant is in the one that the sheet's zone shows. */
function dateSubject(unit: TimeLevel | 'year', at: number, isDay: boolean, words: PeopleWords): RowSubject {
  const day = isDay ? Math.floor(at / DAY_MS) : words.dayOf(at);
  if (unit !== 'year') return timeSubject(unit, { day }, words);
  const year = new Date(day * DAY_MS).getUTCFullYear();
  return { kind: 'attribute', id: String(year), name: String(year), order: year, texts: {} };
}

const DAY_MS = 86_400_000;
