import { DAY_MS, newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const DECEMBER = new Date('2019-12-11T10:00:00Z');

test('I compare a period with the one before, sort by the change, and find it again', async ({
  page,
  api,
  sheet,
  report,
  timeFrame,
}) => {
  const now = newMailing({ sentAt: DECEMBER, outcome: { delivered: 8, hardBounced: 2, opened: 4 } });
  const before = newMailing({
    ...{ campaignId: now.campaignId, programId: now.programId },
    ...{ sentAt: new Date(DECEMBER.getTime() - DAY_MS), outcome: { delivered: 4, hardBounced: 1, opened: 3 } },
  });
  await api.bringIn(now);
  await api.bringIn(before);
  const { id } = await api.createReport({
    name: `Compared ${now.campaignId}`,
    query: {
      reportType: 'campaign-email-performance',
      timeFrame: { from: '2019-12-11', to: '2019-12-11' },
      columns: ['sent', 'openRate'],
      assetFilter: { campaigns: [now.campaignId] },
    },
  });
  await enter(page, `/reports/${id}`);
  await sheet.counted();

  const control = page.getByRole('main').locator('ts-compare').getByRole('button').first();
  await control.click();
  const picker = page.getByRole('dialog', { name: 'Compare' });
  await picker.getByRole('radio', { name: 'Previous period' }).check();
  await picker.getByRole('button', { name: 'Apply' }).click();
  await expect(control).toContainText('10 Dec 2019');
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('10');
  await expect(await sheet.cell('Total', 'Sent (compared)')).toHaveText('5');
  await expect(await sheet.cell('Total', 'Sent (change)')).toHaveText('+5');
  await expect(await sheet.cell('Total', 'Sent (change, %)')).toHaveText('+100.0%');
  // 4 of 8 opened, against 3 of 4.
  await expect(await sheet.cell('Total', '% Opened (change, pts)')).toHaveText('\u221225.0\u00a0pts');
  await expect(await sheet.cell(before.emailName, 'Sent')).toHaveText('0');
  await expect(await sheet.cell(before.emailName, 'Sent (change)')).toHaveText('\u22125');

  await sheet.sortBy('Sent (change)');
  await expect.poll(async () => (await sheet.names()).slice(1)).toEqual([now.emailName, before.emailName, 'Total']);
  await report.save.click();
  await expect(report.edited).toBeHidden();
  await page.reload();
  await sheet.counted();
  await expect(await sheet.cell('Total', 'Sent (change)')).toHaveText('+5');

  await timeFrame.choose('All time');
  await expect(sheet.heading('Sent (change)')).toBeHidden();
  await expect(control).toContainText('Compare');
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('15');
});
