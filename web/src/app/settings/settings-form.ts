import { computed, signal, type Signal } from '@angular/core';
import type { Settings, SettingsAnswer, SettingsPatch } from '@tallysheet/contract';
import type { MessageKey } from '@tallysheet/messages';
import { type AliasRow, aliasesOf, aliasProblems, rowsOf } from './alias-rows';

const FIELDS = [
  'workspaceName',
  'timeZone',
  'weekStart',
  'language',
  'repeatSends',
  'repeatKey',
  'softBounce',
  'bots',
  'links',
  'domains',
] as const satisfies readonly (keyof Settings)[];

/** Settings that decide how messages are counted: a change of one recounts what is counted already. */
const COUNTING: readonly (keyof Settings)[] = ['repeatSends', 'repeatKey', 'softBounce', 'bots'];
const LONGEST_NAME = 255;
const MOST_PARAMETERS = 200;
const LONGEST_PARAMETER = 128;
const MOST_ALIASES = 1000;

/** The settings as they are being edited, beside the saved ones. */
export class SettingsForm {
  private readonly saved = signal<Settings | null>(null);
  private readonly edited = signal<Settings | null>(null);
  private readonly rows = signal<readonly AliasRow[]>([]);

  /** Null until the saved settings are there. */
  readonly draft: Signal<Settings | null> = this.edited.asReadonly();
  /** The domain aliases as they are being written, half-written ones included. */
  readonly aliasRows = this.rows.asReadonly();

  /** What differs from the saved settings, as the server takes it. */
  readonly changes = computed<SettingsPatch>(() => {
    const saved = this.saved();
    const edited = this.edited();
    if (!saved || !edited) return {};
    const changed = FIELDS.filter((field) => JSON.stringify(saved[field]) !== JSON.stringify(edited[field]));
    const kept = changed.filter((field) => field !== 'repeatKey' || edited.repeatSends === 'separate');
    return Object.fromEntries(kept.map((field) => [field, edited[field]]));
  });
  readonly dirty = computed(() => Object.keys(this.changes()).length > 0);
  readonly recounts = computed(() => COUNTING.some((field) => field in this.changes()));
  readonly recountsLinks = computed(() => 'links' in this.changes());

  /** What is wrong with a field, by field. */
  readonly errors = computed<Partial<Record<keyof Settings, MessageKey>>>(() => {
    const name = this.edited()?.workspaceName.trim();
    const zone = this.edited()?.timeZone;
    const parameters = this.edited()?.links.personalParameters ?? [];
    const isTooMuch =
      parameters.length > MOST_PARAMETERS || parameters.some((parameter) => parameter.length > LONGEST_PARAMETER);
    const tooManyAliases = this.rows().length > MOST_ALIASES;
    return {
      ...(name === '' ? { workspaceName: 'settings.workspace-name-missing' } : {}),
      ...(name && name.length > LONGEST_NAME ? { workspaceName: 'settings.workspace-name-long' } : {}),
      ...(zone === '' ? { timeZone: 'settings.time-zone-unknown' } : {}),
      ...(isTooMuch ? { links: 'settings.personal-parameters-limit' } : {}),
      ...(tooManyAliases ? { domains: 'settings.aliases-too-many' } : {}),
    };
  });
  readonly valid = computed(
    () => Object.keys(this.errors()).length === 0 && aliasProblems(this.rows()).every((problem) => problem === null),
  );

  /** Starts over from what the server has. */
  reset(answer: SettingsAnswer): void {
    const { rebuilding: _, ...settings } = answer;
    this.saved.set(settings);
    this.discard();
  }

  discard(): void {
    const saved = this.saved();
    this.edited.set(saved);
    this.rows.set(rowsOf(saved?.domains.aliases ?? {}));
  }

  set<K extends keyof Settings>(field: K, value: Settings[K]): void {
    const edited = this.edited();
    if (edited) this.edited.set({ ...edited, [field]: value });
  }

  setAliasRows(rows: readonly AliasRow[]): void {
    this.rows.set(rows);
    this.set('domains', { aliases: aliasesOf(rows) });
  }
}
