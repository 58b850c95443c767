import type { PipeTransform } from '@nestjs/common';
import { TallysheetError } from '@tallysheet/contract';
import type { ZodType } from 'zod';

const DEPTH = 64;

/** Lets only what the schema allows into a route. Throws `invalid-request` with the path of the first fault. */
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: ZodType<T>) {}

  transform(value: unknown): T {
    // What holds itself is read by calls in calls, of which there is room for so many.
    if (isDeeper(value, DEPTH)) throw new TallysheetError('invalid-request', { reason: 'nested too deeply' });
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = [...issue.path, ...(unknown ? [unknown] : [])].map(String).join('.');
    throw new TallysheetError('invalid-request', { reason: issue.message }, path);
  }
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeper(part, depth - 1));
}
