import { faultOf, nextMonth, readAmount, readFigures } from './figures-draft';

const line = (id: number, month: string, amount: string) => ({ id, month, amount });

describe('Costs as they are typed', () => {
  it.each([
    ['1200', 1200],
    ['1 200,50', 1200.5],
    ['1\u202f200.5', 1200.5],
    ['0', 0],
    ['', null],
    ['-5', null],
    ['1.005', null],
    ['1,2,3', null],
    ['twelve', null],
  ])('%s is %p', (text, amount) => expect(readAmount(text)).toBe(amount));

  it('have a month each, none of them twice', () => {
    const lines = [line(1, '2026-03', '10'), line(2, '2026-03', '20'), line(3, 'soon', '1'), line(4, '2026-04', '')];
    expect(lines.map((each) => faultOf(each, lines))).toEqual([null, 'twice', 'month', 'amount']);
    expect(faultOf(line(5, '', ' '), lines)).toBeNull();
  });

  it('go on with the month after the last one, over the end of the year', () => {
    const now = new Date('2026-11-25T10:00:00Z');
    expect(nextMonth([], now)).toBe('2026-11');
    expect(nextMonth([line(1, '2026-12', '1'), line(2, '2026-02', '1')], now)).toBe('2027-01');
  });

  it('are saved without empty lines, once nothing is wrong', () => {
    expect(readFigures([line(1, '2026-03', '10,5'), line(2, '', '')], ' Won, Attended,Won,')).toEqual({
      costs: [{ month: '2026-03', amount: 10.5 }],
      successStatuses: ['Won', 'Attended'],
    });
    expect(readFigures([], ' ')).toEqual({ costs: [], successStatuses: null });
    expect(readFigures([line(1, '2026-03', 'x')], '')).toBeNull();
  });
});
