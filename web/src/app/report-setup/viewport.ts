import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** Narrower than this the page is drawn for a phone. */
export const PHONE = '(max-width: 599.98px)';
/** A finger instead of a pointer: nothing can be hovered. */
export const TOUCH = '(pointer: coarse)';

/** Follows a media query for as long as its user lives. */
export function mediaMatches(query: string): Signal<boolean> {
  const list = globalThis.matchMedia?.(query);
  const matches = signal(list?.matches ?? false);
  const follow = (event: MediaQueryListEvent): void => matches.set(event.matches);
  list?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', follow));
  return matches.asReadonly();
}
