import { expect, type Locator, type Page } from '@playwright/test';

/** A row as it stands on screen: its name, and its cells by their column's id. */
export interface ShownRow {
  name: string;
  cells: Record<string, string>;
}

/** The sheet: headings, rows and total. */
export class SheetGrid {
  readonly grid: Locator;

  constructor(private readonly page: Page) {
    this.grid = page.getByRole('main').getByRole('treegrid');
  }

  /** A row by the words in its column A; the total's is "Total". */
  row(name: string): Locator {
    return this.grid.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  link(email: string): Locator {
    return this.grid.getByRole('link', { name: email, exact: true });
  }

  heading(label: string): Locator {
    return this.grid.getByRole('columnheader', { name: label, exact: true });
  }

  /** The headings from left to right, without that of the names. */
  async headings(): Promise<string[]> {
    const cells = await this.grid.getByRole('columnheader').evaluateAll((headers) =>
      headers
        .map((header) => ({
          place: header.getBoundingClientRect().left,
          label: header.querySelector('button')?.textContent?.trim() ?? '',
        }))
        .filter(({ label }) => label !== '')
        .sort((a, b) => a.place - b.place)
        .map(({ label }) => label),
    );
    return cells.slice(1);
  }

  async cell(rowName: string, columnLabel: string): Promise<Locator> {
    const columnId = await this.heading(columnLabel).getAttribute('col-id');
    return this.row(rowName).locator(`[col-id="${columnId}"]`);
  }

  /** Sorts by a column, as a click on its heading does. */
  async sortBy(label: string): Promise<void> {
    await this.heading(label).getByRole('button', { name: label, exact: true }).click();
  }

  async openColumnMenu(label: string): Promise<Locator> {
    const heading = this.heading(label);
    await heading.hover();
    await heading.getByRole('button', { name: `Menu of column ${label}` }).click();
    return this.page.getByRole('menu');
  }

  /** Drags a column by its heading to the place of another. */
  async drag(label: string, toPlaceOf: string): Promise<void> {
    await this.heading(label).dragTo(this.heading(toPlaceOf), { sourcePosition: { x: 20, y: 20 } });
  }

  /** Drags the right edge of a heading. */
  async widen(label: string, byPixels: number): Promise<void> {
    const edge = await this.heading(label).locator('.ag-header-cell-resize').boundingBox();
    if (!edge) throw new Error(`The column ${label} has no edge to drag.`);
    const { x, y } = { x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 };
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + byPixels, y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Waits until numbers are there, not the places kept for them. */
  async counted(): Promise<void> {
    await expect(this.row('Total')).toBeVisible();
    await expect(this.page.getByText(/^Counted at \d\d:\d\d:\d\d/)).toBeVisible();
  }

  /** All rows on screen from top to bottom, the total last. */
  async rows(): Promise<ShownRow[]> {
    return this.grid.getByRole('row').evaluateAll((rows) =>
      rows
        .map((row) => ({ row, cells: [...row.querySelectorAll<HTMLElement>('[role="gridcell"]')] }))
        .filter(({ cells }) => cells.length > 0)
        .sort((a, b) => a.row.getBoundingClientRect().top - b.row.getBoundingClientRect().top)
        .map(({ cells }) => ({
          name: cells.map((cell) => cell.querySelector('.name-text, .name-link')?.textContent ?? '').join(''),
          cells: Object.fromEntries(
            cells.map((cell) => [cell.getAttribute('col-id') ?? '', cell.textContent?.trim() ?? '']),
          ),
        })),
    );
  }

  async names(): Promise<string[]> {
    return (await this.rows()).map(({ name }) => name);
  }
}
