import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_STATUS, TallysheetError, type ErrorCode, type Problem } from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { isOutOfReach } from '../database/mysql/out-of-reach';
import { callerLanguage } from './language';
import type { CtxRequest } from './route.decorators';

/** Turns whatever was thrown into one RFC 9457 answer, its text in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<CtxRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (error instanceof DOMException && error.name === 'AbortError') return void response.end();
    const known = knownError(error);
    const status = ERROR_STATUS[known.code];
    if (known.code === 'internal') this.log.error({ err: error, requestId: request.requestId }, 'request failed');
    if (error !== known && known.code === 'database-busy') {
      this.log.error({ err: error, requestId: request.requestId }, 'the database cannot be reached');
    }
    if (response.headersSent) return void response.destroy();
    const language = request.ctx?.language ?? callerLanguage(request, 'en');
    const problem: Problem = {
      type: 'about:blank',
      title: known.code,
      status,
      detail: format(language, `error.${known.code}` as MessageKey, known.params),
      code: known.code,
      params: known.params,
      ...(known.path === undefined ? {} : { path: known.path }),
      requestId: request.requestId,
    };
    // What is busy now may not be in a moment; senders keep to it.
    if (status === 503) response.set('Retry-After', '5');
    // The rest of what comes too slowly is not waited for.
    if (status === 408) response.set('Connection', 'close');
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

function knownError(error: unknown): TallysheetError {
  if (error instanceof TallysheetError) return error;
  if (isOutOfReach(error)) return new TallysheetError('database-busy');
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: number }).status;
  const codes: Record<number, ErrorCode> = {
    400: 'unreadable-body',
    404: 'not-found',
    413: 'payload-too-large',
    415: 'unreadable-body',
  };
  return new TallysheetError((status && codes[status]) || 'internal', status === 413 ? { limit: '5 MB' } : {});
}
