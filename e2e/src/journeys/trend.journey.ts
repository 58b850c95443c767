import { newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I see month by month how a campaign did, sort by one, and see who is behind its number', async ({
  page,
  api,
  sheet,
  report,
}) => {
  const january = newMailing({ sentAt: new Date('2019-01-11T10:00:00Z'), outcome: { delivered: 8, opened: 4 } });
  const march = newMailing({
    ...{ campaignId: january.campaignId, programId: january.programId },
    ...{ sentAt: new Date('2019-03-20T10:00:00Z'), outcome: { delivered: 5, opened: 1 } },
  });
  await api.bringIn(january);
  await api.bringIn(march);
  const { id } = await api.createReport({
    name: `Months ${january.campaignId}`,
    query: {
      reportType: 'campaign-email-performance',
      timeFrame: { from: '2019-01-01', to: '2019-03-31' },
      columns: ['sent', 'openRate'],
      assetFilter: { campaigns: [january.campaignId] },
    },
  });
  await enter(page, `/reports/${id}`);
  await sheet.counted();

  const control = page.getByRole('main').locator('ts-trend').getByRole('button');
  await control.click();
  await page.getByRole('menuitemradio', { name: 'By month' }).click();
  await expect(await sheet.cell('Total', 'Sent (Jan 2019)')).toHaveText('8');
  await expect(await sheet.cell('Total', 'Sent (Feb 2019)')).toHaveText('0');
  await expect(await sheet.cell('Total', 'Sent (Mar 2019)')).toHaveText('5');
  await expect(await sheet.cell('Total', '% Opened (Mar 2019)')).toHaveText('20.0%');
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('13');

  await sheet.heading('Sent (Mar 2019)').getByRole('button').first().click();
  await expect.poll(async () => (await sheet.names()).slice(1)).toEqual([march.emailName, january.emailName, 'Total']);
  await (await sheet.cell('Total', 'Sent (Mar 2019)')).click();
  const people = page.getByRole('complementary', { name: /^Who is behind/ });
  await expect(people.getByRole('heading').first()).toContainText('Sent (Mar 2019)');
  await expect(people.getByRole('listitem')).toHaveCount(5);
  await people.press('Escape');

  await report.save.click();
  await expect(report.edited).toBeHidden();
  await page.reload();
  await sheet.counted();
  await expect(await sheet.cell('Total', 'Sent (Jan 2019)')).toHaveText('8');

  await control.click();
  await page.getByRole('menuitemradio', { name: 'Off' }).click();
  await expect(sheet.heading('Sent (Mar 2019)')).toBeHidden();
});
