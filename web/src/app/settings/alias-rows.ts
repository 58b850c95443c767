import type { MessageKey, MessageParams } from '@tallysheet/messages';

/** A domain and the one that it counts as, as they are being written. */
export interface AliasRow {
  alias: string;
  main: string;
}

/** What is wrong with a row, and whether it is only not finished yet. */
export interface AliasProblem {
  key: MessageKey;
  params?: MessageParams;
  field: keyof AliasRow;
  unfinished: boolean;
}

/** A mail domain has none of these signs. */
const NO_DOMAIN = /[\s@/]/;
const LONGEST = 255;

export function rowsOf(aliases: Readonly<Record<string, string>>): AliasRow[] {
  return Object.entries(aliases).map(([alias, main]) => ({ alias, main }));
}

/** The aliases as the server takes them; rows in which nothing stands are none. */
export function aliasesOf(rows: readonly AliasRow[]): Record<string, string> {
  const filled = rows.map(tidy).filter(({ alias, main }) => alias || main);
  return Object.fromEntries(filled.map(({ alias, main }) => [alias, main]));
}

/** What is wrong with each row, by its place; null where nothing is. */
export function aliasProblems(rows: readonly AliasRow[]): (AliasProblem | null)[] {
  const all = rows.map(tidy);
  const aliases = new Set(all.map(({ alias }) => alias).filter(Boolean));
  return all.map(({ alias, main }, at) => {
    if (!alias && !main) return null;
    const problem = (field: keyof AliasRow, key: MessageKey, params?: MessageParams) => ({
      field,
      key,
      params,
      unfinished: false,
    });
    if (isNoDomain(alias)) return problem('alias', 'settings.alias-bad');
    if (isNoDomain(main)) return problem('main', 'settings.alias-bad');
    if (all.findIndex((row) => row.alias === alias) < at && alias) return problem('alias', 'settings.alias-twice');
    if (!alias || !main) return { ...problem(alias ? 'main' : 'alias', 'settings.alias-missing'), unfinished: true };
    if (alias === main) return problem('main', 'settings.alias-self');
    if (aliases.has(main)) return problem('main', 'settings.alias-chain', { main });
    return null;
  });
}

function tidy({ alias, main }: AliasRow): AliasRow {
  return { alias: alias.trim().toLowerCase(), main: main.trim().toLowerCase() };
}

function isNoDomain(text: string): boolean {
  return NO_DOMAIN.test(text) || text.length > LONGEST;
}
