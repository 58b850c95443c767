/* node bench/worlds.mjs: the sheets of many random small workspaces against a count by the rules alone, other ones each time.
   Ends with 1 at the first that is wrong, with its seed, query, SQL and the smallest world that shows it. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { installed, ROOT } from '../tools/run/programs.mjs';

const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '10000' },
    stores: { type: 'string', default: 'sqlite' },
    /** The first seed; the others follow it. */
    seed: { type: 'string', default: String(randomInt(1_000_000, 2_000_000_000)) },
  },
});
const { worlds, seed } = values;
const stores = values.stores.split(',').map((store) => (store === 'mariadb' ? 'MariaDB' : 'SQLite'));
console.log(`${worlds} worlds from seed ${seed} on ${stores.join(' and ')}`);

const start = performance.now();
const program = spawn(
  process.execPath,
  [
    ...installed('jest', 'jest'),
    ...['-c', 'jest.node.cjs', 'api/src/reports/worlds.property.spec.ts'],
    ...['-t', `on (${stores.join('|')}) in `],
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, WORLDS: worlds, WORLDS_MARIADB: worlds, WORLDS_SEED: seed } },
);
program.once('close', (code) => {
  console.log(`${Math.round((performance.now() - start) / 1000)} s`);
  process.exitCode = code ?? 1;
});
