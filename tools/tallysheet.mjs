/* npm run tallysheet -- <command>: builds the API if it has changed, then is the command line. */
import { demandNode } from './run/node-version.mjs';

demandNode();
const { buildOrExit } = await import('./run/build.mjs');
const { become } = await import('./run/become.mjs');

await buildOrExit(['api']);
become('dist/api/cli/main.js');
