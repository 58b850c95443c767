const { esmPackages, ignoredFolders, moduleNameMapper } = require('./jest.shared.cjs');

/** Tests of libs, api and tools: Node, compiled by SWC to CommonJS with the decorator metadata that Nest reads. */
module.exports = {
  displayName: 'node',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{libs,api}/**/*.spec.ts', '<rootDir>/tools/**/*.spec.{ts,mjs}'],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'],
  moduleNameMapper,
  modulePathIgnorePatterns: ignoredFolders,
  transform: {
    '^.+\\.m?[tj]s$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmPackages.join('|')})/)`],
  testTimeout: 30_000,
};
