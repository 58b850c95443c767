import type { TreeNode } from '@tallysheet/contract';
import { keyOfAddress, openAddress } from './tree-address';

const program: TreeNode = { key: 'program:5', parentKey: null, kind: 'program', id: '5', name: 'Spring' };

describe('A line of the tree', () => {
  it('leads to the page of what it is', () => {
    expect(openAddress({ kind: 'report', id: '7' }, [])).toEqual({ commands: ['/reports', '7'] });
    expect(openAddress({ kind: 'email', id: '9' }, [])).toEqual({ commands: ['/emails', '9'] });
  });

  it('leads from a campaign to an unsaved report about it', () => {
    expect(openAddress({ kind: 'campaign', id: '3' }, [program])).toEqual({
      commands: ['/reports/new'],
      queryParams: { type: 'campaign-email-performance', program: '5', campaign: '3' },
    });
  });

  it('leads nowhere from a folder, a program or a group', () => {
    for (const kind of ['folder', 'program', 'emails'] as const) expect(openAddress({ kind, id: '1' }, [])).toBeNull();
  });

  it('is marked while its page is shown', () => {
    const keys = new Set(['report:7', 'sms:9', 'program:5']);
    const marked = (url: string) => keyOfAddress(url, (key) => keys.has(key));
    expect(marked('/reports/7?from=2026-01-01')).toBe('report:7');
    expect(marked('/emails/9')).toBe('sms:9');
    expect(marked('/reports/new?type=email-performance&program=5&campaign=3')).toBe('program:5');
    expect(marked('/reports/8')).toBeNull();
    expect(marked('/settings')).toBeNull();
  });
});
