import type { APIRequestContext, Page } from '@playwright/test';
import { DAY_MS } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

/** A host of its own for each journey: what one says of its links is nothing to the others. */
const newHost = (): string => `shop-${Date.now()}.example`;

/** One email that as many people got as links are named: each of them clicks one. */
async function send(request: APIRequestContext, campaign: string, links: readonly string[]): Promise<void> {
  const at = (hours: number) => new Date(Date.now() - 3 * DAY_MS + hours * 3_600_000).toISOString();
  const events = links.flatMap((url, n) => {
    const about = {
      campaign: { id: campaign },
      asset: { id: `${campaign}-email` },
      person: { id: `${campaign}-${n}` },
    };
    return [
      { ...about, kind: 'sent', at: at(0) },
      { ...about, kind: 'clicked', at: at(1 + n), link: { url } },
    ];
  });
  expect((await request.post('/api/events?source=shop', { data: events })).ok()).toBe(true);
}

async function search(page: Page, host: string): Promise<void> {
  await enter(page, '/data');
  await page.getByRole('link', { name: 'Links', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search address or name' }).fill(host);
  await expect(page).toHaveURL(new RegExp(`search=${host}`));
}

const linkRow = (page: Page, url: string) => page.getByRole('row').filter({ hasText: url });

test('I say that a link ends a subscription, and its clicks are none any more', async ({ page, request, sheet }) => {
  const host = newHost();
  const leave = `https://${host}/leave`;
  await send(request, host, [`https://${host}/shoes`, `https://${host}/hats`, leave]);
  const report = `/reports/new?type=campaign-email-performance&campaign=${host}`;
  await enter(page, report);
  await expect(await sheet.cell('Total', 'Clicked link')).toHaveText('3');

  await search(page, host);
  const row = linkRow(page, leave);
  await expect(page.getByText('3 links', { exact: true })).toBeVisible();
  await expect(row).toContainText('Click, open');
  await row.getByRole('combobox', { name: `Type of ${leave}` }).selectOption('Unsubscribe');
  await expect(row).toContainText('Opt-out click, open');
  await expect(page.getByText('Clicks on this link now count as opt-out clicks.')).toBeVisible();
  await expect(page.getByText('Links are being recounted.')).toBeVisible();
  await expect(page.getByText('3 links', { exact: true })).toBeVisible();
  await expect(row.getByRole('cell').nth(4)).toHaveText('0', { useInnerText: true });

  await enter(page, report);
  await expect(await sheet.cell('Total', 'Clicked link')).toHaveText('2');
  await expect(await sheet.cell('Total', 'Opened')).toHaveText('3');
});

test('I give a link a name and a category, and find it by its name @phone', async ({ page, request }) => {
  const host = newHost();
  const name = `Shoes-of-${host}`;
  await send(request, host, [`https://${host}/shoes`]);
  await search(page, host);
  await page.getByRole('button', { name: `Name and category of https://${host}/shoes` }).click();
  const dialog = page.getByRole('dialog', { name: 'Name and category' });
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Category').fill('Shop');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await search(page, name);
  await expect(page.getByText('1 link', { exact: true })).toBeVisible();
  await expect(linkRow(page, name)).toContainText('Shop');
});

test('I say that a parameter is personal, and links that differ in it only become one', async ({
  page,
  request,
  api,
}) => {
  const host = newHost();
  const parameter = `seat${Date.now()}`;
  const shoes = `https://${host}/shoes`;
  await send(request, host, [`${shoes}?${parameter}=7`, `${shoes}?${parameter}=8`]);
  await search(page, host);
  await expect(page.getByText('2 links', { exact: true })).toBeVisible();
  try {
    await enter(page, '/settings');
    const field = page.getByLabel('Personal parameters of links');
    await field.fill(parameter);
    await field.press('Enter');
    await expect(page.getByText('Saving this joins or parts links')).toBeVisible();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Not saved', { exact: true })).toBeHidden();
    await expect.poll(async () => (await api.settings()).rebuilding).toBe(false);

    await search(page, host);
    await expect(page.getByText('1 link', { exact: true })).toBeVisible();
    await expect(linkRow(page, shoes).getByRole('cell').nth(4)).toHaveText('2', { useInnerText: true });
  } finally {
    await api.changeSettings({ links: { personalParameters: [] } });
    await expect.poll(async () => (await api.settings()).rebuilding).toBe(false);
  }
});

test('I say that a domain counts as another one, and am told where I contradict myself', async ({ page, api }) => {
  await enter(page, '/settings');
  await page.getByRole('button', { name: 'Add a domain' }).click();
  const alias = page.getByRole('textbox', { name: 'Domain 1', exact: true });
  await expect(alias).toBeFocused();
  await alias.fill('googlemail.com');
  const main = page.getByRole('textbox', { name: 'Domain 1 counts as' });
  await main.fill('googlemail.com');
  await expect(page.getByText('A domain cannot count as itself.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await main.fill('gmail.com');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved', { exact: true })).toBeHidden();
  expect((await api.settings()).domains).toEqual({ aliases: { 'googlemail.com': 'gmail.com' } });
  await page.reload();
  await expect(main).toHaveValue('gmail.com');
  await page.getByRole('button', { name: 'Remove domain 1' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Not saved', { exact: true })).toBeHidden();
  expect((await api.settings()).domains).toEqual({ aliases: {} });
});
