/**
 * Packages and folders that a part of the project must not import, each with the reason that lint shows.
 * @typedef {{ group: string[], message: string }} Ban
 */

/** @type {Ban} */
const SERVER_PACKAGES = {
  group: [
    '@nestjs/*',
    'typeorm',
    'typeorm/*',
    'mysql2',
    'mysql2/*',
    'better-sqlite3',
    'express',
    'pino',
    'nestjs-pino',
  ],
  message: 'Server packages belong to api.',
};

/** @type {Ban} */
const BROWSER_PACKAGES = {
  group: ['@angular/*', '@angular/*/**', 'ag-grid-*', 'ag-grid-*/**', 'lucide', '@fontsource*/**'],
  message: 'Browser packages belong to web.',
};

/** @type {Ban} */
const GRID = {
  group: ['ag-grid-*', 'ag-grid-*/**'],
  message: 'AG Grid is imported in web/src/app/sheet/grid only.',
};

/** @type {Ban} */
const NODE_BUILTINS = {
  group: [
    'node:*',
    'fs',
    'fs/*',
    'path',
    'crypto',
    'stream',
    'stream/*',
    'zlib',
    'worker_threads',
    'child_process',
    'os',
  ],
  message: 'This part also runs in the browser or is pure: no Node modules.',
};

/** @type {Ban} */
const OURS = {
  group: ['@tallysheet/*', '../*', '../**'],
  message: 'The oracle counts by the rules on its own: it imports nothing of ours.',
};

/** @param {Ban[]} bans @returns {import('eslint').Linter.RulesRecord} */
const restrict = (...bans) => ({ 'no-restricted-imports': ['error', { patterns: bans }] });

/**
 * The import bans, part by part. Where several entries match a file the last one holds, so each is complete.
 * @type {import('eslint').Linter.Config[]}
 */
export const importBans = [
  { files: ['api/**/*.ts', 'libs/{sources,testing}/**/*.ts'], rules: restrict(BROWSER_PACKAGES) },
  { files: ['libs/sources/**/*.ts'], rules: restrict(BROWSER_PACKAGES, SERVER_PACKAGES) },
  {
    files: ['libs/{contract,counting,report-model,messages}/**/*.ts'],
    rules: restrict(BROWSER_PACKAGES, SERVER_PACKAGES, NODE_BUILTINS),
  },
  {
    // Tests run on Node alone and may read files.
    files: ['libs/{contract,counting,report-model,messages}/**/{*.spec.ts,testing/**/*.ts}'],
    rules: restrict(BROWSER_PACKAGES, SERVER_PACKAGES),
  },
  {
    files: ['libs/counting/src/oracle/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: restrict(BROWSER_PACKAGES, SERVER_PACKAGES, NODE_BUILTINS, OURS),
  },
  { files: ['web/**/*.ts'], rules: restrict(SERVER_PACKAGES, NODE_BUILTINS, GRID) },
  { files: ['web/src/app/sheet/grid/**/*.ts'], rules: restrict(SERVER_PACKAGES, NODE_BUILTINS) },
  { files: ['e2e/**/*.ts'], rules: restrict(SERVER_PACKAGES, BROWSER_PACKAGES) },
  { files: ['e2e/src/support/mariadb.ts'], rules: restrict(BROWSER_PACKAGES) },
];
