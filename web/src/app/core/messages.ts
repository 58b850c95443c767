import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { type Language, LANGUAGES } from '@tallysheet/contract';
import { format, type MessageKey, type MessageParams } from '@tallysheet/messages';
import { readStored, writeStored } from './stored';

const STORED = 'tallysheet.language';

/** The texts of the screen in the reader's language: the one they chose, else the workspace's. */
@Injectable({ providedIn: 'root' })
export class Messages {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<Language | null>(asLanguage(readStored(STORED)));
  private readonly workspaces = signal<Language>(browserLanguage());

  readonly language = computed<Language>(() => this.chosen() ?? this.workspaces());

  constructor() {
    effect(() => this.document.documentElement.setAttribute('lang', this.language()));
  }

  /** The text of a key. It reads the language signal, so that a template follows a change of language. */
  t(key: MessageKey, params?: MessageParams): string {
    return format(this.language(), key, params);
  }

  /** Chooses the language for this browser, whatever the workspace's is. */
  setLanguage(language: Language): void {
    writeStored(STORED, language);
    this.chosen.set(language);
  }

  /** Takes over the workspace's language, which holds until the reader chooses one. */
  followWorkspace(language: Language): void {
    this.workspaces.set(language);
  }
}

function asLanguage(value: string | null): Language | null {
  return LANGUAGES.find((language) => language === value) ?? null;
}

function browserLanguage(): Language {
  return asLanguage(globalThis.navigator?.language?.slice(0, 2) ?? null) ?? 'en';
}
