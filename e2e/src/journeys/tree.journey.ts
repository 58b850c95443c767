import { newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I make a report in a program, see when it last sent, and look at all time', async ({
  page,
  api,
  report,
  sheet,
  timeFrame,
  tree,
}) => {
  const mailing = newMailing({ sentAt: new Date('2019-12-11T09:00:00Z') });
  const program = `Harbour ${mailing.programId}`;
  const email = `Boats ${mailing.emailId}`;
  await api.bringIn(mailing, { program, campaign: 'Weekly boats', email, subject: 'Boats are back' });
  const name = `${program} in short`;

  await enter(page);
  const dialog = await tree.newReportIn(program);
  await expect(dialog.dialog).toContainText(`New report in “${program}”`);
  await dialog.create('Campaign email performance', name);

  await expect(report.title).toHaveText(name);
  await expect(tree.entry(name)).toHaveAttribute('aria-selected', 'true');
  await expect(timeFrame.inForce).toContainText('Last 30 days');
  await expect(page.getByRole('button', { name: 'This program' })).toHaveAttribute('aria-pressed', 'true');

  await expect(page.getByRole('heading', { name: 'No emails were sent in this period' })).toBeVisible();
  await expect(page.getByText('Latest send here: 11 Dec 2019').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show all time' }).click();
  await expect(timeFrame.inForce).toContainText('All time');
  await expect(await sheet.cell(email, 'Sent')).toHaveText('23');
  await expect(await sheet.cell('Weekly boats', 'Delivered')).toHaveText('20');
  await expect(report.edited).toBeVisible();

  await page.getByRole('button', { name: 'Whole workspace' }).click();
  const whole = await api.sheet({ reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } });
  await expect(await sheet.cell('Total', 'Sent')).toHaveText(Number(whole.total.values['sent']).toLocaleString('en'));
  await page.getByRole('button', { name: 'This program' }).click();
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('23');
});

test('A report needs a name before it is made', async ({ page, report, tree }) => {
  const name = `Named at last ${Date.now()}`;
  await enter(page);
  const { dialog } = await tree.newReportIn('Autumn launch');
  const field = dialog.getByRole('textbox', { name: 'Name' });
  const create = dialog.getByRole('button', { name: 'Create report' });
  await field.fill(' ');
  await create.click();
  await expect(dialog.getByRole('alert')).toHaveText('A report needs a name.');
  await field.fill(name);
  await create.click();
  await expect(report.title).toHaveText(name);
});

test('I find an email in the tree by a part of its name, and open it', async ({ page, preview, tree }) => {
  await enter(page);
  await page.getByRole('searchbox', { name: 'Search programs, reports, emails' }).fill('etE');
  await expect(tree.entry('Toujours en tête')).toBeVisible();
  await expect(tree.entry('Spring launch')).toBeVisible();
  await expect(tree.entry('Autumn launch')).toHaveCount(0);
  await tree.entry('Toujours en tête').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Toujours en tête' })).toBeVisible();
  await expect(preview.mail.locator('body')).not.toBeEmpty();
});

test('I rename, copy and delete a report in the tree', async ({ page, api, report, tree }) => {
  const name = `In the tree ${Date.now()}`;
  const renamed = `${name} renamed`;
  await api.createReport({ name });
  await enter(page);

  await (await tree.menuOf(name)).getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: `Name of “${name}”` }).fill(renamed);
  await page.keyboard.press('Enter');
  await expect(tree.entry(renamed)).toBeVisible();

  await (await tree.menuOf(renamed)).getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(report.title).toHaveText(`${renamed} (copy)`);
  await expect(tree.entry(`${renamed} (copy)`)).toBeVisible();

  await (await tree.menuOf(renamed)).getByRole('menuitem', { name: 'Delete' }).click();
  await expect(report.toast).toContainText(`“${renamed}” deleted`);
  await expect(tree.entry(renamed)).toHaveCount(0);
  await report.toast.getByRole('button', { name: 'Undo' }).click();
  await expect(tree.entry(renamed)).toBeVisible();
});

test('A campaign opens as a report about it', async ({ page, sheet, tree }) => {
  await enter(page);
  await tree.entry('Spring launch').click();
  await tree.entry('06 Last chance').click();
  await sheet.counted();
  expect(await sheet.names()).toEqual([
    '06 Last chance',
    'Dernières heures – FR',
    'Ends tonight – EN',
    'Two days left',
    'Total',
  ]);
});
