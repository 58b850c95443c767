import type { Settings } from '@tallysheet/contract';
import { newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, testInEmptyWorkspace as test } from '../support/pages/journey';

test.describe('In the settings', () => {
  let before: Settings;
  test.beforeEach(async ({ api }) => {
    const { rebuilding: _, ...settings } = await api.settings();
    before = settings;
  });
  test.afterEach(async ({ api }) => {
    await expect.poll(async () => (await api.settings()).rebuilding).toBe(false);
    await api.changeSettings(before);
    await expect.poll(async () => (await api.settings()).rebuilding).toBe(false);
  });

  test('I choose time zone and first day of the week, and they are still so tomorrow', async ({
    page,
    api,
    report,
    timeFrame,
  }) => {
    await enter(page, '/settings');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.click();
    await zone.fill('auckland');
    await page.getByRole('option', { name: /Auckland/ }).click();
    await page
      .getByRole('radiogroup', { name: 'Week starts on' })
      .getByRole('radio', { name: 'Sunday' })
      .check({ force: true });
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(report.toast).toContainText('Settings saved.');

    await page.reload();
    await expect(zone).toHaveValue(/Auckland/);
    await expect(page.getByRole('radio', { name: 'Sunday' })).toBeChecked();
    expect(await api.settings()).toMatchObject({ timeZone: 'Pacific/Auckland', weekStart: 'sunday' });

    await enter(page, '/reports/new?type=campaign-email-performance');
    await expect(timeFrame.inForce).toContainText('Pacific/Auckland, by sent date');
  });

  test('I choose French, and everything is in French', async ({ page, api, sheet }) => {
    const mailing = newMailing({ outcome: { delivered: 2_000, opened: 1 } });
    await api.bringIn(mailing);
    await enter(page, '/settings');
    await page
      .getByRole('region', { name: 'Workspace' })
      .getByRole('radio', { name: 'Français' })
      .check({ force: true });
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Paramètres' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

    await enter(page, `/reports/new?type=campaign-email-performance&campaign=${mailing.campaignId}`);
    for (const label of [
      'Envoyés',
      'Délivrés',
      'Renvois définitifs',
      'Retours temporaires',
      'En attente',
      'Abandonnés',
    ]) {
      await expect(sheet.heading(label)).toBeVisible();
    }
    await expect(await sheet.cell(mailing.emailName, 'Envoyés')).toHaveText('2\u202f000');
    await expect(await sheet.cell(mailing.emailName, '% Délivrés')).toHaveText('100,0\u202f%');
  });

  test('I let soft bounces win, and everything is recounted', async ({ page, api, sheet }) => {
    const mailing = newMailing({ outcome: { delivered: 5, retried: 3, softBounced: 2 } });
    await api.bringIn(mailing);
    const report = `/reports/new?type=campaign-email-performance&campaign=${mailing.campaignId}`;
    await enter(page, report);
    await expect(await sheet.cell('Total', 'Delivered')).toHaveText('8');
    await expect(await sheet.cell('Total', 'Soft bounced')).toHaveText('2');

    await enter(page, '/settings');
    await page.getByRole('radio', { name: /The soft bounce counts/ }).check();
    await expect(page.getByText('Saving this recounts everything.')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Not saved', { exact: true })).toBeHidden();
    await expect.poll(async () => (await api.settings()).rebuilding).toBe(false);
    await expect(page.getByText('Everything is being recounted.')).toBeHidden();

    await enter(page, report);
    await expect(await sheet.cell('Total', 'Delivered')).toHaveText('5');
    await expect(await sheet.cell('Total', 'Soft bounced')).toHaveText('5');
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('10');
    await page.goto('/settings');
    await expect(page.getByRole('radio', { name: /The soft bounce counts/ })).toBeChecked();
  });

  test('I am asked before I leave changes behind, and may take them back', async ({ page }) => {
    await enter(page, '/settings');
    const name = page.getByRole('textbox', { name: 'Name' });
    const old = await name.inputValue();
    await name.fill('Somebody else');
    await page.getByRole('link', { name: 'Data' }).click();
    const question = page.getByRole('dialog', { name: 'Leave without saving' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(name).toHaveValue('Somebody else');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(name).toHaveValue(old);
    await page.getByRole('link', { name: 'Data' }).click();
    await expect(page).toHaveURL(/\/data$/);
  });
});
