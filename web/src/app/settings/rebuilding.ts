import { inject, Injectable, signal } from '@angular/core';
import type { SettingsAnswer } from '@tallysheet/contract';
import { Api } from '../core/api';

const EVERY_MS = 1500;

/** Whether something is being recounted; asks the server again until it is done, and then tells the page. */
@Injectable()
export class Rebuilding {
  private readonly api = inject(Api);
  private readonly state = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;
  private done: () => void = () => undefined;

  readonly running = this.state.asReadonly();

  /** What the page does when a recount has come to its end. */
  whenDone(done: () => void): void {
    this.done = done;
  }

  /** Takes over what the server has just said, or what a change has just begun. */
  follow(answer: Pick<SettingsAnswer, 'rebuilding'>): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    const isDone = this.state() && !answer.rebuilding;
    this.state.set(answer.rebuilding);
    if (isDone) this.done();
    if (answer.rebuilding) this.timer = setTimeout(() => void this.ask(), EVERY_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async ask(): Promise<void> {
    try {
      this.follow(await this.api.settings());
    } catch {
      // One lost answer is no news: the next may come.
      if (!this.stopped) this.timer = setTimeout(() => void this.ask(), EVERY_MS);
    }
  }
}
