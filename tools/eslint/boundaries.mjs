/**
 * Who may import whom. One line a layer; the tags stand in the project.json files, `tools/boundary-probe` proves
 * that each forbidden import is reported.
 * @type {Record<string, string[]>}
 */
export const LAYERS = {
  contract: [],
  counting: ['contract'],
  'report-model': ['contract'],
  sources: ['contract'],
  messages: ['contract'],
  testing: ['contract', 'counting', 'report-model', 'sources', 'messages'],
  web: ['contract', 'messages', 'report-model'],
  api: ['contract', 'counting', 'report-model', 'sources', 'messages'],
  e2e: ['contract', 'messages', 'testing'],
};

/** Layers whose tests may use the story builders and the store harness of libs/testing. */
const TESTED_WITH_HARNESS = ['counting', 'report-model', 'sources', 'messages', 'api'];

/**
 * The options of `@nx/enforce-module-boundaries` for product code, or for tests, which may also use libs/testing.
 * @param {{ tests: boolean }} of
 */
export function moduleBoundaries({ tests }) {
  return {
    // Where the browser is found: the test command and the Playwright configuration share it.
    // The brute-force count is part of no library's front door: only the API's tests reach for it.
    allow: [
      '../tools/run/system-chromium.mjs',
      '../../../libs/counting/src/oracle/brute-force',
      '../../../libs/counting/src/oracle/brute-breakdown',
      '../../../libs/counting/src/oracle/brute-distinct',
    ],
    // Tests of a lib use libs/testing, which itself builds on that lib: a circle of tests, not of product code.
    ignoredCircularDependencies: TESTED_WITH_HARNESS.map((layer) => ['testing', layer]),
    depConstraints: Object.entries(LAYERS).map(([layer, allowed]) => {
      const harness = tests && TESTED_WITH_HARNESS.includes(layer) ? ['testing'] : [];
      return {
        sourceTag: `layer:${layer}`,
        onlyDependOnLibsWithTags: [layer, ...allowed, ...harness].map((name) => `layer:${name}`),
      };
    }),
  };
}
