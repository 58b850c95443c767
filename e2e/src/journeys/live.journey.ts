import type { Locator, Page } from '@playwright/test';
import { newMailing, sentOf, type Mailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const TOTAL = 'Total';

/** Two senders tell of the same email: the extract of one, and calls of another. */
async function sendByCall(page: Page, { campaignId, emailId, sentAt }: Mailing, people: number): Promise<void> {
  const events = Array.from({ length: people }, (_, n) => ({
    id: `${emailId}-call-${n}`,
    kind: 'sent',
    at: sentAt.toISOString(),
    campaign: { id: campaignId },
    asset: { id: emailId },
    person: { id: `${emailId}-caller-${n}` },
  }));
  const answer = await page.request.post('/api/events', { params: { source: 'shop' }, data: events });
  expect(await answer.json()).toMatchObject({ accepted: people });
}

const numberIn = async (cell: Locator) => Number((await cell.textContent())?.replace(/\D/g, ''));

/** What the bar says of the selected cell, but for its place: rows may have come in above it. */
const cellSaid = async (page: Page) =>
  (await page.locator('ts-formula-bar').textContent())?.replace(/^\s*[A-Z]+\d+/, '');

test.describe('While a sheet is open', () => {
  const mailing = newMailing({ outcome: { delivered: 20 } });

  test.beforeEach(async ({ page, api, sheet }) => {
    await api.bringIn(mailing);
    // Too low for all rows.
    await page.setViewportSize({ width: 1440, height: 560 });
    const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'last-90-days' as const } };
    const { id } = await api.createReport({ name: `Live ${Date.now()}`, query });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expect(page.getByText(/^Counted at .* · live$/)).toBeVisible();
  });

  test('numbers follow what two sources bring in, and what I look at stays where it is', async ({
    page,
    api,
    sheet,
  }) => {
    const body = page.locator('ts-sheet-grid .ag-grid-viewport');
    await sheet.heading('Sent').hover();
    await page.mouse.wheel(0, 300);
    await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(200);
    const campaign = sheet.grid.getByRole('row').filter({ has: page.getByRole('button', { name: /^Collapse/ }) });
    await campaign
      .last()
      .getByRole('button', { name: /^Collapse/ })
      .click();
    const cell = sheet.grid.locator('.ag-row [col-id="delivered"]').nth(6);
    await cell.click();
    await expect.poll(() => cellSaid(page)).toContain('Delivered');
    // A click brings the cell into sight.
    const scrolledTo = await body.evaluate((element) => element.scrollTop);
    const about = await cellSaid(page);
    const total = await sheet.cell(TOTAL, 'Sent');
    const before = await numberIn(total);

    const another = newMailing({ outcome: { delivered: 7 } });
    await api.bringIn(another);
    await expect.poll(() => numberIn(total)).toBe(before + sentOf(another));
    await sendByCall(page, mailing, 3);
    await expect.poll(() => numberIn(total)).toBe(before + sentOf(another) + 3);

    expect(await body.evaluate((element) => element.scrollTop)).toBe(scrolledTo);
    expect(await cellSaid(page)).toBe(about);
    await expect(page.getByRole('button', { name: /^Expand / })).toHaveCount(1);
    // The keyboard goes on from the same cell.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => cellSaid(page)).toBe(about);
  });

  test('a menu and a period that I am about to choose stay open', async ({ page, api, sheet, timeFrame }) => {
    const total = await sheet.cell(TOTAL, 'Sent');
    const menu = await sheet.openColumnMenu('Delivered');
    const before = await numberIn(total);
    await api.bringIn(newMailing({ outcome: { delivered: 4 } }));
    await expect.poll(() => numberIn(total)).toBe(before + 4);
    await expect(menu).toBeVisible();
    await page.keyboard.press('Escape');

    await timeFrame.open();
    await timeFrame.from.fill('3 Mar 2026');
    await api.bringIn(newMailing({ outcome: { delivered: 5 } }));
    await expect.poll(() => numberIn(total)).toBe(before + 9);
    await expect(timeFrame.from).toHaveValue('3 Mar 2026');
    await expect(timeFrame.from).toBeFocused();
  });

  test('I freeze it, see that there is more, and have a look when I want to', async ({ page, api, sheet }) => {
    const total = await sheet.cell(TOTAL, 'Sent');
    const before = await numberIn(total);
    const freeze = page.getByRole('switch', { name: 'Freeze' });
    await freeze.check();
    await expect(page.getByText(/^Counted at \d\d:\d\d:\d\d · frozen$/)).toBeVisible();
    await api.bringIn(newMailing({ outcome: { delivered: 6 } }));
    await expect(page.getByText('There are newer numbers.')).toBeVisible();
    expect(await numberIn(total)).toBe(before);
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect.poll(() => numberIn(total)).toBe(before + 6);
    await expect(page.getByText('There are newer numbers.')).toBeHidden();
    await expect(freeze).toBeChecked();

    await api.bringIn(newMailing({ outcome: { delivered: 8 } }));
    await expect(page.getByText('There are newer numbers.')).toBeVisible();
    await freeze.uncheck();
    await expect.poll(() => numberIn(total)).toBe(before + 14);
  });
});
