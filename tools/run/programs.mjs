import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Settings that keep Nx and Angular on this machine, silent and without a process that outlives the command. */
const QUIET = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NG_CLI_ANALYTICS: 'false',
  DO_NOT_TRACK: '1',
};

/**
 * The arguments that make this Node run the command of an installed package: no shell, and the same on every system.
 * @param {string} packageName
 * @param {string} command
 * @returns {string[]}
 */
export function installed(packageName, command) {
  const folder = join(ROOT, 'node_modules', packageName);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return [join(folder, file)];
}

const GROUPS = process.platform !== 'win32';
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
let isInterrupted = false;

/** From here on a signal ends the programs that run, not this process, which sees them fail and can tidy up. */
export function outliveSignals() {
  for (const signal of SIGNALS) process.on(signal, () => (isInterrupted = true));
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function end(child, signal) {
  try {
    if (GROUPS && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has ended by itself.
  }
}

/**
 * Runs a program to its end and keeps what it says.
 * @param {string[]} command program and arguments
 * @param {{ env?: Record<string, string | undefined>, timeoutMs?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, { env = {}, timeoutMs = 1_200_000 } = {}) {
  if (isInterrupted) return { code: 1, output: 'Not run: interrupted.' };
  const [program, ...args] = command;
  const child = spawn(/** @type {string} */ (program), args, {
    cwd: ROOT,
    detached: GROUPS,
    env: { ...process.env, ...QUIET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const interrupt = () => {
    isInterrupted = true;
    end(child, 'SIGTERM');
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  const timer = setTimeout(() => {
    output += `\nStopped: it did not end within ${timeoutMs / 1000} seconds.\n`;
    end(child, 'SIGKILL');
  }, timeoutMs);
  const code = await new Promise((settle) => {
    child.once('error', (error) => {
      output += `${error.message}\n`;
      settle(1);
    });
    child.once('close', (exitCode) => settle(exitCode ?? 1));
  });
  clearTimeout(timer);
  for (const signal of SIGNALS) process.off(signal, interrupt);
  return { code, output };
}

/**
 * Runs the command of an installed package under this Node.
 * @param {[packageName: string, command: string]} name
 * @param {string[]} args
 * @param {Parameters<typeof run>[1]} [options]
 */
export function runInstalled([packageName, command], args, options) {
  return run([process.execPath, ...installed(packageName, command), ...args], options);
}
