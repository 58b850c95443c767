import type { TableCell } from '@tallysheet/contract';

/** A number as another tool has written it: a rate is 0..1 whatever it was written as, with the size of its last digit. */
export interface TheirNumber {
  value: number;
  step: number;
}

interface Written {
  value: number;
  decimals: number;
  hasSign: boolean;
}

const SPACES = /[\s\u00a0\u202f'’]/g;

/** The whole numbers of a column of counts; null for an empty cell, or one that is none. */
export function theirCounts(cells: readonly TableCell[]): (TheirNumber | null)[] {
  return cells.map((cell) => {
    const value = typeof cell === 'number' ? cell : wholeNumber(cell ?? '');
    return value === null || !Number.isFinite(value) ? null : { value, step: 0 };
  });
}

/** Points and commas only ever stand between thousands there. */
function wholeNumber(text: string): number | null {
  const plain = text.replace(SPACES, '');
  if (!/^-?\d{1,15}([.,]0+)?$|^-?\d{1,3}([.,]\d{3}){1,4}$/.test(plain)) return null;
  return Number(/^-?\d+[.,]0{1,2}$/.test(plain) ? plain.split(/[.,]/)[0] : plain.replace(/[.,]/g, ''));
}

/**
 * The rates of several columns, which are written alike: with a percent sign, or plainly, of 100 or of 1, as their
 * quotients tell, or else as one beyond 1.5 does. The digits of a column are those of its longest number: 50% beside 40.7%
 * is 50.0%. `quotients` are what the file's own counts give, where it has both.
 */
export function theirRates(
  columns: readonly (readonly TableCell[])[],
  quotients: readonly (readonly (number | null)[])[] = [],
): (TheirNumber | null)[][] {
  const written = columns.map((cells) => cells.map((cell) => writtenRate(cell)));
  const isOfHundred = areOfHundred(written, quotients);
  return written.map((column) => {
    const decimals = Math.max(0, ...column.map((rate) => rate?.decimals ?? 0));
    return column.map((rate) => {
      if (!rate) return null;
      const over = rate.hasSign || isOfHundred ? 100 : 1;
      const step = over === 1 && decimals === 0 ? 0 : 10 ** -decimals / over;
      return { value: rate.value / over, step };
    });
  });
}

function areOfHundred(
  written: readonly (readonly (Written | null)[])[],
  quotients: readonly (readonly (number | null)[])[],
): boolean {
  let votes = 0;
  let isLarge = false;
  written.forEach((column, at) =>
    column.forEach((rate, row) => {
      if (!rate || rate.hasSign || rate.value === 0) return;
      isLarge ||= rate.value > 1.5;
      const quotient = quotients[at]?.[row] ?? null;
      if (quotient !== null) votes += Math.abs(rate.value / 100 - quotient) < Math.abs(rate.value - quotient) ? 1 : -1;
    }),
  );
  return votes === 0 ? isLarge : votes > 0;
}

function writtenRate(cell: TableCell): Written | null {
  if (cell === null) return null;
  const plain = String(cell).replace(SPACES, '');
  const hasSign = plain.endsWith('%');
  const text = (hasSign ? plain.slice(0, -1) : plain).replace(',', '.');
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text)) return null;
  const exponent = /e(-?\d+)$/i.exec(text);
  const decimals = (/\.(\d+)/.exec(text)?.[1]?.length ?? 0) - Number(exponent?.[1] ?? 0);
  return { value: Number(text), decimals: Math.max(0, decimals), hasSign };
}
