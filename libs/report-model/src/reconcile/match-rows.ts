import type { RowLevel, SheetRow } from '@tallysheet/contract';
import { plainName } from '../sheet/plain-name';
import type { NameLevel } from './export-columns';
import type { TheirRow } from './their-rows';

/** Which row of ours a row of theirs is; `ambiguous` when it could be several, or several of theirs could be it. */
export type Match = { theirs: TheirRow } & (
  { kind: 'matched'; ours: SheetRow } | { kind: 'ambiguous'; candidates: readonly SheetRow[] } | { kind: 'none' }
);

export interface Matches {
  theirs: Match[];
  /** Rows of ours, at the levels that theirs has rows of, that none of theirs is. */
  onlyOurs: SheetRow[];
}

/**
 * Finds rows by name. Marketo calls a local asset `Program.Name`: such a name is taken apart or put together where the
 * plain one finds nothing. Nothing is guessed.
 */
export function matchRows(
  theirs: readonly TheirRow[],
  ours: readonly SheetRow[],
  levels: readonly RowLevel[],
): Matches {
  const index = levels.map((_, depth) => new NameIndex(ours.filter(({ level }) => level === depth)));
  const told = new Set<number>();
  let group: SheetRow | null = null;
  const matches = theirs.map((row): Match => {
    const { depth, candidates } = row.names.any ? findAny(row.names.any, index, group) : findNamed(row, index, levels);
    if (depth !== null) told.add(depth);
    if (candidates.length !== 1) {
      return candidates.length === 0 ? { theirs: row, kind: 'none' } : { theirs: row, kind: 'ambiguous', candidates };
    }
    if (depth === 0) group = candidates[0]!;
    return { theirs: row, kind: 'matched', ours: candidates[0]! };
  });
  const unique = withoutSharing(matches);
  const taken = new Set(unique.flatMap(oursIn).map(({ id }) => id));
  return { theirs: unique, onlyOurs: ours.filter(({ id, level }) => told.has(level) && !taken.has(id)) };
}

interface Found {
  depth: number | null;
  candidates: readonly SheetRow[];
}

/** By the innermost name that the sheet has a level for, beneath the rows that the names outside it allow. */
function findNamed({ names }: TheirRow, index: readonly NameIndex[], levels: readonly RowLevel[]): Found {
  const depth = levels.findLastIndex((level) => names[level as NameLevel]);
  if (depth < 0) return { depth: null, candidates: [] };
  const name = names[levels[depth] as NameLevel]!;
  const outer = depth > 0 ? names[levels[0] as NameLevel] : undefined;
  const program = levels.includes('program') ? undefined : names.program;
  const parents = outer ? new Set(index[0]!.find(outer).map(({ id }) => id)) : null;
  const fits = (row: SheetRow) =>
    (!parents || parents.has(row.parentId ?? '')) && (!program || plainName(programOf(row)) === plainName(program));
  return { depth, candidates: index[depth]!.find(name, fits) };
}

/** In a column of all levels a row beneath the last group comes first, then another group, then a row of any group. */
function findAny(name: string, index: readonly NameIndex[], group: SheetRow | null): Found {
  const [groups, inner] = index;
  if (inner && group) {
    const beneath = inner.find(name, ({ parentId }) => parentId === group.id);
    if (beneath.length > 0) return { depth: 1, candidates: beneath };
  }
  const outer = groups?.find(name) ?? [];
  if (outer.length > 0 || !inner) return { depth: 0, candidates: outer };
  return { depth: 1, candidates: inner.find(name) };
}

/** A row of ours that several of theirs could be is none of them for certain. */
function withoutSharing(matches: readonly Match[]): Match[] {
  const times = new Map<string, number>();
  for (const row of matches.flatMap(oursIn)) times.set(row.id, (times.get(row.id) ?? 0) + 1);
  return matches.map((match) =>
    match.kind === 'matched' && times.get(match.ours.id)! > 1
      ? { theirs: match.theirs, kind: 'ambiguous', candidates: [match.ours] }
      : match,
  );
}

function oursIn(match: Match): readonly SheetRow[] {
  if (match.kind === 'matched') return [match.ours];
  return match.kind === 'ambiguous' ? match.candidates : [];
}

function programOf({ values }: SheetRow): string {
  return String(values['programName'] ?? '');
}

/** The rows of one level by what they may be called: their name, with their program before it, or without it. */
class NameIndex {
  private readonly tiers = [
    new Map<string, SheetRow[]>(),
    new Map<string, SheetRow[]>(),
    new Map<string, SheetRow[]>(),
  ];

  constructor(rows: readonly SheetRow[]) {
    for (const row of rows) {
      const name = plainName(row.name).trim();
      const program = `${plainName(programOf(row)).trim()}.`;
      this.add(0, name, row);
      if (row.address !== undefined) this.add(0, plainName(row.address).trim(), row);
      if (program === '.') continue;
      this.add(1, program + name, row);
      if (name.startsWith(program)) this.add(2, name.slice(program.length), row);
    }
  }

  /** Those of the first way of naming that finds any; one that is written exactly so comes before all others. */
  find(name: string, fits: (row: SheetRow) => boolean = () => true): readonly SheetRow[] {
    const key = plainName(name).trim();
    for (const tier of this.tiers) {
      const found = [...new Set(tier.get(key))].filter(fits);
      const exact = found.filter((row) => row.name === name);
      if (found.length > 0) return exact.length === 1 ? exact : found;
    }
    return [];
  }

  private add(tier: number, key: string, row: SheetRow): void {
    const rows = this.tiers[tier]!.get(key);
    if (rows) rows.push(row);
    else this.tiers[tier]!.set(key, [row]);
  }
}
