import { existsSync } from 'node:fs';
import { run, runInstalled } from './programs.mjs';
import { systemChromium } from './system-chromium.mjs';

/**
 * The Chromium that this machine has: the system's, or on macOS and Windows Playwright's own.
 * @returns {Promise<string | undefined>}
 */
async function installedChromium() {
  const system = systemChromium();
  if (system !== undefined || process.env.CHROMIUM_PATH || process.platform === 'linux') return system;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/**
 * The Chromium of this machine, installed if need be and possible. Throws with one clear line otherwise.
 * @returns {Promise<string>}
 */
export async function demandChromium() {
  const present = await installedChromium();
  if (present !== undefined) return present;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`No Chromium: CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  const { hint, install } = installation();
  const output = await install?.();
  const path = await installedChromium();
  if (path !== undefined) return path;
  const because = output ? ` ${lastLine(output)}` : '';
  throw new Error(`No Chromium for the browser tests: ${hint}, or set CHROMIUM_PATH to one.${because}`);
}

/** How this machine gets a Chromium, and whether we may do it here. */
function installation() {
  if (process.platform !== 'linux') {
    const install = async () =>
      (await runInstalled(['@playwright/test', 'playwright'], ['install', 'chromium'])).output;
    return { hint: 'run "npx playwright install chromium"', install };
  }
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/etc/debian_version')) return { hint: "install your system's chromium package" };
  return { hint: 'run "sudo apt-get install chromium"', install: isRoot ? installOnDebian : undefined };
}

async function installOnDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'];
  const first = await run(install, { env });
  if (first.code === 0) return '';
  await run(['apt-get', 'update'], { env });
  return (await run(install, { env })).output;
}

/** @param {string} output */
const lastLine = (output) => output.trimEnd().split('\n').at(-1) ?? '';
