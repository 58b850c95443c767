import { compileActivityTest } from './compile-activity-test';
import { compileAttributeTest } from './compile-attribute-test';
import type { ActivityTest, AttributeTest, GroupTest, ListGround, ListTest } from './list-test';
import type { CompiledQuery } from './sheet-query';

/**
 * The statement behind a smart list: it finds people by the ids that their messages are kept by. A list may have everybody
 * in it of whom nothing is known, as one who did not open anything: then the statement finds those who are not in it.
 */
export interface CompiledList extends CompiledQuery {
  everybodyElse: boolean;
}

/**
 * Every rule finds people by itself, merged ones as one; each of them is then judged by all rules that found them. Whom
 * none has found is in the list, or not, like everybody else.
 */
export function compileSmartList(list: GroupTest, ground: ListGround): CompiledList {
  const leaves: (AttributeTest | ActivityTest)[] = [];
  const verdict = judged(list, leaves);
  const everybodyElse = holdsForStrangers(list);
  if (leaves.length === 0) return { ...NOBODY, everybodyElse };
  const found = leaves.map((leaf, place) => {
    const { text, parameters } =
      leaf.kind === 'attribute' ? compileAttributeTest(leaf, ground) : compileActivityTest(leaf, ground);
    return { text: `  SELECT ${place} AS rule, person_id FROM (\n${text}\n  ) AS found_${place}`, parameters };
  });
  const text = [
    'SELECT person_id FROM (',
    found.map((each) => each.text).join('\n  UNION ALL\n'),
    ') AS found',
    `GROUP BY person_id HAVING ${everybodyElse ? `NOT ${verdict}` : verdict}`,
  ].join('\n');
  return { text, parameters: found.flatMap(({ parameters }) => parameters), everybodyElse };
}

const NOBODY: CompiledQuery = { text: 'SELECT person_id FROM person WHERE 1 = 0', parameters: [] };

/** Whether a person is in the list, by the rules that found them; collects these. */
function judged(test: ListTest, leaves: (AttributeTest | ActivityTest)[]): string {
  if (test.kind !== 'group') {
    leaves.push(test);
    return `MAX(rule = ${leaves.length - 1}) = ${test.not ? 0 : 1}`;
  }
  const { match, tests } = test;
  if (tests.length === 0) return '1 = 1';
  const all = tests.map((each) => judged(each, leaves)).join(match === 'all' ? ' AND ' : ' OR ');
  return match === 'none' ? `(NOT (${all}))` : `(${all})`;
}

/** Whether somebody is in the list whom no rule finds. */
function holdsForStrangers(test: ListTest): boolean {
  if (test.kind !== 'group') return test.not;
  const { match, tests } = test;
  if (tests.length === 0) return true;
  if (match === 'all') return tests.every(holdsForStrangers);
  return tests.some(holdsForStrangers) === (match === 'any');
}
