import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Live } from '../core/live';
import { ReportStore } from './report-store';

const LEAST_PAUSE_MS = 3000;
/** A sheet that takes long to count is counted anew less often: most of the time the server does something else. */
const PAUSE_PER_COUNT = 4;

/** Keeps the sheet on screen up to date while events come in, until the reader freezes it. */
@Injectable()
export class SheetLive {
  private readonly live = inject(Live);
  private readonly store = inject(ReportStore);
  private readonly latest = toSignal(this.live.revision, { initialValue: null });
  private readonly isFrozen = signal(false);
  private readonly renewals = signal(0);
  private notBefore = 0;

  readonly frozen = this.isFrozen.asReadonly();
  readonly connected = this.live.connected;
  /** Whether more is known to the server than the sheet counts. */
  readonly behind = computed(() => {
    const [sheet, latest] = [this.store.sheet(), this.latest()];
    return sheet !== null && latest !== null && latest > sheet.revision;
  });
  private readonly due = computed(() => this.behind() && !this.isFrozen() && this.store.wait() === 'none');

  constructor() {
    effect((onCleanup) => {
      this.renewals();
      if (!this.due()) return;
      const timer = setTimeout(() => void this.renew(), Math.max(0, this.notBefore - Date.now()));
      onCleanup(() => clearTimeout(timer));
    });
    inject(DestroyRef).onDestroy(() => this.store.endRenewal());
  }

  /** Keeps the numbers as they are, or lets them follow again. */
  setFrozen(frozen: boolean): void {
    this.isFrozen.set(frozen);
    if (frozen) this.store.endRenewal();
  }

  /** Counts once what a frozen sheet does not know yet. */
  refresh(): void {
    this.store.refresh();
  }

  private async renew(): Promise<void> {
    const begunAt = Date.now();
    await untracked(() => this.store.renew());
    this.notBefore = Date.now() + Math.max(LEAST_PAUSE_MS, PAUSE_PER_COUNT * (Date.now() - begunAt));
    this.renewals.update((n) => n + 1);
  }
}
