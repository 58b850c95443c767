import type { Dialect } from '../dialect';
import { smallTables } from './1763800000000-small-tables';
import { factTables } from './1763800001000-fact-tables';
import { breakdownTables } from './1764000001000-breakdown-tables';
import { peopleAttributes } from './1764100000000-people-attributes';
import { smartLists } from './1764200000000-smart-lists';
import { mergedAway } from './1764250000000-merged-away';
import { pairChanges } from './1764300000000-pair-changes';
import { personStarts } from './1764350000000-person-starts';
import { programFigures } from './1764400000000-program-figures';

const ALL = [
  ...[smallTables, factTables, breakdownTables, peopleAttributes, smartLists, mergedAway, pairChanges, personStarts],
  programFigures,
];

/** Every change of the schema, oldest first. Each is one statement and safe to run again. */
export function migrations(dialect: Dialect['name']) {
  return ALL.flat().map((migration) => migration(dialect));
}
