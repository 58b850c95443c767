import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I repair a row that could not be read, and it counts', async ({ page, request }) => {
  const campaign = `Repaired ${Date.now()}`;
  const event = { kind: 'sent', at: 'yesterday', campaign: { id: campaign }, asset: { id: 'a' }, person: { id: '1' } };
  await request.post('/api/events?source=shop', { data: [event] });
  await enter(page, '/data');
  await page.getByRole('link', { name: 'Rejected rows' }).click();
  const row = page.getByRole('row').filter({ hasText: campaign });
  await expect(row).toContainText('The date is not a date');
  await expect(row).toContainText('at: yesterday');

  await row.getByRole('button', { name: 'Repair' }).click();
  const dialog = page.getByRole('dialog', { name: 'Repair a row' });
  const text = dialog.getByLabel('Row as it came');
  await expect(text).toBeFocused();
  await text.fill(JSON.stringify({ ...event, at: 'today' }));
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('alert')).toContainText('at: today');
  await text.fill(JSON.stringify({ ...event, at: '2026-03-02T08:00:00Z' }));
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 row is in')).toBeVisible();
  await expect(row).toHaveCount(0);
  const answer = await request.post('/api/sheets', {
    data: { reportType: 'campaign-email-performance', timeFrame: { preset: 'all-time' } },
  });
  const { rows } = (await answer.json()) as { rows: { name: string; values: { sent: number } }[] };
  expect(rows.find(({ name }) => name === campaign)?.values.sent).toBe(1);
});

test('What came over an address that does not know its caller is kept, and cannot be tried again', async ({
  page,
  request,
}) => {
  const source = `forged-${Date.now()}`;
  const key = await request.post('/api/sources/keys', { data: { provider: 'sparkpost', source, secret: 'user:pass' } });
  const { path } = (await key.json()) as { path: string };
  expect((await request.post(path, { data: [] })).status()).toBe(401);
  await enter(page, '/data/rejected');
  const row = page.getByRole('row').filter({ hasText: source });
  await expect(row).toContainText('The signature is not the sender’s');
  await expect(row.getByRole('button', { name: 'Repair' })).toHaveCount(0);
});
