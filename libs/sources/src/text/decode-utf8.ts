import { isUtf8 } from 'node:buffer';

const LF = 0x0a;
const CR = 0x0d;
/** A line longer than this is decoded in parts, cut between characters. */
const LONG_LINE = 64 * 1024;

const windows1252 = new TextDecoder('windows-1252');

/**
 * UTF-8 text, in whole lines. A line that is not UTF-8 is read as Windows-1252 (the superset of Latin-1 that Excel
 * writes) when nothing in it is UTF-8, else as UTF-8 with U+FFFD for the broken bytes. The choice is made line by
 * line, so that it depends neither on the chunks nor on what stood before, and joined files of both kinds are read.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const data = rest.length > 0 ? Buffer.concat([rest, view]) : view;
    let end = Math.max(data.lastIndexOf(LF), data.lastIndexOf(CR)) + 1;
    if (end === 0 && data.length > LONG_LINE) end = lastCharacterStart(data);
    if (end > 0) yield decodeLines(data.subarray(0, end));
    rest = data.subarray(end);
  }
  if (rest.length > 0) yield decodeLines(rest);
}

/** Where the last character begins, so that no character is cut in two. */
function lastCharacterStart(data: Buffer): number {
  let start = data.length - 1;
  while (start > data.length - 4 && (data[start] ?? 0) >= 0x80 && (data[start] ?? 0) < 0xc0) start--;
  return start;
}

function decodeLines(data: Buffer): string {
  if (isUtf8(data)) return data.toString('utf8');
  let text = '';
  for (let start = 0; start < data.length;) {
    let end = start;
    while (end < data.length && data[end] !== LF && data[end] !== CR) end++;
    text += decodeLine(data.subarray(start, end + 1));
    start = end + 1;
  }
  return text;
}

const VALID_AND_NOT_ASCII = /[^\u0000-\u007f\ufffd]/;

function decodeLine(line: Buffer): string {
  const utf8 = line.toString('utf8');
  return isUtf8(line) || VALID_AND_NOT_ASCII.test(utf8) ? utf8 : windows1252.decode(line);
}
