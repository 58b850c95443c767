import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { readStored, writeStored } from './stored';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const CONTRASTS = ['system', 'standard', 'more'] as const;
export type ContrastChoice = (typeof CONTRASTS)[number];

const STORED_THEME = 'tallysheet.theme';
const STORED_CONTRAST = 'tallysheet.contrast';
const DARK = '(prefers-color-scheme: dark)';
const MORE = '(prefers-contrast: more)';

/** Light or dark, usual or high contrast: the system's choice until the reader makes one for this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly systemDark = follow(DARK);
  private readonly systemMore = follow(MORE);
  private readonly theme = signal(storedTheme());
  private readonly contrast = signal(storedContrast());

  readonly choice = this.theme.asReadonly();
  readonly contrastChoice = this.contrast.asReadonly();
  readonly dark = computed(() => (this.theme() === 'system' ? this.systemDark() : this.theme() === 'dark'));
  readonly more = computed(() => (this.contrast() === 'system' ? this.systemMore() : this.contrast() === 'more'));

  constructor() {
    effect(() => paint(this.root, this.dark(), this.more()));
  }

  choose(theme: ThemeChoice): void {
    writeStored(STORED_THEME, theme === 'system' ? null : theme);
    this.theme.set(theme);
  }

  chooseContrast(contrast: ContrastChoice): void {
    writeStored(STORED_CONTRAST, contrast === 'system' ? null : contrast);
    this.contrast.set(contrast);
  }
}

/** Sets the colours before the application starts. */
export function paintStoredTheme(): void {
  const theme = storedTheme();
  const contrast = storedContrast();
  const dark = theme === 'system' ? matches(DARK) : theme === 'dark';
  const more = contrast === 'system' ? matches(MORE) : contrast === 'more';
  paint(document.documentElement, dark, more);
}

function paint(root: HTMLElement, dark: boolean, more: boolean): void {
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['contrast'] = more ? 'more' : 'standard';
}

function storedTheme(): ThemeChoice {
  const stored = readStored(STORED_THEME);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

function storedContrast(): ContrastChoice {
  const stored = readStored(STORED_CONTRAST);
  return CONTRASTS.find((contrast) => contrast === stored) ?? 'system';
}

function matches(query: string): boolean {
  return globalThis.matchMedia?.(query).matches ?? false;
}

function follow(query: string) {
  const state = signal(matches(query));
  globalThis.matchMedia?.(query).addEventListener('change', (event) => state.set(event.matches));
  return state.asReadonly();
}
