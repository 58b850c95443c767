import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { hasMessage } from '@tallysheet/messages';
import { Messages } from './messages';

/** The browser tab's title: what is on screen, then the product. Pages about one thing set its name themselves. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly messages = inject(Messages);
  private readonly key = signal<string | null>(null);
  private readonly name = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const words = this.name() ?? (key !== null && hasMessage(key) ? this.messages.t(key) : null);
      const product = this.messages.t('shell.product');
      this.title.setTitle(words ? `${words} – ${product}` : product);
    });
  }

  /** Names the page after what it shows, such as a report; it holds until the address changes. */
  show(name: string): void {
    this.name.set(name);
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    let route = snapshot.root;
    while (route.firstChild) route = route.firstChild;
    const key: unknown = route.data['title'];
    this.name.set(null);
    this.key.set(typeof key === 'string' ? key : null);
  }
}
