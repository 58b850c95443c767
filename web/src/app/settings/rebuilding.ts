import { inject, Injectable, signal } from '@angular/core';
import type { SettingsAnswer } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Messages } from '../core/messages';
import { Toasts } from '../core/toasts';

const EVERY_MS = 1500;

/** Whether everything is being recounted; asks the server again until it is done, and then says so. */
@Injectable()
export class Rebuilding {
  private readonly api = inject(Api);
  private readonly messages = inject(Messages);
  private readonly toasts = inject(Toasts);
  private readonly state = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  readonly running = this.state.asReadonly();

  /** Takes over what the server has just said. */
  follow(answer: SettingsAnswer): void {
    clearTimeout(this.timer);
    if (this.stopped) return;
    if (this.state() && !answer.rebuilding) this.toasts.show({ text: this.messages.t('settings.rebuilt') });
    this.state.set(answer.rebuilding);
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
