import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ReportQuery } from '@tallysheet/contract';
import { type Mailing, newMailing } from '../fixtures/mailing';
import type { WorkspaceApi } from '../fixtures/workspace-api';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

/** 23 messages, of which the first nine people opened theirs. */
const OUTCOME = { delivered: 20, hardBounced: 2, softBounced: 1, opened: 9, clicked: 4 };

/** Brings in a mailing and where its people live: four in France, seven in Belgium, twelve in Spain. */
async function mailingOfThreeCountries(api: WorkspaceApi): Promise<Mailing> {
  const mailing = newMailing({ outcome: OUTCOME });
  await api.bringIn(mailing);
  const country = (person: number) => (person < 4 ? 'France' : person < 11 ? 'Belgium' : 'Spain');
  const people = Array.from({ length: 23 }, (_, person) => {
    return `${mailing.emailId}${String(person).padStart(4, '0')},${country(person)},${20 + person}`;
  });
  await api.import('people', ['person.id,Country,Age', ...people].join('\n'));
  return mailing;
}

async function openReport(page: Page, api: WorkspaceApi, mailing: Mailing, more: Partial<ReportQuery> = {}) {
  const { id } = await api.createReport({
    name: `Listed ${mailing.campaignId}`,
    query: {
      reportType: 'campaign-email-performance',
      timeFrame: { preset: 'last-30-days' },
      columns: ['sent', 'opened'],
      assetFilter: { campaigns: [mailing.campaignId] },
      ...more,
    },
  });
  await enter(page, `/reports/${id}`);
  return id;
}

test('I count only the people of two countries who opened, and see who is left out @phone', async ({
  page,
  api,
  sheet,
  report,
  smartList,
}) => {
  const mailing = await mailingOfThreeCountries(api);
  await openReport(page, api, mailing);
  await sheet.counted();
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('23');

  await smartList.add.click();
  await expect(smartList.dialog).toContainText('Without rules everybody counts.');
  await smartList.addRule('Attribute');
  await smartList.write(smartList.rule(1), 'Country', 'France', 'Belgium');
  await smartList.addRule('Activity');
  const scope = smartList.rule(2).getByRole('button', { name: 'any message' });
  await scope.click();
  const assets = page.getByRole('dialog', { name: 'Campaigns and messages of the activity' });
  await assets.getByRole('searchbox').fill(mailing.emailName);
  await assets.getByRole('checkbox', { name: mailing.emailName }).first().check();
  await assets.getByRole('button', { name: 'Done' }).click();
  await expect(smartList.count).toContainText(/^9 of [\d,]+ people$/);
  await smartList.apply();

  await expect(smartList.inForce).toHaveText(`Country is France or Belgium · opened ${mailing.emailName}`);
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('9');
  await expect(report.notes).toContainText('9 people and 9 messages counted; 14 people and 14 messages left out');

  await smartList.remove.click();
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('23');
  await expect(report.notes).not.toContainText('left out');
});

test('I say who it is in groups, how often and since when, and what is not finished is said where it is', async ({
  page,
  api,
  sheet,
  smartList,
}) => {
  const mailing = await mailingOfThreeCountries(api);
  await openReport(page, api, mailing);
  await smartList.add.click();
  await smartList.addRule('Group');
  const group = smartList.dialog.getByRole('group', { name: /^A group/ });
  await group.getByRole('radio', { name: 'None' }).check();
  const inner = group.getByRole('group', { name: 'Rule 1', exact: true });
  await smartList.write(inner, 'Country', 'Spain');
  await smartList.dialog.getByRole('button', { name: 'Activity' }).last().click();
  const activity = smartList.rule(2);
  await activity.getByRole('combobox', { name: 'Activity' }).selectOption('Clicked a link');
  await activity.getByRole('combobox', { name: 'How often' }).selectOption('fewer than');
  await activity.getByRole('textbox', { name: 'Number of times' }).fill('none');
  await activity.getByRole('button', { name: 'at any time' }).click();
  const period = page.getByRole('dialog', { name: 'Period of the activity' });
  await period.getByRole('button', { name: 'Last 30 days' }).click();
  await period.getByRole('button', { name: 'Apply' }).click();
  await activity.getByRole('textbox', { name: 'Link contains' }).fill('harbour');

  await smartList.dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(activity).toContainText('A whole number from 1 to 10,000.');
  await activity.getByRole('textbox', { name: 'Number of times' }).fill('2');
  await smartList.apply();
  await expect(smartList.inForce).toHaveText(
    '(none of: Country is Spain) · clicked on a link with “harbour” fewer than 2 times in the last 30 days',
  );
  // All eleven who do not live in Spain clicked once at most.
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('11');
});

test('I save a list, use it in another report, rename it, and cannot delete it while it is used', async ({
  page,
  api,
  sheet,
  report,
  smartList,
}) => {
  const mailing = await mailingOfThreeCountries(api);
  const name = `French ${mailing.campaignId}`;
  const renamed = `Les Français ${mailing.campaignId}`;
  const id = await openReport(page, api, mailing);
  await smartList.add.click();
  await smartList.addRule('Attribute');
  await smartList.write(smartList.rule(1), 'Country', 'France');
  await smartList.saveAs(name);
  await expect(smartList.dialog).toContainText(`“${name}” is saved`);
  await smartList.dialog.getByRole('button', { name: 'Cancel' }).click();

  await smartList.add.click();
  await smartList.addRule('Saved list');
  await smartList.rule(1).getByRole('combobox', { name: 'Comparison' }).selectOption('is not in list');
  await smartList.rule(1).getByRole('combobox', { name: 'Saved list' }).selectOption(name);
  await smartList.apply();
  await expect(smartList.inForce).toHaveText(`not in list “${name}”`);
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('19');
  await report.save.click();
  await expect(report.edited).toBeHidden();
  expect((await api.report(id)).query.smartList?.rules).toHaveLength(1);

  await smartList.inForce.click();
  await smartList.openSaved();
  await smartList.savedLists.getByRole('button', { name: `Rename ${name}` }).click();
  await smartList.savedLists.getByRole('textbox', { name: 'Name of the list' }).fill(renamed);
  await page.keyboard.press('Enter');
  await smartList.savedLists.getByRole('button', { name: `Delete ${renamed}` }).click();
  await page
    .getByRole('dialog', { name: `Delete “${renamed}”?` })
    .getByRole('button', { name: 'Delete list' })
    .click();
  await expect(smartList.savedLists.getByRole('alert')).toContainText(`Listed ${mailing.campaignId}`);

  await smartList.savedLists.getByRole('button', { name: `Open ${renamed}` }).click();
  await smartList.rule(1).getByRole('combobox', { name: 'Values' }).fill('Spain');
  await page.keyboard.press('Enter');
  await smartList.dialog.getByRole('button', { name: `Update “${renamed}”` }).click();
  await expect(smartList.dialog).toContainText(`“${renamed}” is saved`);
  await smartList.dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();
  // Neither in France nor in Spain.
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('7');
  await expect(smartList.inForce).toHaveText(`not in list “${renamed}”`);
});

test('Without a mouse I write two rules, move one, remove one, and apply', async ({ page, api, sheet, smartList }) => {
  const mailing = await mailingOfThreeCountries(api);
  await openReport(page, api, mailing);
  await sheet.counted();
  await smartList.add.focus();
  await page.keyboard.press('Enter');
  const adder = smartList.dialog.getByRole('button', { name: 'Attribute' });
  await adder.focus();
  await page.keyboard.press('Enter');
  const attribute = smartList.rule(1).getByRole('combobox', { name: 'Attribute' });
  await expect(attribute).toBeFocused();
  await page.keyboard.type('Age');
  await page.keyboard.press('Enter');
  // What fits an age is offered once the server has said that it is a number.
  const comparison = smartList.rule(1).getByRole('combobox', { name: 'Comparison' });
  await expect(comparison.locator('option', { hasText: 'is at least' })).toBeAttached();
  await page.keyboard.press('Tab');
  await page.keyboard.type('is at least');
  await page.keyboard.press('Tab');
  await page.keyboard.type('40');
  await expect(smartList.rule(1).getByRole('textbox', { name: 'Value' })).toHaveValue('40');

  await smartList.dialog.getByRole('button', { name: 'Activity' }).focus();
  await page.keyboard.press('Enter');
  await expect(smartList.rule(2).getByRole('combobox', { name: 'Activity' })).toBeFocused();
  await smartList.rule(1).getByRole('textbox', { name: 'Value' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(smartList.rule(2).getByRole('combobox', { name: 'Attribute' })).toBeFocused();
  await smartList.rule(1).getByRole('button', { name: 'Remove rule 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(smartList.rule(1).getByRole('combobox', { name: 'Attribute' })).toBeFocused();
  await smartList.rule(1).getByRole('textbox', { name: 'Value' }).focus();
  await page.keyboard.press('Enter');
  await expect(smartList.dialog).toBeHidden();
  await expect(smartList.inForce).toHaveText('Age is at least 40');
  // Ages 40, 41 and 42.
  await expect(await sheet.cell('Total', 'Sent')).toHaveText('3');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Everybody can write a smart list in ${colorScheme} colours${colorScheme === 'light' ? ' @phone' : ''}`, async ({
    page,
    api,
    smartList,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const mailing = await mailingOfThreeCountries(api);
    await openReport(page, api, mailing, {
      smartList: {
        match: 'all',
        rules: [
          { attribute: 'Country', operator: 'is', values: ['France', 'Belgium'] },
          { did: 'clicked', atLeast: 2, link: 'harbour' },
          { match: 'none', rules: [{ attribute: 'Age', operator: 'between', from: 30, to: 40 }] },
        ],
      },
    });
    await smartList.inForce.click();
    await expect(smartList.count).toContainText(/people$/);
    await smartList.addRule('Saved list');
    await smartList.dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(smartList.dialog).toContainText('Choose a list.');
    const { violations } = await new AxeBuilder({ page }).include('ts-smart-list-dialog').analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
  });
}
