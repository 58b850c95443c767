import { DAY_MS, newMailing } from '../fixtures/mailing';
import { writtenDay } from '../fixtures/written';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const DECEMBER = new Date('2019-12-11T10:00:00Z');

test.describe('For the period of a report', () => {
  test('I choose one by name and read which days it is', async ({ page, api, sheet, report, timeFrame }) => {
    const { id } = await api.createReport({ name: `By name ${Date.now()}` });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expect(timeFrame.inForce).toContainText('Last 30 days');

    await timeFrame.choose('Yesterday');
    const yesterday = writtenDay(new Date(Date.now() - DAY_MS));
    await expect(timeFrame.inForce).toContainText('Yesterday');
    await expect(timeFrame.inForce).toContainText(yesterday);
    await expect(timeFrame.inForce).toContainText('UTC, by sent date');
    await expect(report.edited).toBeVisible();

    await timeFrame.choose('All time');
    await expect(timeFrame.inForce).toContainText('since the first send');
    const { total } = await api.sheet({ reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } });
    await expect(await sheet.cell('Total', 'Sent')).toHaveText(Number(total.values['sent']).toLocaleString('en'));
  });

  test('I type two days, and only what was sent on them is counted', async ({ page, api, sheet, timeFrame }) => {
    const inside = newMailing({ sentAt: DECEMBER, outcome: { delivered: 7, opened: 2 } });
    const after = newMailing({
      campaignId: inside.campaignId,
      sentAt: new Date(DECEMBER.getTime() + 3 * DAY_MS),
      outcome: { delivered: 4 },
    });
    await api.bringIn(inside);
    await api.bringIn(after);
    const { id } = await api.createReport({
      name: `Typed ${inside.campaignId}`,
      query: {
        reportType: 'campaign-email-performance',
        timeFrame: { preset: 'all-time' },
        assetFilter: { campaigns: [inside.campaignId] },
      },
    });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('11');

    await timeFrame.inForce.focus();
    await page.keyboard.press('Enter');
    await timeFrame.from.focus();
    await page.keyboard.type('31 Nov 2019');
    await page.keyboard.press('Tab');
    await expect(timeFrame.picker.getByRole('alert').filter({ hasText: 'November has 30 days' })).toBeVisible();
    await expect(timeFrame.picker.getByRole('button', { name: 'Apply' })).toBeDisabled();

    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('10/12/2019');
    await page.keyboard.press('Tab');
    await expect(timeFrame.to).not.toHaveValue('');
    await page.keyboard.type('2019-12-12');
    await page.keyboard.press('Tab');
    await expect(timeFrame.from).toHaveValue('10 Dec 2019');
    await expect(timeFrame.to).toHaveValue('12 Dec 2019');
    await expect(timeFrame.picker).toContainText('3 days, until 12 Dec 2019. Both days included. Does not move.');
    await timeFrame.to.press('Enter');

    await expect(timeFrame.picker).toBeHidden();
    await expect(timeFrame.inForce).toContainText('10 – 12 Dec 2019');
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('7');
    await expect(sheet.link(after.emailName)).toHaveCount(0);
  });

  test('I pick two days in the calendar with the keyboard', async ({ page, api, sheet, timeFrame }) => {
    const { id } = await api.createReport({
      name: `Picked ${Date.now()}`,
      query: { reportType: 'campaign-email-performance', timeFrame: { from: '2019-12-11', to: '2019-12-11' } },
    });
    await enter(page, `/reports/${id}`);
    await timeFrame.open();
    await timeFrame.picker.getByRole('button', { name: '11 Dec 2019', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(timeFrame.from).toHaveValue('10 Dec 2019');
    await expect(timeFrame.to).toHaveValue('17 Dec 2019');
    await timeFrame.apply();
    await expect(timeFrame.inForce).toContainText('10 – 17 Dec 2019');
    await expect(sheet.grid).toBeVisible();
  });

  test('I count by the date of activity instead, and the sheet warns about its rates', async ({
    page,
    api,
    sheet,
    report,
    timeFrame,
  }) => {
    const { id } = await api.createReport({ name: `By activity ${Date.now()}` });
    await enter(page, `/reports/${id}`);
    await sheet.counted();
    await expect(report.notes).not.toContainText('By activity date');

    await timeFrame.open();
    await timeFrame.picker.getByRole('radio', { name: 'Date of activity' }).check();
    await timeFrame.apply();
    await expect(timeFrame.inForce).toContainText('UTC, by date of activity');
    await expect(report.notes).toContainText(
      'By activity date: rates compare what happened in the period, not the same messages',
    );
    const { total } = await api.sheet({
      reportType: 'campaign-email-performance',
      timeFrame: { preset: 'last-30-days' },
      timeBasis: 'activity',
    });
    await expect(await sheet.cell('Total', 'Opened')).toHaveText(Number(total.values['opened']).toLocaleString('en'));
  });

  test('I look at the days of another time zone', async ({ page, api, sheet, timeFrame }) => {
    const lateEvening = newMailing({ sentAt: new Date('2019-12-11T23:30:00Z'), outcome: { delivered: 5 } });
    await api.bringIn(lateEvening);
    const { id } = await api.createReport({
      name: `Zone ${lateEvening.emailId}`,
      query: {
        reportType: 'campaign-email-performance',
        timeFrame: { from: '2019-12-11', to: '2019-12-11' },
        assetFilter: { campaigns: [lateEvening.campaignId] },
      },
    });
    await enter(page, `/reports/${id}`);
    await expect(await sheet.cell('Total', 'Sent')).toHaveText('5');
    await timeFrame.open();
    await timeFrame.picker.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo');
    await timeFrame.apply();
    await expect(timeFrame.inForce).toContainText('Asia/Tokyo, by sent date');
    await expect(page.getByRole('heading', { name: 'No emails were sent in this period' })).toBeVisible();
    await expect(page.getByText('Latest send here: 12 Dec 2019').first()).toBeVisible();
  });
});
