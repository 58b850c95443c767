import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext } from '@playwright/test';
import type { ReportQuery } from '@tallysheet/contract';
import { parse } from 'csv-parse/sync';
import { DAY_MS } from '../fixtures/mailing';
import { written } from '../fixtures/written';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const SPRING: ReportQuery = {
  reportType: 'campaign-email-performance',
  timeFrame: { preset: 'last-90-days' },
  assetFilter: { programs: ['demo-program-spring-launch'] },
};

/** One email to three people: two click the first link, one of them twice and the second one too. */
async function send(request: APIRequestContext, campaign: string, [first, second]: [string, string]): Promise<void> {
  const at = (hours: number) => new Date(Date.now() - 3 * DAY_MS + hours * 3_600_000).toISOString();
  const about = (n: number) => ({
    campaign: { id: campaign },
    asset: { id: `${campaign}-email`, name: `Email of ${campaign}` },
    person: { id: `${campaign}-${n}` },
  });
  const click = (n: number, hours: number, url: string) => ({
    ...{ ...about(n), kind: 'clicked', at: at(hours), link: { url } },
  });
  const data = [
    ...[1, 2, 3].map((n) => ({ ...about(n), kind: 'sent', at: at(0) })),
    ...[click(1, 1, first), click(1, 2, first), click(1, 3, second), click(2, 1, first)],
  ];
  expect((await request.post('/api/events?source=shop', { data })).ok()).toBe(true);
}

test('I see which links of an email were clicked, how often and by how many @phone', async ({
  page,
  request,
  sheet,
}) => {
  const campaign = `links-${Date.now()}`;
  const [shoes, hats] = [`https://${campaign}.example/shoes`, `https://${campaign}.example/hats`];
  await send(request, campaign, [shoes, hats]);
  await enter(page, `/reports/new?type=email-link-performance&campaign=${campaign}`);
  await sheet.counted();
  const email = `Email of ${campaign}`;
  await expect.poll(() => sheet.names()).toEqual([email, shoes, hats, 'Total']);
  for (const [row, values] of [
    [email, ['4', '100.0%', '2']],
    [shoes, ['3', '75.0%', '2']],
    [hats, ['1', '25.0%', '1']],
  ] as const) {
    const shown = (await sheet.rows()).find(({ name }) => name === row);
    expect(['clicks', 'clicksShare', 'people'].map((id) => shown?.cells[id])).toEqual(values);
  }
  await page.getByRole('button', { name: `Collapse ${email}` }).click();
  await expect.poll(() => sheet.names()).toEqual([email, 'Total']);
});

test('I group a sheet by recipient domain, and the file I take along has the same rows', async ({
  page,
  api,
  report,
  rows,
  sheet,
}) => {
  await page.setViewportSize({ width: 1900, height: 1100 });
  const { id } = await api.createReport({ name: `By domain ${Date.now()}`, query: SPRING });
  await enter(page, `/reports/${id}`);
  await sheet.counted();
  await rows.open();
  await rows.outer('Recipient domain').check();
  await rows.inner('Nothing').check();
  await rows.apply();
  await expect(rows.inForce).toHaveText(/Recipient domain/);
  await expect(sheet.heading('Recipient domain')).toBeVisible();

  const counted = await api.sheet({ ...SPRING, groupBy: ['domain'] });
  await expect.poll(() => sheet.names()).toEqual([...counted.rows.map(({ name }) => name), 'Total']);
  await expect(sheet.row('Total')).toContainText(`${counted.rows.length} domains`);
  const shown = await sheet.rows();
  for (const [index, row] of counted.rows.entries()) {
    expect(shown[index]?.cells['sent'], row.name).toBe(written(row.values['sent'], 'count'));
  }

  const download = page.waitForEvent('download');
  await report.export.click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [header = [], ...lines]: string[][] = parse(text, { bom: true });
  expect(header[0]).toBe('Recipient domain');
  expect(lines.map(([name]) => name)).toEqual(await sheet.names());
  expect(lines.map((line) => line[1])).toEqual(
    [...counted.rows, counted.total].map(({ values }) => String(values['sent'])),
  );

  await report.save.click();
  await expect(report.edited).toBeHidden();
  expect((await api.report(id)).query.groupBy).toEqual(['domain']);
  await page.reload();
  await expect(sheet.heading('Recipient domain')).toBeVisible();
});

test('Columns that other rows cannot show are named before they go, and come back when I discard', async ({
  page,
  api,
  report,
  rows,
  sheet,
}) => {
  const query: ReportQuery = { ...SPRING, columns: ['sent', 'firstActivityAt', 'lastActivityAt'] };
  const { id } = await api.createReport({ name: `Instants ${Date.now()}`, query });
  await enter(page, `/reports/${id}`);
  await sheet.counted();
  await rows.open();
  await rows.outer('Program').check();
  await rows.inner('Recipient domain').check();
  await expect(rows.picker).toContainText('will leave the sheet: First activity, Last activity.');
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id: rule }) => rule)).toEqual([]);
  await rows.apply();
  await expect(sheet.heading('Program / recipient domain')).toBeVisible();
  await expect.poll(() => sheet.headings()).toEqual(['Sent']);
  await expect.poll(async () => (await sheet.names())[0]).toBe('Spring launch');

  await page.getByRole('button', { name: 'Collapse all' }).click();
  await expect.poll(() => sheet.names()).toEqual(['Spring launch', 'Total']);
  await report.discard.click();
  await expect.poll(() => sheet.headings()).toEqual(['Sent', 'First activity', 'Last activity']);
  await expect(sheet.heading('Campaign / email')).toBeVisible();
});

test('Without a mouse I choose other rows and go back to the usual ones', async ({ page, rows, sheet }) => {
  await enter(page, '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch');
  await sheet.counted();
  await rows.inForce.focus();
  await page.keyboard.press('Enter');
  await expect(rows.outer('Smart campaign')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(rows.outer('Program')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(rows.inner('Smart campaign')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(rows.picker).toBeHidden();
  await expect(rows.inForce).toBeFocused();
  await expect(rows.inForce).toHaveAccessibleName(/Program\s*, then\s*Smart campaign/);
  await expect(sheet.heading('Program / smart campaign')).toBeVisible();

  await page.keyboard.press('Enter');
  const reset = rows.picker.getByRole('button', { name: 'Back to the usual rows' });
  for (let presses = 0; presses < 6; presses += 1) {
    if (await reset.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(sheet.heading('Campaign / email')).toBeVisible();
  await expect(page).not.toHaveURL(/changes=/);
});
