import type { TreeNode } from '@tallysheet/contract';
import { TreeModel } from './tree-model';

const NAMES = { emails: 'Emails', messages: 'SMS and push' };

function node(key: string, parentKey: string | null, name: string): TreeNode {
  const [kind, id] = key.split(':') as [TreeNode['kind'], string];
  return { key, parentKey, kind, id, name };
}

const NODES = [
  node('program:1', 'folder:1', 'Spring launch'),
  node('folder:1', null, 'Launches'),
  node('email:2', 'program:1', 'Mail 10'),
  node('email:1', 'program:1', 'Mail 2'),
  node('sms:1', 'program:1', 'Reminder'),
  node('campaign:1', 'program:1', '01 Teaser'),
  node('report:1', 'program:1', 'Performance d’été'),
  node('report:2', null, 'Everything'),
];
const model = new TreeModel(NODES, NAMES, 'en');
const all = new Set(['folder:1', 'program:1', 'emails:program:1', 'messages:program:1']);

function outline(expanded: ReadonlySet<string>, search?: string): string[] {
  return model.rows(expanded, search).map((row) => `${'  '.repeat(row.level)}${row.name}`);
}

describe('The tree', () => {
  it('lists folders, programs, reports, campaigns and then emails and messages in groups, by name', () => {
    expect(outline(all)).toEqual([
      'Launches',
      '  Spring launch',
      '    Performance d’été',
      '    01 Teaser',
      '    Emails',
      '      Mail 2',
      '      Mail 10',
      '    SMS and push',
      '      Reminder',
      'Everything',
    ]);
  });

  it('shows only what is open', () => {
    expect(outline(new Set(['folder:1']))).toEqual(['Launches', '  Spring launch', 'Everything']);
  });

  it('opens the folders at the top and an only program at first', () => {
    expect(model.initiallyExpanded()).toEqual(['folder:1', 'program:1']);
  });

  it('tells place and number for who cannot see it', () => {
    const rows = model.rows(all);
    const emails = rows.find((row) => row.kind === 'emails');
    expect(emails).toMatchObject({ level: 2, position: 3, siblings: 4, count: 2, expandable: true, expanded: true });
  });

  it('names what stands above an entry, groups too', () => {
    expect(model.above('email:1')).toEqual(['folder:1', 'program:1', 'emails:program:1']);
  });

  it('takes an entry whose parent is unknown to the top', () => {
    const orphan = new TreeModel([node('program:9', 'folder:9', 'Lost')], NAMES, 'en');
    expect(orphan.rows(new Set()).map((row) => [row.name, row.level])).toEqual([['Lost', 0]]);
  });
});

describe('A search in the tree', () => {
  it('keeps what matches with all above it, whatever was open', () => {
    expect(outline(new Set(), 'mail 1')).toEqual(['Launches', '  Spring launch', '    Emails', '      Mail 10']);
  });

  it('does not mind accents or capitals', () => {
    expect(outline(new Set(), 'PERFORMANCE D’ETE').at(-1)).toBe('    Performance d’été');
  });

  it('does not take the groups’ own names for matches', () => {
    expect(outline(new Set(), 'emails')).toEqual([]);
  });

  it('lets a program that matches be opened', () => {
    expect(outline(new Set(), 'spring')).toEqual(['Launches', '  Spring launch']);
    expect(outline(new Set(['program:1']), 'spring')).toHaveLength(6);
  });
});
