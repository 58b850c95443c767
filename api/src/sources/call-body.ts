import { TallysheetError } from '@tallysheet/contract';
import { raw, type Request, type Response } from 'express';

/** The limit holds for what a compressed body unpacks to. */
const read = raw({ type: () => true, limit: '5mb' });

/** The body of a call, unpacked. Throws `body-too-slow` when it is not all there in time. */
export function callBody(request: Request, response: Response, withinMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new TallysheetError('body-too-slow')), withinMs);
    read(request, response, (error?: unknown) => {
      clearTimeout(deadline);
      if (error instanceof Error) reject(error);
      else resolve(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    });
  });
}
