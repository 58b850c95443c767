import type { Page } from '@playwright/test';

/** How every journey comes in: it opens the start page and waits until the app has drawn itself. */
export async function enter(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').waitFor();
}
