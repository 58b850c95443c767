const START_BYTES = 64 * 1024;

/** The first characters of a file, unpacked where it is gzip; empty where it cannot be unpacked. */
export async function fileStart(file: Blob): Promise<string> {
  const start = file.slice(0, START_BYTES);
  const bytes = new Uint8Array(await start.arrayBuffer());
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? unpack(start) : new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** By the byte order mark, as spreadsheets write it; UTF-8 without one. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** What the beginning of a gzip file unpacks to. The cut makes the stream fail at its end, which is expected. */
async function unpack(start: Blob): Promise<string> {
  const reader = start.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
    }
  } catch {
    // Cut short, or damaged: what came before is what there is to see. The server says what is wrong with the file.
  }
  return text;
}
