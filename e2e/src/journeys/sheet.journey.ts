import type { Locator } from '@playwright/test';
import type { ReportQuery, Sheet, SheetRow } from '@tallysheet/contract';
import { newMailing } from '../fixtures/mailing';
import { written } from '../fixtures/written';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const LAST_90_DAYS: ReportQuery = {
  reportType: 'campaign-email-performance',
  timeFrame: { preset: 'last-90-days' },
  assetFilter: { programs: ['demo-program-spring-launch'] },
};
const TOTAL = 'Total';

test.describe('On a sheet', () => {
  test.beforeEach(async ({ page, sheet, api }) => {
    // Roomy enough for all rows and columns, so that what is compared is on screen.
    await page.setViewportSize({ width: 1900, height: 1100 });
    const { id } = await api.createReport({ name: `Spring ${Date.now()}`, query: LAST_90_DAYS });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
  });

  test('I see each campaign with its emails beneath, every number as it was counted, and the total', async ({
    sheet,
    api,
  }) => {
    const counted = await api.sheet(LAST_90_DAYS);
    const shown = await sheet.rows();
    expect(shown.map(({ name }) => name)).toEqual([...counted.rows.map(({ name }) => name), TOTAL]);
    for (const [index, row] of [...counted.rows, counted.total].entries()) {
      for (const { id, unit } of counted.columns) {
        expect(shown[index]?.cells[id], `${shown[index]?.name}, ${id}`).toBe(written(row.values[id], unit));
      }
    }
    const campaigns = counted.rows.filter(({ level }) => level === 0);
    expect(campaigns.length).toBeGreaterThan(3);
    await expect(sheet.row(TOTAL)).toContainText(`${campaigns.length} campaigns, ${emailsOf(counted).size} emails`);
  });

  test('I fold one campaign away and open it again, then all of them', async ({ page, sheet, api }) => {
    const counted = await api.sheet(LAST_90_DAYS);
    const campaigns = counted.rows.filter(({ level }) => level === 0);
    const [first] = campaigns;
    const emails = counted.rows.filter(({ parentId }) => parentId === first?.id);
    const name = first?.name ?? '';

    await page.getByRole('button', { name: `Collapse ${name}` }).click();
    for (const email of emails) await expect(sheet.link(email.name)).toHaveCount(0);
    await page.getByRole('button', { name: `Expand ${name}` }).click();
    for (const email of emails) await expect(sheet.link(email.name)).toBeVisible();

    await page.getByRole('button', { name: 'Collapse all' }).click();
    await expect.poll(() => sheet.names()).toEqual([...campaigns.map((campaign) => campaign.name), TOTAL]);
    await page.getByRole('button', { name: 'Expand all' }).click();
    await expect.poll(() => sheet.names()).toEqual([...counted.rows.map((row) => row.name), TOTAL]);
  });

  test('I sort by a click on a heading, and emails stay under their campaign', async ({ sheet, api }) => {
    const counted = await api.sheet(LAST_90_DAYS);
    await expect(sheet.heading('Clicked link')).toHaveAttribute('aria-sort', 'none');
    await sheet.sortBy('Clicked link');
    await expect(sheet.heading('Clicked link')).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(() => sheet.names()).toEqual([...namesSortedBy(counted, 'clicked', -1), TOTAL]);
    await sheet.sortBy('Clicked link');
    await expect(sheet.heading('Clicked link')).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(() => sheet.names()).toEqual([...namesSortedBy(counted, 'clicked', 1), TOTAL]);
    await sheet.sortBy('Clicked link');
    await expect(sheet.heading('Clicked link')).toHaveAttribute('aria-sort', 'none');
    await expect.poll(() => sheet.names()).toEqual([...counted.rows.map((row) => row.name), TOTAL]);
  });

  test('I choose which columns I see and in which order', async ({ page, report, sheet }) => {
    const chooser = await report.openColumns();
    const shown = chooser.getByRole('list', { name: /^In the sheet/ });
    const before = await sheet.headings();
    expect(before.slice(0, 3)).toEqual(['Sent', 'Delivered', '% Delivered']);

    await chooser.getByRole('button', { name: 'Hide % Delivered' }).click();
    await expect(sheet.heading('% Delivered')).toHaveCount(0);
    await chooser.getByRole('searchbox', { name: 'Find a column' }).fill('complain');
    await chooser.getByRole('button', { name: 'Show Complained', exact: true }).click();
    await chooser.getByRole('searchbox', { name: 'Find a column' }).fill('');
    await expect(sheet.heading('Complained')).toBeVisible();

    await shown.getByRole('listitem', { name: 'Complained', exact: true }).focus();
    for (let place = (await sheet.headings()).length; place > 1; place -= 1) await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await sheet.headings())[0]).toBe('Complained');

    await page.keyboard.press('Escape');
    await expect(chooser).toBeHidden();
    await expect(report.edited).toBeVisible();
    expect(await sheet.headings()).toEqual(['Complained', ...before.filter((label) => label !== '% Delivered')]);
  });

  test('I drag a column to another place and make it wider', async ({ report, sheet }) => {
    const before = await sheet.headings();
    await sheet.drag('Opened', 'Delivered');
    await expect.poll(() => sheet.headings()).not.toEqual(before);
    expect((await sheet.headings()).indexOf('Opened')).toBeLessThan(before.indexOf('Opened'));

    const width = await widthOf(sheet.heading('Sent'));
    await sheet.widen('Sent', 60);
    await expect.poll(() => widthOf(sheet.heading('Sent'))).toBeGreaterThan(width + 40);
    await expect(report.edited).toBeVisible();
  });

  test('I pin a column, so that it stays in sight while I look at the last one', async ({ page, sheet }) => {
    await page.setViewportSize({ width: 800, height: 800 });
    const menu = await sheet.openColumnMenu('Delivered');
    await menu.getByRole('menuitem', { name: 'Pin', exact: true }).click();
    await expect.poll(async () => (await sheet.headings())[0]).toBe('Delivered');
    const place = await sheet.heading('Delivered').boundingBox();
    await expect(sheet.heading('Unsubscribed')).not.toBeInViewport();

    await (await sheet.cell(TOTAL, 'Delivered')).click();
    await page.keyboard.press('Control+ArrowRight');
    await expect(sheet.heading('Unsubscribed')).toBeInViewport();
    expect(await sheet.heading('Delivered').boundingBox()).toEqual(place);
  });

  test('I read what a number means and where it comes from', async ({ page, sheet, api }) => {
    await sheet.heading('% Opened').hover();
    const tooltip = page.getByRole('tooltip');
    await expect(tooltip).toContainText('Opened ÷ Delivered');
    await page.mouse.move(10, 10);
    await expect(tooltip).toBeHidden();

    const { total } = await api.sheet(LAST_90_DAYS);
    await (await sheet.cell(TOTAL, '% Clicked')).click();
    const bar = page.getByRole('status', { name: 'Where the number comes from' });
    await expect(bar).toContainText('Clicked link ÷ Delivered');
    await expect(bar).toContainText(
      `${written(total.values['clicked'], 'count')} ÷ ${written(total.values['delivered'], 'count')}`,
    );
  });

  test('I learn a rule by keyboard too', async ({ page, sheet }) => {
    await (await sheet.cell(TOTAL, 'Sent')).click();
    await page.keyboard.press('Control+ArrowUp');
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('ArrowUp');
      if (await sheet.heading('Sent').evaluate((heading) => heading === document.activeElement)) break;
    }
    await expect(sheet.heading('Sent')).toBeFocused();
    await expect(page.getByRole('tooltip')).toContainText('Sent');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tooltip')).toBeHidden();
  });
});

test('Nothing clicked is 0, and a rate of nothing is –', async ({ page, api, sheet }) => {
  const mailing = newMailing({ outcome: { delivered: 3 } });
  await api.bringIn(mailing);
  const report = await api.createReport({
    name: `Quiet ${mailing.emailId}`,
    query: { ...LAST_90_DAYS, assetFilter: { campaigns: [mailing.campaignId] } },
  });
  await enter(page, `/reports/${report.id}`);
  await sheet.counted();
  for (const row of [mailing.emailName, TOTAL]) {
    await expect(await sheet.cell(row, 'Sent')).toHaveText('3');
    await expect(await sheet.cell(row, '% Delivered')).toHaveText('100.0%');
    await expect(await sheet.cell(row, 'Clicked link')).toHaveText('0');
    await expect(await sheet.cell(row, '% Clicked')).toHaveText('0.0%');
    await expect(await sheet.cell(row, 'Click to open')).toHaveText('–');
  }
});

test('A sheet that cannot be counted says so and counts again when I ask', async ({ page, api, sheet }) => {
  const report = await api.createReport({ name: `Trouble ${Date.now()}`, query: LAST_90_DAYS });
  await page.route('**/api/sheets', (route) => route.abort(), { times: 1 });
  await enter(page, `/reports/${report.id}`);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The sheet could not be calculated');
  await expect(alert).toContainText('Your report is unchanged.');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await sheet.counted();
  await expect(alert).toBeHidden();
});

function emailsOf({ rows }: Sheet): Set<string> {
  return new Set(rows.filter(({ kind }) => kind === 'email').map(({ nodeId }) => nodeId));
}

/** The rows' names when campaigns are sorted among themselves, and so are the emails of each. */
function namesSortedBy({ rows }: Sheet, columnId: string, sign: 1 | -1): string[] {
  const sorted = (siblings: SheetRow[]) =>
    siblings.toSorted((a, b) => sign * (Number(a.values[columnId]) - Number(b.values[columnId])));
  return sorted(rows.filter(({ parentId }) => parentId === null)).flatMap((campaign) => [
    campaign.name,
    ...sorted(rows.filter(({ parentId }) => parentId === campaign.id)).map(({ name }) => name),
  ]);
}

async function widthOf(heading: Locator): Promise<number> {
  return (await heading.boundingBox())?.width ?? 0;
}
