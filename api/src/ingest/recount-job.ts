import { Inject, Injectable } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import type { Logger } from 'pino';
import { LOG } from '../platform/tokens';
import { RecountService } from './recount.service';

/** Recounts in the background what waits for it, one recount after the other. */
@Injectable()
export class RecountJob {
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly recount: RecountService,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  get isRunning(): boolean {
    return this.waiting > 0;
  }

  start(ctx: Ctx): void {
    this.waiting += 1;
    this.last = this.last
      .then(() => this.recount.recountStale(ctx))
      .catch((error: unknown) => {
        this.log.error({ err: error }, 'recount failed; it is taken up at the next start, or by the rebuild command');
      })
      .finally(() => (this.waiting -= 1));
  }

  /** Resolves when no recount is under way in this process. */
  settled(): Promise<void> {
    return this.last;
  }
}
