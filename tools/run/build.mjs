import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runInstalled } from './programs.mjs';

/**
 * Builds what is not built yet. Nx knows from its cache what has changed, so a second call takes seconds.
 * @param {('api' | 'web')[]} projects
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function build(projects) {
  const delivered = projects.every((project) => existsSync(join(ROOT, 'dist', project)));
  // A delivered copy, such as the container's, comes built and without the tools to build it.
  if (delivered && !existsSync(join(ROOT, 'node_modules/nx/package.json'))) return { code: 0, output: '' };
  return runInstalled(['nx', 'nx'], ['run-many', '-t', 'build', '-p', projects.join(','), '--outputStyle=static']);
}

/**
 * Builds, silently when all goes well; else shows everything and ends the process.
 * @param {('api' | 'web')[]} projects
 */
export async function buildOrExit(projects) {
  const { code, output } = await build(projects);
  if (code === 0) return;
  process.stderr.write(output);
  process.exit(process.exitCode ?? code);
}
