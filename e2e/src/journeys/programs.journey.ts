import AxeBuilder from '@axe-core/playwright';
import { enter } from '../support/enter';
import { expect, test } from '../support/pages/journey';

test('I enter what a program cost, and its report shows at once what each member cost', async ({
  page,
  sheet,
  timeFrame,
  tree,
}) => {
  await enter(page, '/reports/new?type=program-performance');
  await timeFrame.choose('All time');
  await expect(await sheet.cell('Spring launch', 'Total cost')).toHaveText('–');
  const menu = await tree.menuOf('Spring launch');
  await menu.getByRole('menuitem', { name: 'Costs and success…' }).click();

  const dialog = page.getByRole('dialog', { name: 'Costs and success of Spring launch' });
  const amount = dialog.getByLabel('Amount');
  await amount.fill('a lot');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('An amount such as 1200.50');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await amount.fill('1 200,50');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  await expect(await sheet.cell('Spring launch', 'Total cost')).toHaveText('1,200.5');
  await expect(await sheet.cell('Spring launch', 'Cost per member')).toHaveText(/^\d+(\.\d+)?$/);
});
