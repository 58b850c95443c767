import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Ctx, Scope } from '@tallysheet/contract';
import type { Request } from 'express';

export const PERMISSION = 'permission';

/** What a caller must be allowed to do to use a route; `open` needs no sign-in. Every route carries one. */
export const Permission = (needs: Scope | 'open') => SetMetadata(PERMISSION, needs);

export interface CtxRequest extends Request {
  ctx: Ctx;
  requestId: string;
}

/** The caller, as the first argument of every service. */
export const CurrentCtx = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Ctx => context.switchToHttp().getRequest<CtxRequest>().ctx,
);

/** Aborts when the caller goes away. */
export const Aborted = createParamDecorator((_data: unknown, context: ExecutionContext): AbortSignal => {
  const controller = new AbortController();
  const response = context.switchToHttp().getResponse<import('express').Response>();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort(new DOMException('The caller went away', 'AbortError'));
  });
  return controller.signal;
});
