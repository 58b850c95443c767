import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Api } from '../../core/api';
import { newDefinition } from '../model/report-definition';
import { flattenRows, totalRow } from '../model/sheet-rows';
import { ROWS, sheetOf, TYPE } from '../testing/sheet-story';
import type { ColumnCommand } from '../model/column-command';
import { gridColumns } from './grid-column';
import { SheetGrid } from './sheet-grid';

describe('The sheet as a grid', () => {
  let fixture: ComponentFixture<SheetGrid>;
  let host: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [{ provide: Api, useValue: {} }] });
    fixture = TestBed.createComponent(SheetGrid);
    const definition = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
    set({
      columns: gridColumns(definition, TYPE),
      nameLabel: TYPE.nameLabel,
      rows: flattenRows(ROWS, new Set(), () => 'mail'),
      total: totalRow('Total', sheetOf().total.values),
      summary: '2 campaigns, 4 emails',
      timeZone: 'UTC',
      addressOf: (id: string) => `/reports/r1?email=${id}`,
    });
    host = fixture.nativeElement;
    document.body.append(host);
    await shown(() => cells('name').at(-1) !== undefined && !cells('name').includes(''));
  });
  afterEach(() => host.remove());

  function set(inputs: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  }
  /** The grid draws a turn after its component has settled. */
  async function shown(condition: () => boolean): Promise<void> {
    for (let turn = 0; turn < 100 && !condition(); turn++) {
      await fixture.whenStable();
      await new Promise((next) => setTimeout(next, 0));
    }
    expect(condition()).toBe(true);
  }
  const cells = (columnId: string) =>
    [...host.querySelectorAll<HTMLElement>(`.ag-cell[col-id="${columnId}"]`)].map((cell) => cell.textContent);
  const heading = (columnId: string) => host.querySelector<HTMLElement>(`.ag-header-cell[col-id="${columnId}"]`)!;

  it('shows every row with its figures, and the total at its foot', () => {
    expect(cells('delivered')).toEqual(['30', '10', '20', '100', '0', '100', '130']);
    expect(cells('name').at(-1)).toBe('Total2 campaigns, 4 emails');
    expect(cells('row-number').at(-1)).toBe('Σ');
  });

  it('shows a rate as a percentage and a missing one as a dash', () => {
    expect(cells('openRate')).toEqual(['40.0%', '20.0%', '50.0%', '30.0%', '–', '30.0%', '32.3%']);
  });

  it('softens zero', () => {
    const zero = host.querySelectorAll('.ag-cell[col-id="delivered"]')[4]!;
    expect(zero.classList).toContain('cell-quiet');
  });

  it('stands under letters', () => {
    expect([...host.querySelectorAll('ts-letter-header')].map((letter) => letter.textContent)).toEqual([
      '',
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  it('asks to fold a campaign, and shows the fold', async () => {
    const toggled: string[] = [];
    fixture.componentInstance.toggled.subscribe((id) => toggled.push(id));
    host.querySelector<HTMLButtonElement>('.name-chevron')!.click();
    expect(toggled).toEqual(['c1']);
    set({ rows: flattenRows(ROWS, new Set(toggled), () => 'mail') });
    await shown(() => cells('delivered').length === 5);
    expect(host.querySelector('.name-chevron')?.getAttribute('aria-expanded')).toBe('false');
  });

  it('opens an email from its name, which has an address', () => {
    const opened: string[] = [];
    fixture.componentInstance.opened.subscribe((row) => opened.push(row.nodeId));
    const link = host.querySelector<HTMLAnchorElement>('.name-link')!;
    link.click();
    expect([opened, link.getAttribute('href')]).toEqual([['e1'], '/reports/r1?email=e1']);
  });

  it('asks to sort from a heading, and says the sort aloud', async () => {
    const commands: ColumnCommand[] = [];
    fixture.componentInstance.commanded.subscribe((command) => commands.push(command));
    heading('opened').querySelector<HTMLButtonElement>('.label')!.click();
    expect(commands).toEqual([{ kind: 'next-sort', columnId: 'opened' }]);
    set({ sort: { columnId: 'opened', direction: 'desc' } });
    await shown(() => heading('opened').getAttribute('aria-sort') === 'descending');
    expect(heading('delivered').getAttribute('aria-sort')).toBe('none');
  });

  it('tells a column’s rule and meaning to readers of the screen', () => {
    const about = heading('openRate').getAttribute('aria-describedby')!;
    expect(document.getElementById(about)?.textContent).toBe('Opened ÷ Delivered. About % Opened.');
  });

  it('keeps the place of figures that are not counted yet', async () => {
    set({ total: totalRow('Total', {}) });
    await shown(() => cells('delivered').at(-1) === '');
    const cell = [...host.querySelectorAll('.ag-cell[col-id="delivered"]')].at(-1);
    await shown(() => cell!.classList.contains('cell-bone'));
  });
});
