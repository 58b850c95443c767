import { newMailing, personOf } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';
import type { SheetGrid } from '../support/pages/sheet-grid';

const SPRING = '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch';

test.describe('My report', () => {
  test('is saved with its columns, widths, sort and period, and opens again just so', async ({
    page,
    report,
    sheet,
    timeFrame,
    tree,
  }) => {
    const name = `Board meeting ${Date.now()}`;
    await enter(page, SPRING);
    await sheet.counted();
    await expect(page.getByText('Not saved yet')).toBeVisible();
    await timeFrame.choose('Last 90 days');
    await sheet.sortBy('Sent');
    const chooser = await report.openColumns();
    await chooser.getByRole('button', { name: 'Hide Aborted' }).click();
    await page.keyboard.press('Escape');
    await sheet.drag('Opened', 'Delivered');
    await sheet.widen('Sent', 50);
    await expect(sheet.heading('Aborted')).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Collapse / })
      .nth(1)
      .click();

    await report.save.click();
    await report.saveAs(name);
    await expect(report.title).toHaveText(name);
    await expect(page).toHaveURL(/\/reports\/(?!new)[^?]+$/);
    await expect(report.edited).toBeHidden();
    await expect(tree.entry(name)).toBeVisible();

    const saved = await lookOf(sheet);
    await page.reload();
    await sheet.counted();
    await expect(report.title).toHaveText(name);
    await expect(timeFrame.inForce).toContainText('Last 90 days');
    await expect(sheet.heading('Sent')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => lookOf(sheet)).toEqual(saved);
    await expect(report.edited).toBeHidden();
  });

  test('says when it is changed, takes changes back, and saves them when I say so', async ({
    page,
    api,
    report,
    sheet,
  }) => {
    const { id } = await api.createReport({ name: `Changing ${Date.now()}` });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expect(report.save).toBeDisabled();

    await sheet.sortBy('Opened');
    await expect(report.edited).toBeVisible();
    await report.discard.click();
    await expect(report.edited).toBeHidden();
    await expect(sheet.heading('Opened')).toHaveAttribute('aria-sort', 'none');

    await sheet.sortBy('Opened');
    await report.save.click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    await expect(report.edited).toBeHidden();
    const { query } = await api.report(id);
    expect(query.sort).toEqual([{ columnId: 'opened', direction: 'desc' }]);
  });

  test('leaves deleted people out once I say so, and when I open it again', async ({ page, api, report, sheet }) => {
    const mailing = newMailing({ outcome: { delivered: 8, opened: 4 } });
    await api.bringIn(mailing);
    await api.deletePerson(personOf(mailing, 0));
    const assetFilter = { campaigns: [mailing.campaignId] };
    const query = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' }, assetFilter } as const;
    const { id } = await api.createReport({ name: `Without the deleted ${mailing.campaignId}`, query });
    await enter(page, `/reports/${id}`);
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('8');
    await page.getByRole('button', { name: 'Hide deleted people', exact: true }).click();
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('7');
    await expect(await sheet.cell('Total', 'Opened')).toHaveText('3');
    await report.save.click();
    await expect(report.edited).toBeHidden();
    await page.reload();
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('7');
    await page.getByRole('button', { name: 'Remove Hide deleted people' }).click();
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('8');
  });

  test('is renamed where its name stands', async ({ page, api, report, sheet, tree }) => {
    const before = `Working title ${Date.now()}`;
    const after = `Final title ${Date.now()}`;
    const { id } = await api.createReport({ name: before });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await report.title.click();
    await page.getByRole('textbox', { name: 'Name of the report' }).fill(after);
    await page.keyboard.press('Enter');
    await expect(report.title).toHaveText(after);
    await report.save.click();
    await expect(tree.entry(after)).toBeVisible();
    await expect(tree.entry(before)).toHaveCount(0);
    await page.reload();
    await expect(report.title).toHaveText(after);
  });

  test('comes back when I undo its deletion', async ({ page, api, report, sheet, tree }) => {
    const name = `Kept after all ${Date.now()}`;
    const { id } = await api.createReport({ name, programId: 'demo-program-spring-launch' });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await report.more('Delete');
    await expect(report.toast).toContainText(`“${name}” deleted`);
    await expect(page).toHaveURL(/\/$/);
    await expect(tree.entry(name)).toHaveCount(0);

    await report.toast.getByRole('button', { name: 'Undo' }).click();
    await expect(page).toHaveURL(`/reports/${id}`);
    await expect(report.title).toHaveText(name);
    await expect(tree.entry(name)).toBeVisible();
    await sheet.counted();
  });

  test('is not lost when I go elsewhere with changes in it', async ({ page, api, report, sheet }) => {
    const name = `Half done ${Date.now()}`;
    const { id } = await api.createReport({ name });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await sheet.sortBy('Delivered');
    await expect(report.edited).toBeVisible();

    const settings = page.getByRole('link', { name: 'Settings' });
    const question = page.getByRole('dialog', { name });
    await settings.click();
    await expect(question).toContainText('You have unsaved changes. Save or discard them.');
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(page).toHaveURL(`/reports/${id}`);
    await expect(report.edited).toBeVisible();

    await settings.click();
    await question.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/\/settings$/);
    expect((await api.report(id)).query.sort).toEqual([{ columnId: 'delivered', direction: 'desc' }]);

    await page.goBack();
    await sheet.counted();
    await sheet.sortBy('Clicked link');
    await settings.click();
    await question.getByRole('button', { name: 'Discard' }).click();
    await expect(page).toHaveURL(/\/settings$/);
    expect((await api.report(id)).query.sort).toEqual([{ columnId: 'delivered', direction: 'desc' }]);
  });

  test('has an address for everything on screen, so that back, forward and reload work', async ({
    page,
    api,
    preview,
    report,
    sheet,
  }) => {
    const name = `Address ${Date.now()}`;
    const { id } = await api.createReport({ name });
    await enter(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(name) })
      .click();
    await sheet.counted();
    await expect(page).toHaveURL(`/reports/${id}`);
    const [email = ''] = await sheet.grid.getByRole('link').allInnerTexts();
    await sheet.link(email).click();
    await expect(preview.name).toHaveText(email);

    await page.reload();
    await expect(preview.name).toHaveText(email);
    await page.goBack();
    await expect(preview.drawer).toBeHidden();
    await expect(report.title).toHaveText(name);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    await page.goForward();
    await expect(report.title).toHaveText(name);
    await page.goForward();
    await expect(preview.name).toHaveText(email);
  });

  test('keeps what I changed before its first saving when I reload the page', async ({ page, report, sheet }) => {
    await enter(page, SPRING);
    await sheet.counted();
    await sheet.sortBy('Clicked link');
    await expect(report.edited).toBeVisible();
    await expect(page).toHaveURL(/changes=/);
    await page.reload();
    await sheet.counted();
    await expect(sheet.heading('Clicked link')).toHaveAttribute('aria-sort', 'descending');
  });

  test('starts as a tile of the home page and is saved as a report of the workspace', async ({
    page,
    report,
    sheet,
    tree,
  }) => {
    const name = `Everything ${Date.now()}`;
    await enter(page);
    await page.getByRole('link', { name: /^Email performance/ }).click();
    await sheet.counted();
    await report.save.click();
    await report.saveAs(name);
    await expect(tree.entry(name)).toBeVisible();
    await page.getByRole('link', { name: 'Tallysheet' }).click();
    await expect(page.getByRole('main').getByRole('link', { name: new RegExp(name) })).toBeVisible();
  });
});

/** What of a sheet is to be the same when it is opened again. */
async function lookOf(sheet: SheetGrid) {
  const box = await sheet.heading('Sent').boundingBox();
  return { headings: await sheet.headings(), names: await sheet.names(), width: Math.round(box?.width ?? 0) };
}
