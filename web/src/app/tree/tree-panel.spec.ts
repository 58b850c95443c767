import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { Tree, TreeNode } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { TreePanel } from './tree-panel';

function node(key: string, parentKey: string | null, name: string): TreeNode {
  const [kind, id] = key.split(':') as [TreeNode['kind'], string];
  return { key, parentKey, kind, id, name };
}

describe('The tree at the left', () => {
  let fixture: ComponentFixture<TreePanel>;
  let tree: Tree;
  const api = {
    tree: jest.fn(() => Promise.resolve(tree)),
    settings: jest.fn(() => Promise.reject(new Error('not asked for'))),
    updateReport: jest.fn(),
    deleteReport: jest.fn(),
    restoreReport: jest.fn(),
  };

  beforeEach(async () => {
    localStorage.clear();
    jest.clearAllMocks();
    tree = {
      workspace: { name: 'Northfold' },
      nodes: [
        node('folder:1', null, 'Launches'),
        node('program:1', 'folder:1', 'Spring'),
        node('report:1', 'program:1', 'Overview'),
        node('email:1', 'program:1', 'Hello'),
      ],
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: '**', children: [] }]), { provide: Api, useValue: api }],
    });
    await TestBed.inject(WorkspaceStore).reloadTree();
    fixture = TestBed.createComponent(TreePanel);
    document.body.append(fixture.nativeElement);
    await fixture.whenStable();
  });

  afterEach(() => fixture.nativeElement.remove());

  const lines = () => [...fixture.nativeElement.querySelectorAll('[role=treeitem]')] as HTMLElement[];
  const line = (name: string) => lines().find((item) => item.getAttribute('aria-label') === name)!;
  const names = () => lines().map((item) => item.getAttribute('aria-label'));
  async function press(key: string): Promise<void> {
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  }

  it('has one line that Tab reaches', () => {
    expect(
      lines()
        .filter((item) => item.tabIndex === 0)
        .map((item) => item.getAttribute('aria-label')),
    ).toEqual(['Launches']);
  });

  it('is walked, opened and closed with the arrow keys', async () => {
    line('Launches').focus();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(document.activeElement).toBe(line('Overview'));
    await press('ArrowLeft');
    expect(document.activeElement).toBe(line('Spring'));
    await press('ArrowLeft');
    expect(names()).toEqual(['Launches', 'Spring']);
    expect(line('Spring').getAttribute('aria-expanded')).toBe('false');
    await press('ArrowRight');
    expect(names()).toContain('Overview');
  });

  it('opens a report with Enter', async () => {
    line('Overview').focus();
    await press('Enter');
    expect(TestBed.inject(Router).url).toBe('/reports/1');
  });

  it('opens what is inside a program with a click, without leaving the page', async () => {
    line('Spring').click();
    await fixture.whenStable();
    expect(names()).toEqual(['Launches', 'Spring']);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('renames a report in place with F2 and Enter', async () => {
    api.updateReport.mockImplementation(async (_id: string, { name }: { name: string }) => {
      tree = { ...tree, nodes: tree.nodes.map((item) => (item.key === 'report:1' ? { ...item, name } : item)) };
    });
    line('Overview').focus();
    await press('F2');
    const field = fixture.nativeElement.querySelector('input') as HTMLInputElement;
    field.value = '  Summary ';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await fixture.whenStable();
    expect(api.updateReport).toHaveBeenCalledWith('1', { name: 'Summary' });
    expect(names()).toContain('Summary');
    expect(document.activeElement).toBe(line('Summary'));
  });

  it('leaves the name as it was with Esc', async () => {
    line('Overview').focus();
    await press('F2');
    const field = fixture.nativeElement.querySelector('input') as HTMLInputElement;
    field.value = 'Something else';
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(api.updateReport).not.toHaveBeenCalled();
    expect(names()).toContain('Overview');
  });

  it('deletes a report with Del and brings it back with Undo', async () => {
    const before = tree;
    api.deleteReport.mockImplementation(async () => {
      tree = { ...tree, nodes: tree.nodes.filter((item) => item.key !== 'report:1') };
    });
    api.restoreReport.mockImplementation(async () => {
      tree = before;
    });
    line('Overview').focus();
    await press('Delete');
    expect(names()).not.toContain('Overview');
    const toasts = TestBed.inject(Toasts);
    expect(toasts.current()?.text).toBe('“Overview” deleted');
    await toasts.current()?.action?.run();
    await fixture.whenStable();
    expect(api.restoreReport).toHaveBeenCalledWith('1');
    expect(names()).toContain('Overview');
  });
});
