import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { SheetRow } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { newDefinition } from '../model/report-definition';
import { flattenRows, totalRow } from '../model/sheet-rows';
import { ROWS, sheetOf, TYPE } from '../testing/sheet-story';
import type { ColumnCommand } from '../model/column-command';
import { gridColumns } from './grid-column';
import { SheetGrid } from './sheet-grid';

const LONG = 'https://shop.example/shoes/autumn/waterproof?utm_source=mail&utm_campaign=launch';
const LINKS: SheetRow[] = [
  { ...ROWS[0]!, id: 'e1', nodeId: 'e1', kind: 'email', name: 'Invite' },
  { ...ROWS[1]!, id: 'e1/1', parentId: 'e1', kind: 'link', name: LONG, address: LONG },
  { ...ROWS[1]!, id: 'e1/2', parentId: 'e1', kind: 'link', name: 'Shoes', address: LONG },
  { ...ROWS[1]!, id: 'e1/3', parentId: 'e1', kind: 'link', name: 'Malformed addresses' },
];

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

  it('folds an email with links beneath by the space bar, and opens it by Enter', async () => {
    const told: string[] = [];
    fixture.componentInstance.opened.subscribe((row) => told.push(`open ${row.nodeId}`));
    fixture.componentInstance.toggled.subscribe((id) => told.push(`fold ${id}`));
    set({ rows: flattenRows(LINKS, new Set(), () => 'mail') });
    await shown(() => cells('name')[0]?.startsWith('Invite') ?? false);
    const cell = host.querySelector<HTMLElement>('.ag-cell[col-id="name"]')!;
    for (const key of [' ', 'Enter']) cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await shown(() => told.length === 2);
    expect(told).toEqual(['fold e1', 'open e1']);
  });

  it('shows a link by its name and its whole address, however long, and what is no address softly', async () => {
    set({ rows: flattenRows(LINKS, new Set(), () => 'link') });
    await shown(() => cells('name')[0]?.startsWith('Invite') ?? false);
    expect(cells('name').slice(1, 4)).toEqual([LONG, `Shoes${LONG}`, 'Malformed addresses']);
    expect([...host.querySelectorAll<HTMLElement>('.name-cut, .name-label')].map(({ title }) => title)).toEqual([
      LONG,
      LONG,
      LONG,
    ]);
    expect(host.querySelector('.name-tail')?.textContent).toBe(LONG.slice(-22));
    expect(host.querySelector('.name-aside')?.textContent).toBe('Malformed addresses');
  });

  it('is a tree to readers of the screen: each row says how deep it is, and whether it is open', async () => {
    const places = () =>
      [...host.querySelectorAll('[role=row][row-id]')].map((row) =>
        [row.getAttribute('aria-level'), row.getAttribute('aria-expanded')].join(),
      );
    await shown(() => host.querySelector('[role=treegrid]')?.getAttribute('aria-label') === 'Sheet');
    await shown(() => places()[0] === '1,true');
    expect(places().slice(0, 4)).toEqual(['1,true', '2,', '2,', '1,true']);
    set({ rows: flattenRows(ROWS, new Set(['c1']), () => 'mail') });
    await shown(() => places()[0] === '1,false');
    const definition = newDefinition(TYPE.id, 'Report', { programId: null, campaignId: null });
    set({ columns: gridColumns(definition, TYPE).slice(1) });
    await shown(() => cells('delivered').length === 0 && host.querySelector('[role=treegrid]') !== null);
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
