/* Also read by e2e/playwright.config.ts, which Playwright compiles to CommonJS: no import.meta here or below. */
import { existsSync } from 'node:fs';

const SYSTEM_BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The Chromium that CHROMIUM_PATH names, else the system's. Undefined when there is none; on macOS and Windows
 * Playwright then takes its own.
 * @returns {string | undefined}
 */
export function systemChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return SYSTEM_BROWSERS.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
}
