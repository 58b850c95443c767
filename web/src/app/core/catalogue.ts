import { effect, inject, Injectable, signal } from '@angular/core';
import type { ReportTypeInfo } from '@tallysheet/contract';
import { Api } from './api';
import { Messages } from './messages';

/** The report types and their columns, in the reader's language; loaded on first use and again when it changes. */
@Injectable({ providedIn: 'root' })
export class Catalogue {
  private readonly api = inject(Api);
  private readonly messages = inject(Messages);
  private readonly loaded = signal<ReportTypeInfo[]>([]);
  private readonly failure = signal<unknown>(null);
  private latest = 0;

  /** Empty until the first answer; the former language's texts stay until the new ones are there. */
  readonly types = this.loaded.asReadonly();
  /** What the last load failed with, else null. */
  readonly error = this.failure.asReadonly();

  constructor() {
    effect(() => {
      this.messages.language();
      void this.reload();
    });
  }

  type(id: string): ReportTypeInfo | undefined {
    return this.loaded().find((type) => type.id === id);
  }

  async reload(): Promise<void> {
    const mine = ++this.latest;
    try {
      const types = await this.api.reportTypes();
      if (mine !== this.latest) return;
      this.loaded.set(types);
      this.failure.set(null);
    } catch (error) {
      if (mine === this.latest) this.failure.set(error);
    }
  }
}
