import type { Locator, Page } from '@playwright/test';

/** The tree at the left: folders, programs, campaigns, emails, reports. */
export class Tree {
  readonly panel: Locator;

  constructor(private readonly page: Page) {
    this.panel = page.getByRole('tree', { name: 'Programs and reports' });
  }

  entry(name: string): Locator {
    return this.panel.getByRole('treeitem', { name, exact: true });
  }

  /** Opens the dialog for a new report in a program. */
  async newReportIn(program: string): Promise<NewReportDialog> {
    await this.entry(program).hover();
    await this.entry(program)
      .getByRole('button', { name: `New report in “${program}”` })
      .click();
    return new NewReportDialog(this.page);
  }

  /** Opens what can be done with a report. */
  async menuOf(report: string): Promise<Locator> {
    await this.entry(report).click({ button: 'right' });
    return this.page.getByRole('menu');
  }
}

/** Asks for type and name of a new report. */
export class NewReportDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog');
  }

  async create(type: string, name: string): Promise<void> {
    await this.dialog.getByRole('radio', { name: new RegExp(`^${type}`) }).check({ force: true });
    await this.dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.dialog.getByRole('button', { name: 'Create report' }).click();
  }
}
