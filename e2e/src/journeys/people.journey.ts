import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const SPRING = '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch';

const panelOf = (page: Page) => page.getByRole('complementary', { name: /^Who is behind/ });
const digits = (text: string) => Number(text.replace(/\D/g, ''));

test('I click a number and see who is behind it, all of them when I ask for more', async ({ page, sheet }) => {
  await enter(page, SPRING);
  const cell = await sheet.cell('Two days left', 'Clicked link');
  const clicked = digits(await cell.innerText());
  await cell.click();
  const panel = panelOf(page);
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(`Clicked link: ${clicked.toLocaleString('en')}`);
  const lines = panel.getByRole('listitem');
  await expect(lines).toHaveCount(Math.min(50, clicked));
  await expect(lines.first()).toContainText('First clicked');
  const more = panel.getByRole('button', { name: 'Show more' });
  while ((await lines.count()) < clicked) {
    const before = await lines.count();
    await more.click();
    await expect(lines).toHaveCount(Math.min(before + 50, clicked));
  }
  await expect(more).toHaveCount(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const file = await readFile(await download.path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(clicked + 1);
  await panel.getByRole('button', { name: 'Close the list' }).click();
  await expect(panel).toHaveCount(0);
});

test('By keyboard I open a rate, go to one of its two counts, and come back to my cell', async ({ page, sheet }) => {
  await enter(page, SPRING);
  const cell = await sheet.cell('Two days left', '% Clicked');
  await cell.focus();
  await page.keyboard.press('Enter');
  const panel = panelOf(page);
  await expect(panel).toBeFocused();
  await expect(panel).toContainText('How this number is made');
  await expect(panel).toContainText('divided by Delivered');
  const count = panel.getByRole('button', { name: /^Delivered/ });
  const delivered = digits(await count.innerText());
  await count.focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(`Delivered: ${delivered.toLocaleString('en')}`);
  await expect(panel.getByRole('listitem').first()).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the rate' }).focus();
  await page.keyboard.press('Enter');
  await expect(count).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(cell).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Everybody can use the list behind a number in ${colorScheme} colours`, async ({ page, sheet }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await enter(page, SPRING);
    await (await sheet.cell('Two days left', 'Sent')).click();
    await expect(panelOf(page).getByRole('listitem').first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('ts-people-panel').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id }) => id)).toEqual([]);
  });
}
