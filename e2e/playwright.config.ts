import { defineConfig, devices } from '@playwright/test';
import { systemChromium } from '../tools/run/system-chromium.mjs';
import type { ServerOptions } from './src/support/test';

/** As root Chromium has no sandbox; the rest keeps it from talking to anyone but the server under test. */
const CHROMIUM_FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
const phone = {
  ...devices['Desktop Chrome'],
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/**
 * The journeys run on a desktop; those whose title says `@phone` run on a phone as well, and those that say
 * `@phone-only` only there. What writes to the store or reads numbers from it runs on MariaDB as well; what is drawn
 * in the browser alone would only be the same twice.
 */
export default defineConfig<object, ServerOptions>({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: false,
  workers: 1,
  // A machine of the moment may be slow or shared: one more try there, none where the tests are written.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : 'list',
  use: {
    launchOptions: { executablePath: systemChromium(), args: CHROMIUM_FLAGS },
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', grepInvert: /@phone-only/, use: { ...desktop, store: 'sqlite' } },
    { name: 'phone', grep: /@phone/, use: { ...phone, store: 'sqlite' } },
    ...(process.env['TEST_MARIADB_URL']
      ? [
          {
            name: 'desktop on MariaDB',
            testMatch: /(export|import|links|rejected|saving|settings|smart-list|sources|time-frame|tree)\.journey\.ts/,
            grepInvert: /@phone-only/,
            use: { ...desktop, store: 'mariadb' as const },
          },
        ]
      : []),
  ],
});
