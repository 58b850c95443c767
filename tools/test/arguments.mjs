import { parseArgs } from 'node:util';

/** What `--only` can name. */
export const PARTS = /** @type {const} */ (['format', 'lint', 'types', 'unit', 'build', 'e2e']);
/** @typedef {(typeof PARTS)[number]} Part */

/**
 * Reads the command line of `npm test`: which parts to run, and parts of paths to run only some tests.
 * Throws with one clear line.
 * @param {string[]} args
 * @returns {{ parts: Part[], paths: string[] }}
 */
export function readArguments(args) {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { only: { type: 'string' } } });
  const parts = values.only === undefined ? [...PARTS] : values.only.split(',').map(part);
  if (positionals.length > 0 && parts.length > 1) {
    throw new Error('Paths go with one part: --only=unit or --only=e2e.');
  }
  // Journeys run what is built: never an old state of it.
  if (parts.includes('e2e') && !parts.includes('build')) parts.unshift('build');
  return { parts, paths: positionals };
}

/** @param {string} name @returns {Part} */
function part(name) {
  const found = PARTS.find((known) => known === name.trim());
  if (found === undefined) throw new Error(`--only knows ${PARTS.join(', ')}; not "${name}".`);
  return found;
}
