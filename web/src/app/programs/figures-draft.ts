import type { ProgramFigures } from '@tallysheet/contract';

/** One line of costs as it is typed. */
export interface CostLine {
  /** Of the line, however it is changed. */
  id: number;
  month: string;
  amount: string;
}

/** An amount as people write it: with a comma or a point, and spaces between thousands. Null for what is none. */
export function readAmount(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '').replace(',', '.');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}

/** What is wrong with a line: nothing, its month, one that stands there twice, or its amount. */
export type CostFault = 'month' | 'twice' | 'amount';

export function faultOf(line: CostLine, lines: readonly CostLine[]): CostFault | null {
  if (isBlank(line)) return null;
  if (!/^(19[89]\d|20\d\d)-(0[1-9]|1[0-2])$/.test(line.month)) return 'month';
  if (lines.some((other) => other.id < line.id && other.month === line.month)) return 'twice';
  return readAmount(line.amount) === null ? 'amount' : null;
}

/** A line in which nothing is typed says nothing. */
export function isBlank({ month, amount }: CostLine): boolean {
  return month.trim() === '' && amount.trim() === '';
}

/** The month behind the latest of these, or the one that it is now. */
export function nextMonth(lines: readonly CostLine[], now: Date): string {
  const latest = lines
    .map(({ month }) => month)
    .filter((month) => /^\d{4}-\d\d$/.test(month))
    .sort()
    .at(-1);
  if (latest === undefined) return now.toISOString().slice(0, 7);
  const [year = 0, month = 1] = latest.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 7);
}

/** What was typed, as it is saved; null while anything is wrong with it. */
export function readFigures(lines: readonly CostLine[], statuses: string): ProgramFigures | null {
  const filled = lines.filter((line) => !isBlank(line));
  if (filled.some((line) => faultOf(line, lines) !== null)) return null;
  const names = [...new Set(statuses.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  return {
    costs: filled.map(({ month, amount }) => ({ month, amount: readAmount(amount)! })),
    successStatuses: names.length > 0 ? names : null,
  };
}
