/* npm test: runs everything and ends with one line, "N passed, N failed, N skipped". */
import { demandNode } from './run/node-version.mjs';

demandNode();
const { readArguments } = await import('./test/arguments.mjs');
const { runAll } = await import('./test/run-all.mjs');

try {
  const failed = await runAll(readArguments(process.argv.slice(2)));
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
