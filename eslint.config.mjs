import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { moduleBoundaries } from './tools/eslint/boundaries.mjs';
import { importBans } from './tools/eslint/imports.mjs';
import { noLiteralText } from './tools/eslint/no-literal-text.mjs';

/** Tests and what helps them: `testing` folders, the harness, the journeys. */
const TESTS = ['**/*.spec.{ts,mjs}', '{api,libs,web}/**/testing/**/*.ts', 'e2e/**/*.ts'];
const TYPED = ['{api,libs,web,e2e}/**/*.ts', 'tools/**/*.{ts,mjs}'];

/** `it.only`, `fdescribe` and their like hide every other test of the file. */
const FOCUSED_TESTS = [
  'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
  'MemberExpression[object.type="MemberExpression"][object.object.name=/^(describe|it|test)$/][property.name="only"]',
  'CallExpression[callee.name=/^(fdescribe|fit)$/]',
].map((selector) => ({ selector, message: 'A focused test hides all others.' }));

// Without a stored graph of the projects the boundary rule would skip itself with nothing but a warning.
await createProjectGraphAsync({ exitOnError: false });

export default defineConfig(
  globalIgnores([
    'dist/',
    'data/',
    'coverage/',
    'test-results/',
    'playwright-report/',
    '.nx/',
    '.angular/',
    // Breaks the rules on purpose; tools/boundary-probe.spec.ts lints it and expects every error.
    'tools/boundary-probe/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.cjs'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...FOCUSED_TESTS],
      eqeqeq: 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-readonly': 'error',
      // An async function without `await` is how one answers a port that is asynchronous.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // One program of all of web, tests included: web's own tsconfig files are made for the build and for Jest.
    files: ['web/**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: 'tools/typecheck/tsconfig.web.json' } },
  },
  {
    files: ['{api,libs,web,e2e}/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': ['error', moduleBoundaries({ tests: false })] },
  },
  {
    files: ['{api,libs}/**/*.spec.ts', '{api,libs}/**/testing/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', moduleBoundaries({ tests: true })] },
  },
  ...importBans,
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // Answers of the API are read as they come over the wire.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Plain JavaScript: its types come from comments, and `any` wherever an API of Node or a tool gives it.
    files: ['tools/**/*.mjs'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['tools/**', 'bench/**', 'api/src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'ts', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'ts', style: 'camelCase' }],
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    plugins: { tallysheet: { rules: { 'no-literal-text': noLiteralText } } },
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-any': 'error',
      '@angular-eslint/template/no-duplicate-attributes': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/use-track-by-function': 'error',
      'tallysheet/no-literal-text': 'error',
    },
  },
  // The page that carries the app: its title stands there until the app sets its own.
  { files: ['web/src/index.html'], rules: { 'tallysheet/no-literal-text': 'off' } },
  prettier,
);
