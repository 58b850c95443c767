import type { CatalogueColumn } from '@tallysheet/contract';
import { FUNCTIONS } from '@tallysheet/report-model';

/** A name that can stand in a formula. */
export interface FormulaName {
  id: string;
  /** What people call it; empty for a function. */
  label: string;
}

/** The word that the caret stands at the end of, as it is being typed. */
export function wordBefore(text: string, caret: number): string {
  return /[\p{L}_][\p{L}\p{N}_]*$/u.exec(text.slice(0, caret))?.[0] ?? '';
}

/** Names meant by a word: by what they begin with first, then by what stands anywhere in id or label. */
export function namesFor(word: string, names: readonly FormulaName[]): FormulaName[] {
  const wanted = plain(word);
  if (wanted === '') return [];
  const begins = ({ id, label }: FormulaName) => plain(id).startsWith(wanted) || plain(label).startsWith(wanted);
  const holds = ({ id, label }: FormulaName) => plain(id).includes(wanted) || plain(label).includes(wanted);
  const found = [...names.filter(begins), ...names.filter((name) => !begins(name) && holds(name))];
  // A word that is written out needs no list.
  return found.length === 1 && found[0]!.id === word ? [] : found;
}

/** Writes a name in place of the word before the caret; a function with its bracket. */
export function complete(text: string, caret: number, { id }: FormulaName): { text: string; caret: number } {
  const before = text.slice(0, caret - wordBefore(text, caret).length);
  const after = text.slice(caret);
  const name = Object.hasOwn(FUNCTIONS, id) && !after.startsWith('(') ? `${id}(` : id;
  return { text: before + name + after, caret: before.length + name.length };
}

/** The names of a report: its columns of numbers, then functions. */
export function formulaNames(columns: readonly CatalogueColumn[]): FormulaName[] {
  const numbers = columns.filter(({ unit }) => unit !== 'text' && unit !== 'instant');
  return [
    ...numbers.map(({ id, label }) => ({ id, label })),
    ...Object.keys(FUNCTIONS).map((id) => ({ id, label: '' })),
  ];
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
