import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { static as serveFolder, type Express, type Request, type Response } from 'express';

const YEAR_SECONDS = 365 * 86_400;

/**
 * Serves the built web app: files with a hash in their name for a year, and its page for every address of its own. An address with a dot is a file's: one that is gone is not found, rather than a page in its place.
 */
export function serveWebApp(server: Express, folder: string): void {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  server.use(serveFolder(folder, { index: false, setHeaders: cacheHashed }));
  server.get(/^\/(?!api(\/|$))[^.]*$/, (_request: Request, response: Response) => {
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}

function cacheHashed(response: Response, path: string): void {
  const hashed = /-[\w-]{8}\.\w+$/.test(path);
  response.setHeader('Cache-Control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
}
