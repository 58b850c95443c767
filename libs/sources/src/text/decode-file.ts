import { TallysheetError } from '@tallysheet/contract';
import { decodeUtf8 } from './decode-utf8';
import { detectEncoding } from './encoding';
import { gunzip, isGzip } from './gunzip';
import { peek } from './peek';

/**
 * Bytes of a file (maybe gzip, maybe UTF-16 or Latin-1) as text chunks, without byte order mark and NUL characters.
 * `onBytes` is told, as they are read, how many bytes of the file (packed, if it is gzip) were read so far.
 *
 * Throws `empty-file` for no bytes at all, `undecodable-file` for UTF-32, and `bad-gzip` {reason} for a gzip file
 * that is cut off or damaged: thrown after all text that could be unpacked was given, so that a reader can use it.
 */
export async function* decodeFile(
  bytes: AsyncIterable<Uint8Array>,
  onBytes?: (n: number) => void,
): AsyncGenerator<string> {
  const file = await peek(counted(bytes, onBytes), 2);
  if (file.head.length === 0) throw new TallysheetError('empty-file');
  const unpacked = await peek(isGzip(file.head) ? gunzip(file.bytes) : file.bytes, 4096);
  let first = true;
  for await (const chunk of decodeBytes(unpacked.head, unpacked.bytes)) {
    const text = first && chunk.startsWith('\ufeff') ? chunk.slice(1) : chunk;
    first = false;
    yield text.includes('\0') ? text.replaceAll('\0', '') : text;
  }
}

function decodeBytes(head: Uint8Array, bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const encoding = detectEncoding(head);
  if (encoding === 'utf-32') throw new TallysheetError('undecodable-file', { encoding });
  return encoding === 'utf-8' ? decodeUtf8(bytes) : decodeUtf16(bytes, encoding);
}

/** Half a character at the end, or half a surrogate pair, becomes U+FFFD. */
async function* decodeUtf16(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const last = decoder.decode();
  if (last !== '') yield last;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onBytes: (n: number) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    total += chunk.length;
    onBytes(total);
    yield chunk;
  }
}
