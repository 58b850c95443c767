import { PERSON_COLUMNS, type PersonColumn } from '@tallysheet/contract';
import type { ColumnSet } from './column-set';

/** Headers that are not usual enough to be taken at their word, but good enough to be proposed. */
const HINTS: Record<PersonColumn, RegExp> = {
  'person.id': /(^|[\s._-])(id|key|no|nr|num|number|nummer|num[eé]ro|code)\.?$|Id$|identifi|^kunde|^client/i,
  'person.address': /mail|courriel|adresse/i,
};

/** The columns of a file of people that say who is meant: one of the two is enough. */
export const PEOPLE_COLUMNS: ColumnSet = {
  intro: 'data.mapping-person',
  asked: () => PERSON_COLUMNS.map((column) => ({ column, text: `data.column.${column}` as const, needed: false })),
  likely: (column, found) => found.find((name) => HINTS[column as PersonColumn].test(name)) ?? null,
  isEnough: (asked, choices) => asked.some(({ column }) => choices[column]),
};
