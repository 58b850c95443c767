import type { Page } from '@playwright/test';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test.describe('On my phone @phone-only', () => {
  test('I open a report from the list and tap a number to read it in full', async ({ page, api, sheet }) => {
    const name = `On the way ${Date.now()}`;
    await api.createReport({
      name,
      query: {
        reportType: 'campaign-email-performance',
        timeFrame: { preset: 'last-90-days' },
        assetFilter: { programs: ['demo-program-spring-launch'] },
      },
    });
    await enter(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .tap();
    await sheet.counted();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    const [campaign = ''] = await sheet.names();
    const cell = await sheet.cell(campaign, 'Delivered');
    const value = await cell.innerText();
    await cell.tap();
    const bar = page.getByRole('main').getByRole('status').filter({ hasText: campaign });
    await expect(bar).toContainText('Delivered');
    await expect(bar).toContainText(value);
    await bar.getByRole('button', { name: 'Close' }).tap();
    await expect(bar).toHaveCount(0);
    await expectNoSidewaysScroll(page);
  });

  test('I change the period and look at an email', async ({ page, preview, sheet, timeFrame }) => {
    await enter(page, '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch');
    await sheet.counted();
    const email = sheet.grid.getByRole('link').first();
    const lately = await email.innerText();
    await page.getByRole('button', { name: 'Time frame' }).tap();
    await timeFrame.picker.getByRole('button', { name: 'Last 90 days' }).tap();
    await timeFrame.picker.getByRole('button', { name: 'Apply' }).tap();
    await expect(timeFrame.inForce).toContainText('Last 90 days');
    // The demo's launch began with another email than those of the last weeks.
    await expect(email).not.toHaveText(lately);
    await sheet.counted();
    const name = await email.innerText();
    await email.tap();
    await expect(preview.name).toHaveText(name);
    await expect(preview.mail.locator('body')).not.toBeEmpty();
    await preview.button('Close the preview').tap();
    await expect(preview.drawer).toBeHidden();
  });

  test('I go through the programs', async ({ page, tree }) => {
    await enter(page);
    await page.getByRole('button', { name: 'Programs' }).tap();
    await tree.entry('Spring launch').tap();
    await tree.entry('06 Last chance').tap();
    await expect(page).toHaveURL(/campaign=/);
    await expect(tree.panel).toBeHidden();
  });

  test('nothing of a sheet with more chips than fit is wider than the screen', async ({ page, api, sheet }) => {
    const { id } = await api.createReport({
      name: `Many chips ${Date.now()}`,
      query: {
        reportType: 'campaign-email-performance',
        timeFrame: { preset: 'last-90-days' },
        trend: 'month',
        compare: { to: 'previous-period' },
        columns: ['sent'],
      },
    });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expectNoSidewaysScroll(page);
  });

  for (const path of ['/', '/data', '/data/links', '/settings']) {
    test(`nothing of ${path} is wider than the screen`, async ({ page }) => {
      await enter(page, path);
      await page.getByRole('heading').first().waitFor();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
    });
  }
});

/** A phone makes its window as wide as what is in it, so that the window itself tells nothing. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()!.width);
}
