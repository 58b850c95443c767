import type { PipeTransform } from '@nestjs/common';
import { TallysheetError } from '@tallysheet/contract';
import type { ZodType } from 'zod';

/** Lets only what the schema allows into a route. Throws `invalid-request` with the path of the first fault. */
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: ZodType<T>) {}

  transform(value: unknown): T {
    const result = this.schema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0]!;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = [...issue.path, ...(unknown ? [unknown] : [])].map(String).join('.');
    throw new TallysheetError('invalid-request', { reason: issue.message }, path);
  }
}
