import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I make a webhook for my provider, try it, and see what came in', async ({ page, request }) => {
  const name = `shop-${Date.now()}`;
  await enter(page, '/data');
  await page.getByRole('link', { name: 'Sources' }).click();
  await page.getByRole('button', { name: 'New webhook' }).click();
  const dialog = page.getByRole('dialog', { name: 'New webhook' });
  await dialog.getByLabel('Provider').selectOption('Twilio');
  await dialog.getByRole('button', { name: 'Create webhook' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Without it nobody can tell');
  await dialog.getByLabel('Provider').selectOption('SparkPost');
  await dialog.getByLabel('Name of the source').fill(name);
  await dialog.getByRole('button', { name: 'Create webhook' }).click();
  await expect(dialog).toBeHidden();

  const card = page.locator('ts-source-card').filter({ has: page.getByRole('heading', { name }) });
  await expect(card).toContainText('No event has come in yet');
  await expect(card).toContainText('No secret: keep the address to yourself');
  const address = await card.getByText('/api/webhooks/sparkpost/').innerText();
  const track = { type: 'open', event_id: '1', timestamp: '1709283600', rcpt_to: 'ada@example.com', message_id: 'm1' };
  const answer = await request.post(address, { data: [{ msys: { track_event: { ...track, campaign_id: name } } }] });
  expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, rejected: 0 });

  await card.getByText('Send a test event').click();
  await expect(card.getByText('curl -X POST')).toContainText(`/api/events?source=${name}`);
  await card.getByRole('button', { name: 'Send it from here' }).click();
  await expect(page.getByText(`The test event of ${name} has come in`)).toBeVisible();
  await expect(card.getByRole('definition').first()).toHaveText('2');

  await card.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(card.getByText('/api/webhooks/')).toHaveCount(0);
  const gone = await request.post(address, { data: [] });
  expect(gone.status()).toBe(404);
});
