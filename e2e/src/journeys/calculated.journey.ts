import AxeBuilder from '@axe-core/playwright';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I write a column of my own, see what it comes to while I write, and find it again after a reload @phone', async ({
  page,
  report,
  sheet,
}) => {
  await enter(page, '/reports/new?type=campaign-email-performance');
  await sheet.counted();
  await (await report.openColumns()).getByRole('button', { name: 'Add calculated column' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add calculated column' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Clicks per open');
  const formula = dialog.getByRole('combobox', { name: 'Formula' });
  await formula.press('End');
  await formula.pressSequentially('clicked / opend');
  await expect(dialog.getByText('Character 12: there is no column of this name.')).toBeVisible();
  await formula.press('Backspace');
  await formula.press('Backspace');
  await expect(page.getByRole('option', { name: /^opened/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await formula.press('Enter');
  await expect(formula).toHaveValue('=clicked / opened');
  await dialog.getByText('Percentage').click();
  await expect(dialog.locator('output')).toContainText(/^Total\s*\d+\.\d%$/);
  const preview = (await dialog.locator('output b').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Add column' }).click();
  await sheet.counted();
  const total = async () => (await sheet.rows()).at(-1)?.cells ?? {};
  await expect.poll(async () => (await total())['clicksPerOpen']).toBe(preview);
  expect((await total())['clickToOpenRate']).toBe(preview);
  await page.reload();
  await sheet.counted();
  await expect.poll(async () => (await total())['clicksPerOpen']).toBe(preview);
  await (await report.openColumns()).getByRole('button', { name: 'Edit Clicks per open' }).click();
  await page.getByRole('button', { name: 'Remove column' }).click();
  await expect(page.getByRole('columnheader', { name: 'Clicks per open' })).toHaveCount(0);
});

test('I choose what a report is about in the tree, find rows by name, and see the top ones with the others in one', async ({
  page,
  report,
  rows,
  sheet,
}) => {
  await enter(page, '/reports/new?type=campaign-email-performance');
  await sheet.counted();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const filter = page.getByRole('dialog', { name: 'Filter' });
  await filter.getByRole('searchbox').fill('spring');
  await filter.getByRole('checkbox', { name: 'Spring launch' }).check();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await filter.getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Spring launch', { exact: true }).last()).toBeVisible();
  await rows.open();
  await rows.picker.getByRole('textbox', { name: 'Show the first' }).fill('1');
  await rows.apply();
  await expect.poll(async () => (await sheet.names()).slice(-2)).toEqual(['Others', 'Total']);
  await expect(report.notes).toContainText(/1 of \d rows are shown/);
  await page.getByRole('searchbox', { name: 'Find rows' }).fill('no such row');
  await expect(page.getByRole('heading', { name: 'No row is called “no such row”' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all rows' }).click();
  await expect.poll(async () => (await sheet.names()).slice(-2)).toEqual(['Others', 'Total']);
  await page.reload();
  await expect.poll(async () => (await sheet.names()).slice(-2)).toEqual(['Others', 'Total']);
  await page.getByRole('button', { name: 'Remove Spring launch' }).click();
  await expect(page.getByRole('button', { name: 'Remove Spring launch' })).toHaveCount(0);
});
