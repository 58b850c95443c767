import type { Locator, Page } from '@playwright/test';

/** The period of a report: what is in force, and the picker that changes it. */
export class TimeFramePicker {
  /** The control that says name, days, zone and basis. */
  readonly inForce: Locator;
  readonly picker: Locator;
  readonly from: Locator;
  readonly to: Locator;

  constructor(page: Page) {
    this.inForce = page.getByRole('main').locator('ts-time-frame').getByRole('button').first();
    this.picker = page.getByRole('dialog', { name: 'Time frame' });
    this.from = this.picker.getByRole('textbox', { name: 'From' });
    this.to = this.picker.getByRole('textbox', { name: 'To' });
  }

  async open(): Promise<void> {
    await this.inForce.click();
    await this.picker.waitFor();
  }

  async choose(preset: string): Promise<void> {
    await this.open();
    await this.picker.getByRole('button', { name: preset, exact: true }).click();
    await this.apply();
  }

  async apply(): Promise<void> {
    await this.picker.getByRole('button', { name: 'Apply' }).click();
    await this.picker.waitFor({ state: 'hidden' });
  }
}
