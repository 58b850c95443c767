import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { CtxRequest } from './route.decorators';

/** Names each request, so that an error on screen can be found in the log. */
export function requestId(request: CtxRequest, response: Response, next: NextFunction): void {
  request.requestId = randomUUID().slice(0, 8);
  response.setHeader('X-Request-Id', request.requestId);
  next();
}
