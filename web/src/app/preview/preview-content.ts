import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Asset } from '@tallysheet/contract';
import { Api } from '../core/api';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { MailFrame } from './mail-frame';

const VIEWS = [
  { id: 'desktop', icon: 'monitor' },
  { id: 'phone', icon: 'smartphone' },
  { id: 'text', icon: null },
] as const;
export type PreviewView = (typeof VIEWS)[number]['id'];

/** The content of an email, as a wide screen, a phone or a reader of plain text shows it. */
@Component({
  selector: 'ts-preview-content',
  imports: [Icon, MailFrame, RouterLink],
  templateUrl: './preview-content.html',
  styleUrl: './preview-content.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewContent {
  readonly asset = input.required<Asset>();

  readonly messages = inject(Messages);
  private readonly api = inject(Api);

  /** Which views there is something for. */
  readonly views = computed(() => {
    const { hasHtml, text } = this.asset();
    return VIEWS.filter(({ id }) => (id === 'text' ? text !== null : hasHtml));
  });
  /** Stays while one goes from email to email. */
  private readonly chosen = signal<PreviewView>(isPhone() ? 'phone' : 'desktop');
  readonly view = computed(() => {
    const views = this.views();
    return (views.find(({ id }) => id === this.chosen()) ?? views[0])?.id ?? null;
  });

  /** Asked for anew for each email: to allow one sender's pictures is not to allow all. */
  readonly remoteAllowed = linkedSignal({ source: () => this.asset().id, computation: () => false });
  readonly address = computed(() => this.api.previewUrl(this.asset().id, { pictures: this.remoteAllowed() }));

  choose(view: PreviewView): void {
    this.chosen.set(view);
  }
}

function isPhone(): boolean {
  return globalThis.matchMedia?.('(max-width: 599.98px)').matches ?? false;
}
