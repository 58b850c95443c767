import { TallysheetError } from '@tallysheet/contract';
import { createGunzip, type Gunzip, type ZlibOptions } from 'node:zlib';

/** What a fault costs at most. Deflate packs at most about 1,000 to 1, so a slice unpacks to less than ROOM. */
const SLICE = 4 * 1024;
const ROOM = 8 * 1024 * 1024;
/** A gzip file ends with a checksum and a length. */
const TRAILER = 8;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Unpacks a gzip stream. When the file is cut off or damaged, what could be unpacked is given first and only then
 * `bad-gzip` {reason} is thrown.
 *
 * A piped or awaited Node stream drops what it still holds when it fails, so each slice is written, waited for and
 * read out by hand, and the trailer goes in alone: a wrong checksum costs nothing that was unpacked. The read side's
 * room is larger than a slice can become, so a write always runs to its end.
 */
export async function* gunzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ readableHighWaterMark: ROOM } as ZlibOptions);
  try {
    for await (const slice of slices(bytes)) {
      const fault = await written(stream, slice);
      const unpacked = stream.read() as Buffer | null;
      if (unpacked) yield unpacked;
      if (fault) throw badGzip(fault);
    }
    const rest: Buffer[] = [];
    const fault = await ended(stream, rest);
    yield* rest;
    if (fault) throw badGzip(fault);
  } finally {
    stream.destroy();
  }
}

/** The bytes in small slices, the last {@link TRAILER} by themselves. */
async function* slices(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const data = Buffer.concat([held, chunk]);
    const end = Math.max(0, data.length - TRAILER);
    for (let at = 0; at < end; at += SLICE) yield data.subarray(at, Math.min(at + SLICE, end));
    held = data.subarray(end);
  }
  if (held.length > 0) yield held;
}

function written(stream: Gunzip, slice: Uint8Array): Promise<Error | null> {
  return new Promise((resolve) => {
    stream.once('error', resolve);
    stream.write(slice, () => {
      stream.off('error', resolve);
      resolve(null);
    });
  });
}

/** zlib judges the end of the file only after it said that all was written: its last word is the end of the output. */
function ended(stream: Gunzip, rest: Buffer[]): Promise<Error | null> {
  if (stream.readableEnded) return Promise.resolve(null);
  return new Promise((resolve) => {
    stream.once('error', resolve);
    stream.once('end', () => resolve(null));
    stream.on('data', (unpacked: Buffer) => rest.push(unpacked));
    stream.end();
  });
}

function badGzip(fault: Error): TallysheetError {
  return new TallysheetError('bad-gzip', { reason: fault.message });
}
