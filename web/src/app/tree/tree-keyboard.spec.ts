import { treeCommand } from './tree-keyboard';
import type { TreeRow } from './tree-model';

function row(key: string, name: string, more: Partial<TreeRow> = {}): TreeRow {
  const kind = key.split(':')[0] as TreeRow['kind'];
  return {
    key,
    kind,
    id: key,
    name,
    level: 0,
    parentKey: null,
    expandable: false,
    expanded: false,
    count: null,
    position: 1,
    siblings: 1,
    node: null,
    ...more,
  };
}

const rows = [
  row('folder:1', 'Launches', { expandable: true, expanded: true }),
  row('program:1', 'Spring', { expandable: true, parentKey: 'folder:1', level: 1 }),
  row('report:1', 'Overview', { parentKey: 'folder:1', level: 1 }),
  row('folder:2', 'Letters'),
];

describe('In the tree', () => {
  it.each([
    ['folder:1', 'ArrowDown', { do: 'focus', key: 'program:1' }],
    ['program:1', 'ArrowUp', { do: 'focus', key: 'folder:1' }],
    ['report:1', 'Home', { do: 'focus', key: 'folder:1' }],
    ['folder:1', 'End', { do: 'focus', key: 'folder:2' }],
    ['program:1', 'ArrowRight', { do: 'expand', key: 'program:1' }],
    ['folder:1', 'ArrowRight', { do: 'focus', key: 'program:1' }],
    ['folder:1', 'ArrowLeft', { do: 'collapse', key: 'folder:1' }],
    ['report:1', 'ArrowLeft', { do: 'focus', key: 'folder:1' }],
    ['report:1', 'Enter', { do: 'activate', key: 'report:1' }],
    ['report:1', ' ', { do: 'activate', key: 'report:1' }],
    ['report:1', 'F2', { do: 'rename', key: 'report:1' }],
    ['report:1', 'Delete', { do: 'delete', key: 'report:1' }],
    ['folder:1', 'l', { do: 'focus', key: 'folder:2' }],
    ['folder:2', 'L', { do: 'focus', key: 'folder:1' }],
  ] as const)('on %s the key %s does what it does in a file manager', (focused, pressed, command) => {
    expect(treeCommand(rows, focused, pressed)).toEqual(command);
  });

  it.each([
    ['folder:2', 'ArrowDown'],
    ['folder:1', 'ArrowUp'],
    ['folder:2', 'ArrowLeft'],
    ['folder:2', 'ArrowRight'],
    ['program:1', 'F2'],
    ['program:1', 'Delete'],
    ['folder:1', 'x'],
    ['folder:1', 'Tab'],
  ])('on %s the key %s does nothing', (focused, pressed) => {
    expect(treeCommand(rows, focused, pressed)).toBeNull();
  });

  it('a key on nothing starts at the top', () => {
    expect(treeCommand(rows, null, 'ArrowDown')).toEqual({ do: 'focus', key: 'program:1' });
    expect(treeCommand([], null, 'ArrowDown')).toBeNull();
  });
});
