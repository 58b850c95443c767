import { computed, type DestroyRef, Injectable, signal } from '@angular/core';
import { readStored, writeStored } from '../core/stored';

export const TREE_WIDTH = { least: 200, usual: 240, most: 400 } as const;
const STORED_WIDTH = 'tallysheet.tree-width';
const STORED_HIDDEN = 'tallysheet.tree-hidden';

/** How the frame stands: the tree's width, whether it is hidden, and whether it lies over the page as a drawer. */
@Injectable({ providedIn: 'root' })
export class ShellState {
  private readonly width = signal(storedWidth());
  private readonly hidden = signal(readStored(STORED_HIDDEN) === 'true');
  private readonly drawer = signal(false);
  private readonly narrow = followNarrow();
  private readonly pageBars = signal(0);

  readonly treeWidth = this.width.asReadonly();
  /** True where the tree has no room beside the page. */
  readonly isNarrow = this.narrow;
  readonly drawerOpen = computed(() => this.narrow() && this.drawer());
  readonly treeVisible = computed(() => (this.narrow() ? this.drawer() : !this.hidden()));

  /** True while a page has a bar of its own at the foot of a phone, for which the frame's gives way. */
  readonly pageHasBar = computed(() => this.pageBars() > 0);

  /** A page's own bar takes the place of the frame's for as long as it lives. */
  holdBar(destroyed: DestroyRef): void {
    this.pageBars.update((bars) => bars + 1);
    destroyed.onDestroy(() => this.pageBars.update((bars) => bars - 1));
  }

  setTreeWidth(px: number): void {
    const width = Math.round(Math.min(TREE_WIDTH.most, Math.max(TREE_WIDTH.least, px)));
    this.width.set(width);
    writeStored(STORED_WIDTH, String(width));
  }

  toggleTree(): void {
    if (this.narrow()) {
      this.drawer.update((open) => !open);
      return;
    }
    this.hidden.update((hidden) => !hidden);
    writeStored(STORED_HIDDEN, String(this.hidden()));
  }

  closeDrawer(): void {
    this.drawer.set(false);
  }
}

function storedWidth(): number {
  const stored = Number(readStored(STORED_WIDTH));
  return stored >= TREE_WIDTH.least && stored <= TREE_WIDTH.most ? stored : TREE_WIDTH.usual;
}

function followNarrow() {
  const query = globalThis.matchMedia?.('(max-width: 1023.98px)');
  const state = signal(query?.matches ?? false);
  query?.addEventListener('change', (event) => state.set(event.matches));
  return state.asReadonly();
}
