import type { Locator } from '@playwright/test';
import { curiousMail, startPictureHost, type PictureHost } from '../fixtures/picture-host';
import { newMailing } from '../fixtures/mailing';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

const SPRING = '/reports/new?type=campaign-email-performance&program=demo-program-spring-launch';

test.describe('From a sheet', () => {
  test('I open an email and see what was sent', async ({ page, sheet, preview }) => {
    await enter(page, SPRING);
    await sheet.link('Two days left').click();
    await expect(preview.name).toHaveText('Two days left');
    await expect(preview.fact('Subject')).not.toBeEmpty();
    await expect(preview.fact('From')).toHaveText('Northfold <hello@northfold.example>');
    await expect(preview.fact('Preheader')).not.toBeEmpty();
    await expect(preview.mail.locator('body')).toContainText('Northfold');

    const figures = preview.drawer.locator('dl[aria-label="Figures of this email"]');
    const sent = await (await sheet.cell('Two days left', 'Sent')).innerText();
    await expect(figures).toContainText(sent);
  });

  test('an email may do nothing but be looked at', async ({ page, sheet, preview }) => {
    const answered = page.waitForResponse(/\/api\/assets\/[^/]+\/preview$/);
    await enter(page, SPRING);
    await sheet.link('Two days left').click();
    const headers = (await answered).headers();
    expect(headers['content-security-policy']).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    await expect(preview.frame).toHaveAttribute('sandbox', '');
    await expect(preview.frame).toHaveCount(1);
  });

  test('I look at an email as on a phone, and as plain text', async ({ page, sheet, preview }) => {
    await enter(page, SPRING);
    await sheet.link('Two days left').click();
    await preview.view('Desktop').click();
    await expect.poll(() => layoutWidth(preview.frame)).toBeGreaterThanOrEqual(600);
    await preview.view('Phone').click();
    await expect.poll(() => layoutWidth(preview.frame)).toBe(375);
    await expect(preview.view('Phone')).toHaveAttribute('aria-pressed', 'true');
    await preview.view('Text').click();
    await expect(preview.frame).toHaveCount(0);
    await expect(page.getByRole('document', { name: 'Content of “Two days left”' })).toContainText('Northfold');
  });

  test('I go from email to email in the order of the sheet', async ({ page, sheet, preview }) => {
    await enter(page, SPRING);
    await sheet.counted();
    const emails = await sheet.grid.getByRole('link').allInnerTexts();
    expect(emails.length).toBeGreaterThan(2);
    await sheet.link(emails[0] ?? '').click();
    await expect(preview.button('Previous email')).toBeDisabled();
    for (const [index, email] of emails.entries()) {
      await expect(preview.name).toHaveText(email);
      await expect(preview.drawer.getByText(`${index + 1} of ${emails.length}`)).toBeVisible();
      if (index < emails.length - 1) await preview.button('Next email').click();
    }
    await expect(preview.button('Next email')).toBeDisabled();
    await preview.button('Previous email').click();
    await expect(preview.name).toHaveText(emails.at(-2) ?? '');
  });

  test('I open an email on a page of its own and come back, and Esc closes it', async ({ page, sheet, preview }) => {
    await enter(page, SPRING);
    await sheet.link('Two days left').click();
    await expect(preview.name).toHaveText('Two days left');
    await expect(page).toHaveURL(/email=demo-email-two-days-left/);
    await preview.drawer.getByRole('link', { name: 'Open on a page of its own' }).click();
    await expect(page).toHaveURL(/\/emails\/demo-email-two-days-left$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Two days left' })).toBeVisible();
    await expect(preview.mail.locator('body')).toContainText('Northfold');

    await page.goBack();
    await expect(preview.name).toHaveText('Two days left');
    await preview.button('Close the preview').focus();
    await page.keyboard.press('Escape');
    await expect(preview.drawer).toBeHidden();
    await expect(page).not.toHaveURL(/email=/);
  });

  test('an email that is known by its id only says what is missing', async ({ page, api, sheet, preview }) => {
    const mailing = newMailing();
    await api.bringIn(mailing);
    await enter(page, `/reports/new?type=campaign-email-performance&campaign=${mailing.campaignId}`);
    await sheet.link(mailing.emailName).click();
    await expect(preview.drawer.getByRole('heading', { name: 'No content imported' })).toBeVisible();
    await expect(preview.fact('Subject')).toHaveText('Not imported');
    await preview.drawer.getByRole('link', { name: 'Import assets' }).click();
    await expect(page).toHaveURL(/\/data\?format=marketo-assets$/);
    await expect(page.getByRole('radio', { name: /Marketo assets/ })).toBeChecked();
  });
});

test.describe('A mail that wants to be noticed', () => {
  let host: PictureHost;
  test.beforeAll(async () => {
    host = await startPictureHost();
  });
  test.afterAll(() => host.stop());

  test('asks nobody for anything until I allow its pictures, and never for its pixels', async ({
    page,
    api,
    sheet,
    preview,
    goodManners,
  }) => {
    const mailing = newMailing();
    await api.bringIn(mailing, {
      program: 'Harbour',
      campaign: 'Weekly boats',
      email: 'Boats are back',
      subject: 'Boats are back',
      html: curiousMail(host.url),
    });
    await enter(page, `/reports/new?type=campaign-email-performance&campaign=${mailing.campaignId}`);
    await sheet.link('Boats are back').click();
    await expect(preview.mail.getByRole('heading', { name: 'News from the harbour' })).toBeVisible();
    await expect(preview.drawer.getByText('Nothing is fetched from outside.')).toBeVisible();
    expect(host.requested()).toEqual([]);

    goodManners.allow(host.url);
    await preview.button('Allow remote pictures').click();
    await expect(preview.drawer.getByText('Tracking pixels are never fetched.')).toBeVisible();
    await expect.poll(() => host.requested()).toContain('/pictures/boats.svg');
    await expect(preview.mail.getByRole('img', { name: 'Three boats at the quay' })).toBeVisible();
    await expect(page).not.toHaveTitle('taken over');

    await preview.button('Hide remote pictures').click();
    await expect(preview.drawer.getByText('Nothing is fetched from outside.')).toBeVisible();
    // In all that time, and of all that the mail names.
    expect(new Set(host.requested())).toEqual(new Set(['/pictures/boats.svg']));
  });
});

/** The width that the mail itself is laid out in, before it is drawn smaller. */
function layoutWidth(frame: Locator): Promise<number> {
  return frame.evaluate((element) => (element instanceof HTMLElement ? element.offsetWidth : 0));
}
