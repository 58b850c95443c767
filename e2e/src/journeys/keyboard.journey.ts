import type { Locator, Page } from '@playwright/test';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('Without a mouse I find a report in the tree, open it, move in its sheet and open an email', async ({
  page,
  api,
  preview,
  report,
  sheet,
  tree,
}) => {
  const name = `By keyboard ${Date.now()}`;
  await api.createReport({ name, programId: 'demo-program-spring-launch' });
  await enter(page);
  await expect(tree.entry('Spring launch')).toBeVisible();

  await tabUntil(page, () => tree.panel.locator(':focus').count());
  await page.keyboard.press('Home');
  while (!(await isFocused(tree.entry('Spring launch')))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(tree.entry('Spring launch')).toHaveAttribute('aria-expanded', 'true');
  await expect(tree.entry(name)).toBeVisible();
  while (!(await isFocused(tree.entry(name)))) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(report.title).toHaveText(name);
  await sheet.counted();

  await tabUntil(page, () => sheet.grid.locator(':focus').count());
  const names = sheet.heading('Campaign / email');
  for (const key of ['ArrowDown', 'ArrowRight']) if (!(await isFocused(names))) await page.keyboard.press(key);
  await expect(names).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sheet.heading('Sent')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const bar = page.getByRole('status', { name: 'Where the number comes from' });
  await expect(bar).toContainText('B1');
  await page.keyboard.press('ArrowRight');
  await expect(bar).toContainText('C1');
  await expect(bar).toContainText('Delivered');
  await page.keyboard.press('ArrowDown');
  await expect(bar).toContainText('C2');

  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(bar).toContainText('A2');
  const [, email = ''] = await sheet.names();
  await page.keyboard.press('Enter');
  await expect(preview.name).toHaveText(email);
  await tabUntil(page, () => preview.drawer.locator(':focus').count());
  await page.keyboard.press('Escape');
  await expect(preview.drawer).toBeHidden();
});

test('I get past the tree to the page with one key', async ({ page }) => {
  await enter(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

const ENOUGH = 60;

async function tabUntil(page: Page, reached: () => Promise<number>): Promise<void> {
  for (let presses = 0; presses < ENOUGH; presses += 1) {
    if ((await reached()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with ${ENOUGH} presses of Tab.`);
}

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}
