import AxeBuilder from '@axe-core/playwright';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

// A campaign of few emails: axe takes a while for each cell.
const SHEET = '/reports/new?type=campaign-email-performance&campaign=demo-campaign-spring-last-chance';
const PAGES = [
  { name: 'home', path: '/' },
  { name: 'a sheet', path: SHEET },
  {
    name: 'a sheet of links',
    path: '/reports/new?type=email-link-performance&campaign=demo-campaign-spring-last-chance',
  },
  { name: 'an email beside its sheet', path: `${SHEET}&email=demo-email-two-days-left` },
  { name: 'the import page', path: '/data' },
  { name: 'the sources page', path: '/data/sources' },
  { name: 'the rejected rows', path: '/data/rejected' },
  { name: 'the links', path: '/data/links' },
  { name: 'the settings', path: '/settings' },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path } of PAGES) {
    test(`Everybody can use ${name} in ${colorScheme} colours${colorScheme === 'light' ? ' @phone' : ''}`, async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await enter(page, path);
      await page.getByRole('heading').first().waitFor();
      await expect(page.locator('.skeleton')).toHaveCount(0);
      // The mail in its frame is the sender's, not ours.
      const { violations } = await new AxeBuilder({ page })
        .exclude('iframe')
        .options({ resultTypes: ['violations'] })
        .analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
    });
  }
}
