/* Builds the API: every source of api and libs, one file each, by SWC to CommonJS in dist/api.
   Libraries land in dist/api/node_modules/@tallysheet, where Node finds them by name. */
import { transformFile } from '@swc/core';
import { globSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const TARGET = 'dist/api';
/** Built beside the target and put in its place at the end, so that a start in between finds a whole program. */
const OUT = 'dist/api.new';
const LIBS = ['contract', 'counting', 'report-model', 'sources', 'messages'];

/** Tests and what only they use. */
const NOT_SHIPPED = /\.spec\.ts$|(^|\/)(testing|oracle|fixtures)\//;

/** @type {import('@swc/core').Options} */
const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
  },
  module: { type: 'commonjs' },
  sourceMaps: true,
  swcrc: false,
};

/**
 * @param {string} from
 * @param {string} to
 */
async function compile(from, to) {
  const sources = globSync('**/*.ts', { cwd: from }).filter((file) => !NOT_SHIPPED.test(file));
  for (const source of sources) {
    const target = join(to, source.replace(/\.ts$/, '.js'));
    const { code, map } = await transformFile(join(from, source), options);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').at(-1)}.map\n`);
    await writeFile(`${target}.map`, map ?? '');
  }
}

await rm(OUT, { recursive: true, force: true });
await compile('api/src', OUT);
for (const lib of LIBS) {
  const to = `${OUT}/node_modules/@tallysheet/${lib}`;
  await mkdir(to, { recursive: true });
  await compile(`libs/${lib}/src`, to);
  await writeFile(`${to}/package.json`, JSON.stringify({ name: `@tallysheet/${lib}`, main: 'index.js' }));
}
await rm(TARGET, { recursive: true, force: true });
await rename(OUT, TARGET);
