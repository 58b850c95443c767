import type { Locator, Page } from '@playwright/test';

/** The smart list of a report: the chip that says it, and the dialog that its rules are written in. */
export class SmartListEditor {
  readonly add: Locator;
  /** What is in force, in words. */
  readonly inForce: Locator;
  readonly remove: Locator;
  readonly dialog: Locator;
  /** How many people are in the list, as it is written. */
  readonly count: Locator;
  readonly savedLists: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.add = main.getByRole('button', { name: 'Smart list', exact: true });
    this.inForce = main.getByRole('button', { name: /^Change the smart list/ });
    this.remove = main.getByRole('button', { name: 'Remove the smart list' });
    this.dialog = page.getByRole('dialog', { name: 'Smart list', exact: true });
    this.count = this.dialog.locator('output');
    this.savedLists = page.getByRole('dialog', { name: 'Saved lists' });
  }

  rule(number: number): Locator {
    return this.dialog.getByRole('group', { name: `Rule ${number}`, exact: true });
  }

  async addRule(about: 'Attribute' | 'Activity' | 'Saved list' | 'Group'): Promise<void> {
    await this.dialog.getByRole('button', { name: about, exact: true }).last().click();
  }

  /** Gives a rule on an attribute the attribute and its values. */
  async write(rule: Locator, attribute: string, ...values: string[]): Promise<void> {
    await rule.getByRole('combobox', { name: 'Attribute' }).fill(attribute);
    await this.page.getByRole('option', { name: attribute }).first().click();
    for (const value of values) {
      await rule.getByRole('combobox', { name: 'Values' }).fill(value);
      await this.page.keyboard.press('Enter');
    }
  }

  async apply(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Apply' }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  async openSaved(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Saved lists/ }).click();
    await this.savedLists.waitFor();
  }

  async saveAs(name: string): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save as list…' }).click();
    const asks = this.page.getByRole('dialog', { name: 'Save as list' });
    await asks.getByRole('textbox', { name: 'Name' }).fill(name);
    await asks.getByRole('button', { name: 'Save' }).click();
    await asks.waitFor({ state: 'hidden' });
  }
}
