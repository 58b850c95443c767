/** Where `@tallysheet/<name>` lives: the same place that tsconfig.base.json names. */
exports.moduleNameMapper = { '^@tallysheet/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts' };

/** Packages that come as ES modules only and are therefore compiled before Jest requires them. */
exports.esmPackages = [
  '@borewit',
  '@formatjs',
  '@nestjs',
  '@tokenizer',
  'dom-serializer',
  'domelementtype',
  'domhandler',
  'domutils',
  'entities',
  'file-type',
  'htmlparser2',
  'intl-messageformat',
  'strtok3',
  'temporal-polyfill',
  'temporal-spec',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
];

/** Build output and throw-away folders, where Jest must neither look for tests nor for modules. */
exports.ignoredFolders = ['<rootDir>/dist/', '<rootDir>/\\.nx/', '<rootDir>/data/', '<rootDir>/test-results/'];
