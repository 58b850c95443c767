/* npm start: builds what is not built, then is the server. */
import { demandNode } from './run/node-version.mjs';

demandNode();
const { buildOrExit } = await import('./run/build.mjs');
const { become } = await import('./run/become.mjs');

const notice = setTimeout(() => console.log('Building what has changed; the first time takes a minute.'), 3_000);
await buildOrExit(['api', 'web']);
clearTimeout(notice);
become('dist/api/main.js');
