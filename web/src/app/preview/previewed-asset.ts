import { inject, Injectable, signal } from '@angular/core';
import type { Asset } from '@tallysheet/contract';
import { Api } from '../core/api';

/** The email in view, loaded by its id; the one before stays until the next is there, so that nothing jumps. */
@Injectable()
export class PreviewedAsset {
  private readonly api = inject(Api);
  private readonly loaded = signal<Asset | null>(null);
  private readonly failure = signal<unknown>(null);
  private readonly busy = signal(false);
  private wanted = '';
  private latest = 0;

  readonly asset = this.loaded.asReadonly();
  /** What the last load failed with, else null. */
  readonly error = this.failure.asReadonly();
  readonly loading = this.busy.asReadonly();

  async load(id: string): Promise<void> {
    const mine = ++this.latest;
    this.wanted = id;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const asset = await this.api.asset(id);
      if (mine === this.latest) this.loaded.set(asset);
    } catch (error) {
      if (mine !== this.latest) return;
      this.loaded.set(null);
      this.failure.set(error);
    } finally {
      if (mine === this.latest) this.busy.set(false);
    }
  }

  retry(): Promise<void> {
    return this.load(this.wanted);
  }
}
