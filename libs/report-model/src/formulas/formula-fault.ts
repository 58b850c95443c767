/** What a formula should have at the place where it cannot be read. */
export type Expected =
  | 'value'
  | 'operator'
  | 'opening'
  | 'closing'
  | 'separator'
  | 'comparison'
  | 'places'
  | 'range'
  | 'column'
  | 'function'
  | 'numbers'
  | 'earlier'
  | 'depth'
  | 'length';

/** Why a formula cannot be read. The first character is at position 1, its equals sign included. */
export class FormulaFault extends Error {
  constructor(
    readonly position: number,
    readonly expected: Expected,
    /** What stands there instead; empty at the end. */
    readonly found: string,
  ) {
    super(`${expected} expected at ${position}`);
  }
}
