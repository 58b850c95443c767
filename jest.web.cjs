const { createCjsPreset } = require('jest-preset-angular/presets');
const { esmPackages, ignoredFolders, moduleNameMapper } = require('./jest.shared.cjs');

/** Tests of web: components in jsdom, without zone.js. */
module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/web/tsconfig.spec.json' }),
  displayName: 'web',
  rootDir: __dirname,
  testMatch: ['<rootDir>/web/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/web/jest-setup.ts'],
  moduleNameMapper,
  modulePathIgnorePatterns: ignoredFolders,
  transformIgnorePatterns: [`node_modules/(?!(.*\\.mjs$|${esmPackages.join('/|')}/))`],
  testTimeout: 30_000,
};
