import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { finalize, ReplaySubject, type Observable } from 'rxjs';

const LOOK_EVERY_MS = 20;

/** The calls that are being worked on, so that a stop of the server can wait for them. */
@Injectable()
export class UnderWay implements NestInterceptor {
  private readonly answers = new Set<ServerResponse>();
  private readonly stops = new ReplaySubject<void>(1);

  /** Emits when the server is to stop: what would go on for ever ends by itself then. */
  readonly stopping = this.stops.asObservable();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const answer = context.switchToHttp().getResponse<ServerResponse>();
    this.answers.add(answer);
    return next.handle().pipe(finalize(() => this.answers.delete(answer)));
  }

  /**
   * Takes no new connections and waits until what is under way is done: calls get their answers. What takes longer than
   * `graceMs`, such as the import of a large file, is broken off, and waited for as long again to note that it was.
   */
  async drain(server: Server, graceMs: number): Promise<void> {
    server.prependListener('request', (_request: IncomingMessage, answer: ServerResponse) => closeAfter(answer));
    for (const answer of this.answers) closeAfter(answer);
    this.stops.next();
    // For answers that have begun already.
    server.keepAliveTimeout = 1;
    let hasClosed = false;
    server.close(() => (hasClosed = true));
    const isDone = () => hasClosed && this.answers.size === 0;
    if (await comesTrue(isDone, graceMs)) return;
    server.closeAllConnections();
    await comesTrue(isDone, graceMs);
  }
}

/** No other call is to come over the connection of this one. */
function closeAfter(answer: ServerResponse): void {
  if (!answer.headersSent) answer.setHeader('Connection', 'close');
}

async function comesTrue(condition: () => boolean, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; !condition(); await wait(LOOK_EVERY_MS)) if (Date.now() > end) return false;
  return true;
}
