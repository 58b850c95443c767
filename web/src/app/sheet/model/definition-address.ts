import { reportInputSchema } from '@tallysheet/contract';
import type { Definition } from './report-definition';

/** Writes a report that is not saved yet into text that an address can hold. */
export function encodeDefinition(definition: Definition): string {
  const bytes = new TextEncoder().encode(JSON.stringify(definition));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads it back; null when the text is damaged or not a report. */
export function decodeDefinition(text: string): Definition | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
    const read = reportInputSchema.safeParse(JSON.parse(json));
    if (!read.success) return null;
    const { name, programId, folderId, query, layout } = read.data;
    return { name, programId: programId ?? null, folderId: folderId ?? null, query, layout };
  } catch {
    return null;
  }
}
