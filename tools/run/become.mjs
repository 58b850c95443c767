import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from './programs.mjs';

/**
 * Runs a built program in this very process: signals, standard input and the exit code need no passing on.
 * @param {string} file path from the root folder
 */
export function become(file) {
  const path = join(ROOT, file);
  process.argv[1] = path;
  createRequire(import.meta.url)(path);
}
