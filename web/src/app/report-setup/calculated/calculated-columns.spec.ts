import type { CalculatedColumn } from '@tallysheet/contract';
import { FormulaFault } from '@tallysheet/report-model';
import { TYPE } from '../../sheet/testing/sheet-story';
import { idFor, readFormula, usersOf, withCalculated } from './calculated-columns';
import { complete, formulaNames, namesFor, wordBefore } from './completion';

const column = (id: string, formula: string): CalculatedColumn => ({ id, label: `My ${id}`, formula, unit: 'number' });
const half = column('half', '=delivered / 2');
const quarter = column('quarter', '=half / 2');

describe('Calculated columns of a report', () => {
  it('stand behind the columns of its type, with their formula as their rule', () => {
    const { columns } = withCalculated(TYPE, [half], 'About it');
    expect(columns.at(-1)).toMatchObject({ id: 'half', label: 'My half', rule: 'delivered / 2', help: 'About it' });
    expect(withCalculated(TYPE, undefined, '')).toBe(TYPE);
  });

  it('get an id that can be typed in other formulas', () => {
    expect(idFor('Clicks per open', [])).toBe('clicksPerOpen');
    expect(idFor('Été 2026 %', [])).toBe('ete2026');
    expect(idFor('Half', [half])).toBe('half2');
    expect(idFor('Sent', [])).toBe('sent2');
    expect(idFor('Round', [])).toBe('round2');
    expect(idFor('50 %', [])).toBe('calculated50');
    expect(idFor('点击', [])).toBe('calculated');
  });

  it('may name those before them only', () => {
    const type = withCalculated(TYPE, [half, quarter], '');
    const at = (formula: string, index: number) => readFormula(formula, type, [half, quarter], index);
    expect(at('=half / 2', 1)).toMatchObject({ kind: 'operation' });
    expect(at('=quarter', 0)).toBeInstanceOf(FormulaFault);
    expect(at('=half + quarter', 2)).toMatchObject({ kind: 'operation' });
  });

  it('know who names them', () => {
    const type = withCalculated(TYPE, [half, quarter], '');
    expect(usersOf('half', type, [half, quarter])).toEqual([quarter]);
    expect(usersOf('quarter', type, [half, quarter])).toEqual([]);
  });
});

describe('Names in a formula', () => {
  const names = formulaNames(TYPE.columns);

  it('are those of columns of numbers, and of functions', () => {
    expect(names.map(({ id }) => id)).toEqual([
      ...['delivered', 'opened', 'openRate'],
      ...['if', 'min', 'max', 'abs', 'round', 'coalesce'],
    ]);
  });

  it('are found by id or label while they are typed', () => {
    expect(wordBefore('=opened / deli', 14)).toBe('deli');
    expect(wordBefore('=opened / 12', 12)).toBe('');
    expect(namesFor('open', names).map(({ id }) => id)).toEqual(['opened', 'openRate']);
    expect(namesFor('RATE', names).map(({ id }) => id)).toEqual(['openRate']);
    expect(namesFor('coalesce', names)).toEqual([]);
    expect(namesFor('', names)).toEqual([]);
  });

  it('take the place of what was typed; a function brings its bracket', () => {
    expect(complete('=deli / 2', 5, { id: 'delivered', label: '' })).toEqual({ text: '=delivered / 2', caret: 10 });
    expect(complete('=ro', 3, { id: 'round', label: '' })).toEqual({ text: '=round(', caret: 7 });
    expect(complete('=ro(1)', 3, { id: 'round', label: '' })).toEqual({ text: '=round(1)', caret: 6 });
  });
});
