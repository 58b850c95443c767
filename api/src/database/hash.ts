import { hash } from 'node:crypto';

/** A 16-byte key for text of any length: the first half of its SHA-256, with the field boundaries in it. */
export function hash16(...fields: string[]): Buffer {
  return hash('sha256', fields.map((field) => `${field.length}:${field}`).join(''), 'buffer').subarray(0, 16);
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
