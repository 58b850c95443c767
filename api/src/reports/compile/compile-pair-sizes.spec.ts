import { expectGolden } from '../../testing/golden';
import { compilePairSizes } from './compile-pair-sizes';

describe('The SQL of what is kept in memory', () => {
  it('how much each campaign and asset has changed, and how many messages it has', async () => {
    await expectGolden('how large campaigns and assets are', [compilePairSizes(1, (index) => `BY ${index}`)]);
  });
});
