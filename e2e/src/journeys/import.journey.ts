import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { PersonAttribute, ReportQuery } from '@tallysheet/contract';
import { assetsOf } from '../fixtures/assets';
import { extractOf } from '../fixtures/extract';
import { activitiesOf, newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, testInEmptyWorkspace as test } from '../support/pages/journey';

const EVERYTHING: ReportQuery = { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } };

test('In an empty workspace I am told what to do first', async ({ page, api }) => {
  test.skip((await api.tree()).nodes.length > 0, 'another journey has brought in data already');
  await enter(page);
  await expect(page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Load the demo' })).toBeVisible();
  await page.getByRole('link', { name: 'Choose a file' }).click();
  await expect(page).toHaveURL(/\/data$/);
  await expect(page.getByText('Nothing was imported yet.')).toBeVisible();
});

test('I choose an export file, watch it go in, and open a report of what it held', async ({
  page,
  data,
  sheet,
  timeFrame,
}) => {
  const mailing = newMailing();
  const activities = activitiesOf(mailing);
  const file = { name: `activities-${mailing.emailId}.csv`, content: extractOf(activities) };
  let release = () => {};
  const held = new Promise<void>((settle) => (release = settle));
  await page.route('**/api/imports?*', async (route) => {
    await held;
    await route.continue();
  });

  await enter(page, '/data');
  await data.choose(file);
  await expect(page.getByRole('progressbar', { name: file.name })).toBeVisible();
  release();

  const count = activities.length.toLocaleString('en');
  await expect(data.figure(file.name, 'Rows read')).toHaveText(count);
  await expect(data.figure(file.name, 'Accepted')).toHaveText(count);
  await expect(data.figure(file.name, 'Rejected')).toHaveText('0');
  await expect(data.history.getByRole('button', { name: file.name })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);

  await data.result(file.name).getByRole('link', { name: 'Open a report' }).click();
  await expect(timeFrame.inForce).toContainText('Last 30 days');
  await expect(await sheet.cell(mailing.emailName, 'Sent')).toHaveText('23');
  await expect(await sheet.cell(mailing.emailName, 'Delivered')).toHaveText('20');
  await expect(await sheet.cell(mailing.emailName, 'Hard bounced')).toHaveText('2');
  await expect(await sheet.cell(mailing.emailName, 'Opened')).toHaveText('9');
  await expect(await sheet.cell(mailing.emailName, 'Clicked link')).toHaveText('4');
  await expect(await sheet.cell(mailing.emailName, 'Click to open')).toHaveText('44.4%');
  await expect(await sheet.cell(mailing.emailName, 'Unsubscribed')).toHaveText('1');
});

test('I drop a compressed file, twice, and the second time changes nothing', async ({ page, api, data }) => {
  const activities = activitiesOf(newMailing());
  const name = `activities-${activities[0]?.primaryAttributeValueId}.csv.gz`;
  const content = gzipSync(extractOf(activities));
  const count = String(activities.length);
  await enter(page, '/data');
  await data.drop({ name, content });
  await expect(data.figure(name, 'Accepted')).toHaveText(count);
  const { computedAt: _, revision: __, ...before } = await api.sheet(EVERYTHING);

  await data.drop({ name, content });
  await expect(data.figure(name, 'Already known')).toHaveText(count);
  await expect(data.figure(name, 'Accepted')).toHaveText('0');
  const { computedAt: ___, revision: ____, ...after } = await api.sheet(EVERYTHING);
  expect(after).toEqual(before);
});

test('Rows that cannot be used are listed with line and reason, and I can download them', async ({ page, data }) => {
  const activities = activitiesOf(newMailing());
  const [first, second] = activities;
  if (!first || !second) throw new Error('A mailing has activities.');
  const name = `faulty-${first.primaryAttributeValueId}.csv`;
  const content =
    extractOf([
      ...activities,
      { ...first, marketoGUID: 'late', activityDate: 'yesterday' },
      { ...second, marketoGUID: 'who', leadId: '' },
    ]) + 'cut,off\n';
  const header = 1;
  const line = header + activities.length;

  await enter(page, '/data');
  await data.choose({ name, content });
  await expect(data.figure(name, 'Accepted')).toHaveText(String(activities.length));
  await expect(data.figure(name, 'Rejected')).toHaveText('3');
  const result = data.result(name);
  await expect(result).toContainText('3 rows need a look');
  const listed = result.getByRole('row');
  await expect(listed.filter({ hasText: 'The date is not a date' })).toContainText(`${line + 1}`);
  await expect(listed.filter({ hasText: 'There is no person' })).toContainText(`${line + 2}`);
  await expect(listed.filter({ hasText: 'The row has fewer fields than the header' })).toContainText(`${line + 3}`);
  await expect(result.locator('mark', { hasText: 'yesterday' })).toBeVisible();

  const download = page.waitForEvent('download');
  await result.getByRole('link', { name: 'Download rows' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text.startsWith('\uFEFFline,code,reason,field,detail,row')).toBe(true);
  expect(text).toContain(`${line + 1},bad-date,The date is not a date,activityDate`);
  expect(text.trimEnd().split('\n')).toHaveLength(4);
});

test('Of a compressed file that was cut off I get the rows that are whole, and see where it ends', async ({
  page,
  data,
}) => {
  const activities = activitiesOf(newMailing());
  const packed = gzipSync(extractOf(activities));
  const name = `cut-${activities[0]?.primaryAttributeValueId}.csv.gz`;
  await enter(page, '/data');
  await data.choose({ name, content: packed.subarray(0, Math.floor(packed.length / 2)) });
  await expect(data.figure(name, 'Rejected')).toHaveText('1');
  await expect(data.result(name)).toContainText('The file ends within this row');
  const accepted = Number(await data.figure(name, 'Accepted').innerText());
  expect(accepted).toBeGreaterThan(0);
  expect(accepted).toBeLessThan(activities.length);
});

test('An assets file gives names to what was known by id only', async ({ page, api, data, preview, sheet, tree }) => {
  const mailing = newMailing();
  await api.bringIn(mailing);
  const names = {
    program: `Lighthouse ${mailing.programId}`,
    campaign: `Lamp ${mailing.campaignId}`,
    email: `Light ${mailing.emailId}`,
    subject: 'The lamp is lit',
    preheader: 'From dusk on',
    html: '<h1>The lamp is lit</h1><p>From dusk on.</p>',
  };
  await enter(page, '/data');
  await expect(tree.entry('Unassigned')).toBeVisible();
  await expect(tree.entry(names.program)).toHaveCount(0);
  const file = `assets-${mailing.programId}.json`;
  await data.choose({ name: file, content: assetsOf([mailing, names]) });
  await expect(data.figure(file, 'Accepted')).toHaveText('3');
  await expect(tree.entry(names.program)).toBeVisible();

  await tree.entry(names.program).click();
  await tree.entry(names.campaign).click();
  await expect(await sheet.cell(names.email, 'Sent')).toHaveText('23');
  await sheet.link(names.email).click();
  await expect(preview.fact('Subject')).toHaveText(names.subject);
  await expect(preview.fact('From')).toHaveText('Harbour Press <news@harbour.example>');
  await expect(preview.fact('Preheader')).toHaveText(names.preheader);
  await expect(preview.mail.getByRole('heading', { name: 'The lamp is lit' })).toBeVisible();
});

test('A file whose columns have other names is read once I say which is which', async ({ page, api, data }) => {
  const mailing = newMailing();
  const activities = activitiesOf(mailing);
  const name = `renamed-${mailing.emailId}.csv`;
  const headers = {
    leadId: 'Who',
    activityDate: 'Moment',
    activityTypeId: 'Sort of thing',
    campaignId: 'Mailing plan',
  };
  await enter(page, '/data');
  await data.choose({ name, content: extractOf(activities, headers) });
  const card = data.result(name);
  await expect(card).toContainText(`${name} was not imported`);
  await expect(card).toContainText('The columns of this file have other names.');
  const again = card.getByRole('button', { name: 'Read with these columns' });
  await expect(again).toBeDisabled();
  for (const [column, header] of Object.entries(headers)) {
    await card.getByRole('combobox', { name: column }).selectOption(header);
  }
  await again.click();
  await expect(data.figure(name, 'Accepted')).toHaveText(String(activities.length));
  const { total } = await api.sheet({ ...EVERYTHING, assetFilter: { campaigns: [mailing.campaignId] } });
  expect(total.values['sent']).toBe(23);
});

for (const { what, content, says } of [
  {
    what: 'An error page that was saved as .csv',
    content: '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body>Try later</body></html>\n',
    says: 'The file is not a CSV table but a web page. Nothing was imported.',
  },
  { what: 'An empty file', content: '', says: 'The file is empty.' },
  {
    what: 'A compressed file that ends before its first row',
    content: gzipSync(extractOf(activitiesOf(newMailing()))).subarray(0, 20),
    says: 'The compressed file is damaged or cut off.',
  },
]) {
  test(`${what} gets a clear message`, async ({ page, data }) => {
    const name = `${what.replaceAll(/\W+/g, '-').toLowerCase()}.csv`;
    await enter(page, '/data');
    await data.choose({ name, content });
    await expect(data.result(name)).toContainText(says);
  });
}

test('I try a file without saving it, and then save it', async ({ page, api, data }) => {
  const mailing = newMailing();
  const activities = activitiesOf(mailing);
  const name = `tried-${mailing.emailId}.csv`;
  const ofIt: ReportQuery = { ...EVERYTHING, assetFilter: { campaigns: [mailing.campaignId] } };
  await enter(page, '/data');
  await page.getByRole('switch', { name: /Try without saving/ }).check();
  await data.choose({ name, content: extractOf(activities) });
  await expect(data.result(name)).toContainText('Tried only: nothing was saved.');
  expect((await api.sheet(ofIt)).rows).toEqual([]);
  await data.result(name).getByRole('button', { name: 'Import now' }).click();
  await expect(data.result(name)).not.toContainText('Tried only');
  await expect(data.figure(name, 'Accepted')).toHaveText(String(activities.length));
  expect((await api.sheet(ofIt)).rows).toHaveLength(2);
});

test('I drop a table of people, see which row does not fit, and the rest is in with its types', async ({
  page,
  data,
}) => {
  const suffix = newMailing().emailId;
  const name = `people-${suffix}.csv`;
  const score = `Score ${suffix}`;
  const people = (rows: string) => `Email,${score},Town\n${rows}`;
  await enter(page, '/data');
  await data.drop({ name: `first-${name}`, content: people('ada@example.com,5,Rome\nbob@example.com,7.5,Oslo\n') });
  await expect(data.figure(`first-${name}`, 'Accepted')).toHaveText('2');
  await data.drop({ name, content: people('cleo@example.com,many,Bern\nada@example.com,6,\n') });
  await expect(data.figure(name, 'Accepted')).toHaveText('1');
  await expect(data.result(name)).toContainText('People and their attributes (CSV)');
  await expect(data.result(name).locator('mark', { hasText: 'many' })).toBeVisible();

  const attributes: PersonAttribute[] = await (await page.request.get('/api/people/attributes')).json();
  const found = attributes.find((attribute) => attribute.name === score);
  expect(found).toMatchObject({ type: 'number', people: 2 });
  const values = await (await page.request.get(`/api/people/attributes/${found?.id}/values`)).json();
  expect(values).toEqual([
    { value: 6, people: 1 },
    { value: 7.5, people: 1 },
  ]);
});
