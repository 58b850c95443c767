import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { json, type Request, type Response } from 'express';
import type { Observable } from 'rxjs';

const parse = json({ limit: '5mb' });
/** What comes here is streamed, or signed as it is. */
const RAW = /^\/api\/(imports|events|webhooks)(\/|$)/i;

/**
 * Reads JSON bodies once it is known that the caller may send one. Files, events and webhooks are read
 * where they are used. Faults answer `unreadable-body` or `payload-too-large`.
 */
export class JsonBodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!RAW.test(request.path)) await read(request, http.getResponse<Response>());
    return next.handle();
  }
}

function read(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    parse(request, response, (error?: unknown) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}
