import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { LANGUAGES, REPEAT_KEYS, REPEAT_SENDS, type Settings, SOFT_BOUNCE, WEEK_STARTS } from '@tallysheet/contract';
import { Api } from '../core/api';
import { ApiProblem } from '../core/api-problem';
import { Dialogs } from '../core/dialog/dialogs';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ProblemText } from '../core/problem-text';
import { Toasts } from '../core/toasts';
import { WorkspaceStore } from '../core/workspace';
import { AppBar } from '../shell/app-bar';
import type { AliasRow } from './alias-rows';
import { DeviceSettings } from './device-settings';
import { LinkSettings } from './link-settings';
import { Rebuilding } from './rebuilding';
import { Segments } from './segments';
import { SettingRow } from './setting-row';
import { SettingsForm } from './settings-form';
import { TimeZoneField } from './time-zone-field';

const PROXIMITY = [0, 1, 2, 3] as const;

/** The workspace's settings: each says what changing it does, nothing holds before it is saved. */
@Component({
  selector: 'ts-settings-page',
  imports: [AppBar, DeviceSettings, Icon, LinkSettings, Segments, SettingRow, TimeZoneField],
  providers: [Rebuilding],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: { '(window:beforeunload)': 'warn($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly api = inject(Api);
  private readonly dialogs = inject(Dialogs);
  private readonly problems = inject(ProblemText);
  private readonly toasts = inject(Toasts);
  private readonly workspace = inject(WorkspaceStore);
  readonly messages = inject(Messages);
  readonly rebuilding = inject(Rebuilding);

  readonly languages = LANGUAGES;
  readonly weekStarts = WEEK_STARTS;
  readonly repeatSends = REPEAT_SENDS;
  readonly repeatKeys = REPEAT_KEYS;
  readonly softBounces = SOFT_BOUNCE;
  readonly proximities = PROXIMITY;
  readonly languageKeys = { en: 'shell.language.en', fr: 'shell.language.fr' } as const;
  readonly weekStartKeys = {
    monday: 'settings.week-start.monday',
    saturday: 'settings.week-start.saturday',
    sunday: 'settings.week-start.sunday',
  } as const;

  readonly form = new SettingsForm();
  readonly loadFailure = signal<string | null>(null);
  readonly saving = signal(false);
  private readonly saveFailure = signal<unknown>(null);
  /** What the server found wrong with one field, else with all of it. */
  readonly refusal = computed(() => {
    const problem = this.saveFailure();
    if (!problem) return null;
    const field = problem instanceof ApiProblem ? problem.path?.split('.')[0] : undefined;
    const zone = problem instanceof ApiProblem && problem.code === 'unknown-time-zone';
    return { field: zone ? 'timeZone' : field, text: this.problems.of(problem) };
  });
  readonly crumbs = computed(() => (this.workspace.name() ? [{ label: this.workspace.name(), link: '/' }] : []));

  constructor() {
    void this.load();
    this.rebuilding.whenDone(() => this.toasts.show({ text: this.messages.t('settings.rebuilt') }));
    inject(DestroyRef).onDestroy(() => this.rebuilding.stop());
  }

  async load(): Promise<void> {
    this.loadFailure.set(null);
    try {
      const answer = await this.api.settings();
      this.workspace.setSettings(answer);
      this.form.reset(answer);
      this.rebuilding.follow(answer);
    } catch (error) {
      this.loadFailure.set(this.problems.of(error));
    }
  }

  set<K extends keyof Settings>(field: K, value: Settings[K]): void {
    this.saveFailure.set(null);
    this.form.set(field, value);
  }

  setAliasRows(rows: readonly AliasRow[]): void {
    this.saveFailure.set(null);
    this.form.setAliasRows(rows);
  }

  chooseRepeatKey(value: string): void {
    const key = REPEAT_KEYS.find((option) => option === value);
    if (key) this.set('repeatKey', key);
  }

  /** The text under a field: what is wrong with it, else null. */
  errorOf(field: keyof Settings): string | null {
    const key = this.form.errors()[field];
    if (key) return this.messages.t(key);
    return this.refusal()?.field === field ? (this.refusal()?.text ?? null) : null;
  }

  /** What went wrong with saving that belongs to no field on the page. */
  readonly generalError = computed(() => {
    const refusal = this.refusal();
    const draft = this.form.draft();
    return refusal && !(refusal.field && draft && refusal.field in draft) ? refusal.text : null;
  });

  async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.form.dirty() || !this.form.valid() || this.saving()) return;
    this.saving.set(true);
    this.saveFailure.set(null);
    try {
      const answer = await this.api.updateSettings(this.form.changes());
      this.workspace.setSettings(answer);
      this.form.reset(answer);
      this.rebuilding.follow(answer);
      this.toasts.show({ text: this.messages.t('settings.saved') });
    } catch (error) {
      this.saveFailure.set(error);
    } finally {
      this.saving.set(false);
    }
  }

  discard(): void {
    this.saveFailure.set(null);
    this.form.discard();
  }

  /** Whether the page may be left; unsaved changes ask first. */
  async mayLeave(): Promise<boolean> {
    if (!this.form.dirty()) return true;
    return this.dialogs.confirm({
      title: this.messages.t('settings.leave-title'),
      text: this.messages.t('settings.leave-text'),
      confirm: this.messages.t('settings.leave-action'),
      danger: true,
    });
  }

  warn(event: BeforeUnloadEvent): void {
    if (this.form.dirty()) event.preventDefault();
  }
}
