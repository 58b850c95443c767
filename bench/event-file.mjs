/* A file of events, one a line, as a sender's export has them. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eventsOf } from './mailings.mjs';

/** @param {string} file @param {import('./mailings.mjs').Size} size */
export async function writeEvents(file, size) {
  await pipeline(Readable.from(chunksOf(size)), createWriteStream(file));
  return file;
}

/** @param {import('./mailings.mjs').Size} size */
function* chunksOf(size) {
  let chunk = '';
  for (const event of eventsOf(size)) {
    chunk += `${JSON.stringify(event)}\n`;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
