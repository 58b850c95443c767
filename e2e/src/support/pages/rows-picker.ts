import type { Locator, Page } from '@playwright/test';

/** What the rows of a report are, and the picker that changes it. */
export class RowsPicker {
  /** The control that says it. */
  readonly inForce: Locator;
  readonly picker: Locator;

  constructor(page: Page) {
    this.inForce = page.getByRole('main').getByRole('button', { name: /^Rows / });
    this.picker = page.getByRole('dialog', { name: 'Rows' });
  }

  outer(level: string): Locator {
    return this.side('One row for each', level);
  }

  inner(level: string): Locator {
    return this.side('Beneath it', level);
  }

  async open(): Promise<void> {
    await this.inForce.click();
    await this.picker.waitFor();
  }

  async apply(): Promise<void> {
    await this.picker.getByRole('button', { name: 'Apply' }).click();
    await this.picker.waitFor({ state: 'hidden' });
  }

  private side(name: string, level: string): Locator {
    return this.picker.getByRole('radiogroup', { name }).getByRole('radio', { name: level, exact: true });
  }
}
