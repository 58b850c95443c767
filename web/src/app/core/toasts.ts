import { computed, Injectable, signal } from '@angular/core';

export interface Toast {
  text: string;
  action?: { label: string; run: () => unknown };
}

const SHOWN_MS = 8000;

/** One line at the foot of the window about what has just happened; the newest replaces the one before. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private readonly shown = signal<Toast | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private endsAt = 0;
  private leftMs = 0;

  readonly current = computed(() => this.shown());

  show(toast: Toast): void {
    this.shown.set(toast);
    this.start(SHOWN_MS);
  }

  dismiss(): void {
    clearTimeout(this.timer);
    this.shown.set(null);
  }

  /** Stops the clock while the reader points at the toast or has focus in it. */
  pause(): void {
    clearTimeout(this.timer);
    this.leftMs = Math.max(0, this.endsAt - Date.now());
  }

  resume(): void {
    if (this.shown()) this.start(this.leftMs);
  }

  /** Does what the toast offers, and closes it. */
  act(toast: Toast): void {
    this.dismiss();
    void toast.action?.run();
  }

  private start(ms: number): void {
    clearTimeout(this.timer);
    this.endsAt = Date.now() + ms;
    this.timer = setTimeout(() => this.shown.set(null), ms);
  }
}
