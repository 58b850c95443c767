import type { RowLevel, RuleFound, SheetRow } from '@tallysheet/contract';
import { rowAgrees } from './compare-row';
import { matchRows } from './match-rows';
import type { TheirRow } from './their-rows';

/** The rows and total of a sheet. */
export interface CountedSheet {
  rows: readonly SheetRow[];
  total: SheetRow['values'];
}

/** The same sheet counted by another rule. */
export interface OtherCount extends CountedSheet {
  rule: RuleFound;
  /** Proves something only where a whole row of theirs is so: one number alone may be so by chance. */
  wholeRows: boolean;
  /** Only rows that differ were counted. */
  isPart: boolean;
}

/** The total's id among the rows of a sheet. */
export const TOTAL_ID = 'total';

/** Finds the rule under which our own count is theirs. */
export class OtherCounts {
  private readonly byId: ReadonlyMap<string, SheetRow['values']>[];
  /** How many numbers of the file each rule accounts for: of several that do, the one for most is named. */
  private readonly support: number[];

  constructor(
    private readonly others: readonly OtherCount[],
    private readonly levels: readonly RowLevel[],
  ) {
    this.byId = others.map(
      ({ rows, total }) => new Map([...rows.map(({ id, values }) => [id, values] as const), [TOTAL_ID, total]]),
    );
    this.support = others.map(() => 0);
  }

  /** Whether a number of a row is theirs, by each of the rules. Each yes speaks for the rule. */
  accountFor(rowId: string, theirs: TheirRow, isSo: (values: SheetRow['values']) => boolean): number[] {
    const found = this.others.flatMap(({ wholeRows }, at) => {
      const values = this.byId[at]!.get(rowId);
      return values && isSo(values) && (!wholeRows || rowAgrees(theirs, values)) ? [at] : [];
    });
    for (const at of found) this.support[at]!++;
    return found;
  }

  /** Of several rules the one that accounts for most of the file. */
  best(found: readonly number[]): RuleFound | undefined {
    const [first] = [...found].sort((a, b) => this.support[b]! - this.support[a]! || a - b);
    return first === undefined ? undefined : this.others[first]!.rule;
  }

  /** Under which rule rows of theirs that we do not have are rows of ours, in all that they say. */
  rulesOfTheirs(rows: readonly TheirRow[]): Map<TheirRow, RuleFound> {
    const rules = new Map<TheirRow, RuleFound>();
    for (const other of this.others) {
      if (other.isPart) continue;
      for (const match of matchRows(rows, other.rows, this.levels).theirs) {
        const isSo = match.kind === 'matched' && rowAgrees(match.theirs, match.ours.values);
        if (isSo && !rules.has(match.theirs)) rules.set(match.theirs, other.rule);
      }
    }
    return rules;
  }

  /** Under which rule we would not have a row either. */
  ruleOfOurs({ id }: SheetRow): RuleFound | undefined {
    const found = this.others.findIndex(({ wholeRows, isPart }, at) => {
      return !isPart && !this.byId[at]!.has(id) && (!wholeRows || this.support[at]! > 0);
    });
    return this.others[found]?.rule;
  }
}
