import { readFile } from 'node:fs/promises';
import type { ReportQuery } from '@tallysheet/contract';
import { parse } from 'csv-parse/sync';
import { newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const SPRING: ReportQuery = {
  reportType: 'campaign-email-performance',
  timeFrame: { preset: 'last-90-days' },
  assetFilter: { programs: ['demo-program-spring-launch'] },
};
const BOM = '\uFEFF';

test('I take the sheet along as a CSV file with the same rows, in the same order, and the total', async ({
  page,
  api,
  report,
  sheet,
}) => {
  await page.setViewportSize({ width: 1900, height: 1100 });
  const name = `Take along ${Date.now()}`;
  const { id } = await api.createReport({ name, query: SPRING });
  await enter(page, `/reports/${id}`);
  await sheet.counted();
  await sheet.sortBy('Sent');
  await expect(sheet.heading('Sent')).toHaveAttribute('aria-sort', 'descending');

  const download = page.waitForEvent('download');
  await report.export.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^${name} – \\d{4}-\\d\\d-\\d\\d_\\d{4}-\\d\\d-\\d\\d\\.csv$`));
  const text = await readFile(await file.path(), 'utf8');
  expect(text.startsWith(BOM)).toBe(true);
  const [header = [], ...lines]: string[][] = parse(text.slice(BOM.length), { relaxColumnCount: false });

  const counted = await api.sheet(SPRING);
  expect(header).toEqual(['Smart campaign', 'Email', ...counted.columns.map(({ label }) => label)]);
  expect(lines.map(([campaign, email]) => email || campaign)).toEqual(await sheet.names());
  for (const line of lines) {
    const row =
      line[0] === 'Total' ? counted.total : counted.rows.find((candidate) => candidate.name === (line[1] || line[0]));
    const values = counted.columns.map(({ id: columnId }) => row?.values[columnId] ?? '');
    expect(line.slice(2), line.slice(0, 2).join(' › ')).toEqual(values.map(String));
  }
});

test('A name that a spreadsheet would run as a formula is only text in the file', async ({
  page,
  api,
  report,
  sheet,
}) => {
  const mailing = newMailing({ emailName: `=HYPERLINK("https://harbour.example")` });
  await api.bringIn(mailing);
  await enter(page, `/reports/new?type=campaign-email-performance&campaign=${mailing.campaignId}`);
  await sheet.counted();
  const download = page.waitForEvent('download');
  await report.export.click();
  const text = await readFile(await (await download).path(), 'utf8');
  const lines: string[][] = parse(text.slice(BOM.length));
  const cells = lines.flat().filter((cell) => cell.includes('HYPERLINK'));
  expect(cells).not.toEqual([]);
  for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});
