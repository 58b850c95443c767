import { inject, Injectable, signal } from '@angular/core';
import type { Link, LinkPage } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { appended, recounted } from './link-order';

/** The links on screen: those that a search finds, page by page, as the server last told them. */
@Injectable()
export class LinkList {
  private readonly api = inject(Api);
  private readonly known = signal<readonly Link[] | null>(null);
  private latest = 0;

  /** Null until the server has answered. */
  readonly links = this.known.asReadonly();
  readonly total = signal(0);
  readonly next = signal<number | null>(null);
  readonly error = signal<unknown>(null);
  readonly busy = signal(false);
  /** What the list on screen was searched for. */
  readonly search = signal('');

  /** Starts over with what this search finds. */
  async find(search: string): Promise<void> {
    await this.ask(async () => {
      const page = await this.api.links({ search });
      return () => {
        this.search.set(search);
        this.show(page.links, page);
      };
    });
  }

  async more(): Promise<void> {
    const after = this.next();
    if (after === null) return;
    await this.ask(async () => {
      const page = await this.api.links({ search: this.search(), after });
      return () => this.show(appended(this.known() ?? [], page.links), page);
    });
  }

  /** New numbers for all that is on screen. */
  async recount(): Promise<void> {
    const search = this.search();
    const wanted = this.known()?.length ?? 0;
    await this.ask(async () => {
      let page = await this.api.links({ search });
      const fresh = [...page.links];
      while (fresh.length < wanted && page.next !== null) {
        page = await this.api.links({ search, after: page.next });
        fresh.push(...page.links);
      }
      return () => this.show(recounted(this.known() ?? [], fresh), page);
    });
  }

  replace(changed: Link): void {
    this.known.update((links) => links?.map((link) => (link.id === changed.id ? changed : link)) ?? null);
  }

  private show(links: readonly Link[], { total, next }: LinkPage): void {
    this.known.set(links);
    this.total.set(total);
    this.next.set(next);
  }

  /** Asks the server, and shows the answer unless something later has been asked meanwhile. */
  private async ask(question: () => Promise<() => void>): Promise<void> {
    const mine = ++this.latest;
    this.busy.set(true);
    try {
      const show = await question();
      if (mine !== this.latest) return;
      show();
      this.error.set(null);
    } catch (error) {
      if (mine === this.latest) this.error.set(error);
    } finally {
      if (mine === this.latest) this.busy.set(false);
    }
  }
}
