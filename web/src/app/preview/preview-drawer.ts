import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CellValue } from '@tallysheet/contract';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { PreviewContent } from './preview-content';
import { PreviewFacts } from './preview-facts';
import { PreviewFailed } from './preview-failed';
import { PreviewFigures } from './preview-figures';
import { PreviewedAsset } from './previewed-asset';

/** Where the email stands among those of the sheet, from 1. */
export interface PreviewPosition {
  index: number;
  count: number;
}

/**
 * An email beside its sheet, with its row's numbers. ↑ and ↓ go to the email before and after, Esc closes.
 * It stands as the last child of a flex row; below 1200 px it lies over the page, on a phone it is the page.
 */
@Component({
  selector: 'ts-preview-drawer',
  imports: [Icon, PreviewContent, PreviewFacts, PreviewFailed, PreviewFigures, RouterLink],
  providers: [PreviewedAsset],
  templateUrl: './preview-drawer.html',
  styleUrls: ['../core/side-panel.css', './preview-drawer.css'],
  host: {
    role: 'complementary',
    tabindex: '-1',
    '[attr.aria-label]': "messages.t('preview.label', { name: store.asset()?.name ?? '' })",
    '(keydown)': 'onKey($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewDrawer {
  readonly assetId = input.required<string>();
  readonly values = input<Record<string, CellValue> | null>(null);
  readonly position = input<PreviewPosition | null>(null);
  readonly closed = output<void>();
  readonly next = output<void>();
  readonly previous = output<void>();

  readonly messages = inject(Messages);
  readonly store = inject(PreviewedAsset);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const id = this.assetId();
      untracked(() => void this.store.load(id));
    });
    const before = document.activeElement;
    afterNextRender(() => this.host.focus({ preventScroll: true }));
    inject(DestroyRef).onDestroy(() => {
      const isInside = this.host.contains(document.activeElement) || document.activeElement === document.body;
      if (isInside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    });
  }

  get isFirst(): boolean {
    return (this.position()?.index ?? 1) <= 1;
  }

  get isLast(): boolean {
    const position = this.position();
    return !position || position.index >= position.count;
  }

  onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Escape') this.closed.emit();
    else if (scrollsItself(event.target)) return;
    else if (event.key === 'ArrowUp' && !this.isFirst) this.previous.emit();
    else if (event.key === 'ArrowDown' && !this.isLast) this.next.emit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function scrollsItself(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="document"]') !== null;
}
