/** All unit, API and component tests: `npm run test -- --only=unit`, or `npx jest <part of a path>`. */
module.exports = {
  projects: ['<rootDir>/jest.node.cjs', '<rootDir>/jest.web.cjs'],
  // A test that needs another to run before it is wrong; the seed is printed, `--seed=<n>` repeats an order.
  randomize: true,
  maxWorkers: 2,
  testTimeout: 30_000,
};
