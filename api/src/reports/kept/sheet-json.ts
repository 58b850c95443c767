import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sheet } from '@tallysheet/contract';
import type { Response } from 'express';

const CHARACTERS_AT_ONCE = 65_536;

/** A sheet as JSON in parts, so that a long one is never one text in memory and holds up nobody while it is written. */
export function* sheetJson({ rows, ...rest }: Sheet): Generator<string> {
  let part = `${JSON.stringify(rest).slice(0, -1)},"rows":[`;
  for (const [at, row] of rows.entries()) {
    part += (at === 0 ? '' : ',') + JSON.stringify(row);
    if (part.length < CHARACTERS_AT_ONCE) continue;
    yield part;
    part = '';
  }
  yield `${part}]}`;
}

/** Answers with a sheet, as fast as the caller takes it. */
export async function sendSheet(response: Response, sheet: Sheet): Promise<void> {
  response.type('application/json');
  try {
    await pipeline(Readable.from(sheetJson(sheet)), response);
  } catch (error) {
    // A caller who has gone is no fault.
    if (!response.destroyed) throw error;
  }
}
