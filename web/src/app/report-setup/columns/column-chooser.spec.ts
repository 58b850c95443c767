import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Api } from '../../core/api';
import { ColumnChooser } from './column-chooser';
import { type ColumnEntry, mayStandAt, reorder } from './column-entry';

const entry = (id: string, label: string, letter: string | null, pinned = false): ColumnEntry => ({
  id,
  label,
  letter,
  pinned,
  unit: 'count',
  rule: 'Number of messages',
  help: `About ${label}`,
});
const SHOWN = [entry('sent', 'Sent', 'B', true), entry('delivered', 'Delivered', 'C'), entry('opened', 'Opened', 'D')];
const AVAILABLE = [entry('clicked', 'Clicked link', null)];

describe('The column chooser', () => {
  let fixture: ComponentFixture<ColumnChooser>;
  let host: HTMLElement;
  let changes: string[][];

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: {} }] });
    fixture = TestBed.createComponent(ColumnChooser);
    fixture.componentRef.setInput('shown', SHOWN);
    fixture.componentRef.setInput('available', AVAILABLE);
    changes = [];
    fixture.componentInstance.changed.subscribe((ids) => changes.push(ids));
    host = fixture.nativeElement;
    document.body.append(host);
    await fixture.whenStable();
  });
  afterEach(() => host.remove());

  const rows = () => [...host.querySelectorAll<HTMLElement>('.row')];
  const row = (label: string) => rows().find((found) => found.getAttribute('aria-label') === label)!;
  const button = (label: string) => host.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!;
  const altArrow = (label: string, key: string) =>
    row(label).dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }));

  it('lists what is in the sheet and what could be', () => {
    expect([...host.querySelectorAll('h3')].map((title) => title.textContent)).toEqual([
      'In the sheet, 3',
      'Available, 1',
    ]);
    expect(rows().map((found) => found.querySelector('.letter')?.textContent ?? null)).toEqual(['B', 'C', 'D', null]);
  });

  it('finds a column by a part of its name', async () => {
    const search = host.querySelector('input')!;
    search.value = 'CLIC';
    search.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect(rows().map((found) => found.getAttribute('aria-label'))).toEqual(['Clicked link']);
  });

  it('shows and hides columns', () => {
    button('Show Clicked link').click();
    button('Hide Delivered').click();
    expect(changes).toEqual([
      ['sent', 'delivered', 'opened', 'clicked'],
      ['sent', 'opened'],
    ]);
  });

  it('moves a column with Alt and the arrow keys, but not among the pinned ones', () => {
    altArrow('Opened', 'ArrowUp');
    altArrow('Delivered', 'ArrowUp');
    altArrow('Opened', 'ArrowDown');
    expect(changes).toEqual([['sent', 'opened', 'delivered']]);
  });

  it('tells each column’s rule to readers of the screen', () => {
    const about = row('Opened').getAttribute('aria-describedby')!;
    expect(document.getElementById(about)?.textContent).toContain('Number of messages');
  });

  it('does not hide the last column', async () => {
    fixture.componentRef.setInput('shown', [SHOWN[0]]);
    await fixture.whenStable();
    expect(button('Hide Sent').disabled).toBe(true);
  });

  it('drops a column where it may stand', () => {
    expect(reorder(SHOWN, 2, 1)).toEqual(['sent', 'opened', 'delivered']);
    expect([mayStandAt(SHOWN, SHOWN[2]!, 0), mayStandAt(SHOWN, SHOWN[2]!, 1), mayStandAt(SHOWN, SHOWN[0]!, 1)]).toEqual(
      [false, true, false],
    );
  });
});
