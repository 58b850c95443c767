import type { Locator, Page } from '@playwright/test';

/** The top of a report: its name, whether it is saved, and what can be done with it. */
export class ReportBar {
  readonly title: Locator;
  readonly edited: Locator;
  readonly save: Locator;
  readonly discard: Locator;
  readonly export: Locator;
  readonly columns: Locator;
  readonly notes: Locator;
  readonly toast: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.title = main.getByRole('heading', { level: 1 });
    this.edited = main.getByText('Edited', { exact: true });
    this.save = main.getByRole('button', { name: 'Save', exact: true });
    this.discard = main.getByRole('button', { name: 'Discard', exact: true });
    this.export = main.getByRole('button', { name: 'Export', exact: true });
    this.columns = main.getByRole('button', { name: 'Columns', exact: true });
    this.notes = main.getByRole('list', { name: 'Notes on this sheet' });
    this.toast = page.locator('ts-toast-host').getByRole('status');
  }

  async more(command: string): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: command }).click();
  }

  /** The dialog that asks for name and place of a report that is saved for the first time. */
  async saveAs(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Save report' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
  }

  /** The list of columns to show, hide and put in order. */
  async openColumns(): Promise<Locator> {
    await this.columns.click();
    return this.page.getByRole('dialog', { name: 'Columns' });
  }
}
