import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ReportQuery } from '@tallysheet/contract';
import { marketoReportOf } from '../fixtures/marketo-report';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const SPRING = '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch';
const QUERY: ReportQuery = {
  reportType: 'campaign-email-performance',
  timeFrame: { preset: 'last-30-days' },
  assetFilter: { programs: ['demo-program-spring-launch'] },
};
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Compared with report.xlsx' });

/** Lets a file go over the sheet, as a hand does that drags it there. */
async function drop(page: Page, file: Uint8Array): Promise<void> {
  const dragged = await page.evaluateHandle(
    ({ bytes, type }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], 'report.xlsx', { type }));
      return dataTransfer;
    },
    { bytes: [...file], type: XLSX },
  );
  const grid = page.locator('ts-sheet-grid');
  await grid.dispatchEvent('dragenter', { dataTransfer: dragged });
  await expect(page.getByText('Let go to compare with this sheet')).toBeVisible();
  await grid.dispatchEvent('drop', { dataTransfer: dragged });
  await expect(page.getByText('Let go to compare with this sheet')).toHaveCount(0);
}

test('I drop a Marketo report on my sheet and see which numbers differ, and why', async ({ page, api, sheet }) => {
  // Marketo as it counts when its bot filter is on.
  const people = await api.sheet({ ...QUERY, humanOnly: true });
  await enter(page, SPRING);
  await sheet.counted();
  await drop(page, marketoReportOf(people));
  const panel = panelOf(page);
  await expect(panel.getByRole('status')).toHaveText(/^\d+ of \d+ rows agree; \d+ differ\.$/);
  await expect(panel).toContainText('Columns that are not compared: Last Activity (Europe/Paris)');

  const own = await api.sheet(QUERY);
  const differing = own.rows.filter(({ values }, at) => values['opened'] !== people.rows[at]!.values['opened']);
  expect(differing.length).toBeGreaterThan(0);
  const [row] = differing;
  const theirs = people.rows.find(({ id }) => id === row!.id)!;
  const table = panel.getByRole('table');
  const group = table.locator('tbody', { hasText: row!.name }).first();
  await expect(group.getByRole('row', { name: /^Opened/ })).toContainText(
    `${Number(row!.values['opened']).toLocaleString('en')}${Number(theirs.values['opened']).toLocaleString('en')}`,
  );
  await expect(group).toContainText('Marketo leaves out opens and clicks of machines; this sheet counts them');
  await expect(table).not.toContainText('Unexplained');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  expect((await readFile(await download.path(), 'utf8')).trim().split('\r\n')).toHaveLength(
    1 + (own.rows.length + 1) * 8,
  );

  // The sheet is asked to count as Marketo does: now they agree.
  await page.getByRole('main').getByRole('button', { name: 'Human activity only' }).click();
  await expect(panel.getByRole('status')).toHaveText(`${own.rows.length} of ${own.rows.length} rows agree.`);
  await expect(table.locator('tbody')).toHaveCount(own.rows.length + 1);
  await panel.getByRole('switch', { name: 'Only differences' }).click();
  await expect(panel).toContainText('All rows agree.');
});

test('By keyboard I choose a file in the menu, read what is wrong with it, and close', async ({ page, sheet }) => {
  await enter(page, SPRING);
  await sheet.counted();
  const more = page.getByRole('main').getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  const command = page.getByRole('menuitem', { name: 'Compare with a Marketo export…' });
  await command.focus();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'report.xlsx', mimeType: XLSX, buffer: Buffer.from('PK but no workbook') });
  const panel = panelOf(page);
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('alert')).toContainText('The file is no Excel file, whatever its name says.');
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Everybody can use a comparison in ${colorScheme} colours @phone`, async ({ page, api, sheet }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const people = await api.sheet({ ...QUERY, humanOnly: true });
    await enter(page, SPRING);
    await sheet.counted();
    await drop(page, marketoReportOf(people));
    await expect(panelOf(page).getByRole('table')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('ts-reconcile-panel').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id }) => id)).toEqual([]);
  });
}
