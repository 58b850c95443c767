import type { Notice } from './notice';

export type Outcome = Pick<Notice, 'kind' | 'reason'>;
type Verdict = readonly ['hard' | 'soft' | 'never', string];

/** What the numbered errors of an SMS sender mean: a failure for good, for now, or not even a try; and the reason. */
export type ErrorTable = ReadonlyMap<string, Verdict>;

export function errorTable(
  rows: readonly (readonly [verdict: Verdict[0], reason: string, ...codes: number[]])[],
): ErrorTable {
  return new Map(rows.flatMap(([verdict, reason, ...codes]) => codes.map((code) => [String(code), [verdict, reason]])));
}

/** A message that failed in the end. An error that is not in the table is a soft bounce without defined reason. */
export function failure(table: ErrorTable, code: string | undefined, text: string | undefined): Outcome {
  const [verdict, reason] = table.get(code ?? '') ?? ['soft', 'not-defined'];
  if (verdict === 'never') return { kind: 'excluded', reason: { code: reason, text, failureType: 'ignored' } };
  return {
    kind: verdict === 'hard' ? 'hardBounced' : 'softBounced',
    reason: { code: reason, text, failureType: verdict },
  };
}
