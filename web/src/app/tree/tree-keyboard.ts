import { fold, type TreeRow } from './tree-model';

/** What a key does in the tree. */
export type TreeCommand =
  { do: 'focus'; key: string } | { do: 'expand' | 'collapse' | 'activate' | 'rename' | 'delete'; key: string };

/** The keys of a tree, as in a file manager; null for a key that means nothing here. */
export function treeCommand(rows: readonly TreeRow[], focusedKey: string | null, pressed: string): TreeCommand | null {
  const index = Math.max(
    0,
    rows.findIndex((row) => row.key === focusedKey),
  );
  const row = rows[index];
  if (!row) return null;
  switch (pressed) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (!row.expandable) return null;
      return row.expanded ? focus(rows[index + 1]) : { do: 'expand', key: row.key };
    case 'ArrowLeft':
      if (row.expanded) return { do: 'collapse', key: row.key };
      return focus(rows.find((other) => other.key === row.parentKey));
    case 'Enter':
    case ' ':
      return { do: 'activate', key: row.key };
    case 'F2':
      return row.kind === 'report' ? { do: 'rename', key: row.key } : null;
    case 'Delete':
      return row.kind === 'report' ? { do: 'delete', key: row.key } : null;
    default:
      return pressed.length === 1 ? focus(nextNamed(rows, index, pressed)) : null;
  }
}

/** The next line whose name begins with a letter, going round at the end. */
function nextNamed(rows: readonly TreeRow[], index: number, letter: string): TreeRow | undefined {
  const wanted = fold(letter);
  return [...rows.slice(index + 1), ...rows.slice(0, index)].find((row) => fold(row.name).startsWith(wanted));
}

function focus(row: TreeRow | undefined): TreeCommand | null {
  return row ? { do: 'focus', key: row.key } : null;
}
