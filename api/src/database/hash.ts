import { hash } from 'node:crypto';

/** A 16-byte key for text of any length: the first half of its SHA-256, with the field boundaries in it. */
export function hash16(...fields: string[]): Buffer {
  let text = '';
  for (const field of fields) text += `${field.length}:${field}`;
  // By way of text: small byte arrays that share one piece of memory are far cheaper to keep than ones of their own.
  return Buffer.from(hash('sha256', text, 'binary').slice(0, 16), 'binary');
}

const REMEMBERED_LENGTH = 500;

/** `make`, but what it made lately is not made again; at most `size` results are kept. */
export function remembered<T>(make: (text: string) => T, size: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (text.length > REMEMBERED_LENGTH) return made;
    if (known.size >= size) known.clear();
    // A copy: a part of a text keeps the whole of it in memory.
    known.set(Buffer.from(text, 'utf16le').toString('utf16le'), made);
    return made;
  };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
