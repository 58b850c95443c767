import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LANGUAGES } from '@tallysheet/contract';
import { Session } from '../accounts/session';
import { Messages } from '../core/messages';
import { CONTRASTS, Theme, THEMES } from '../core/theme';
import { Segments } from './segments';

/** What holds at once and for this browser only: language, colours, contrast. */
@Component({
  selector: 'ts-device-settings',
  imports: [Segments],
  template: `
    <section class="card" aria-labelledby="device-title">
      <h2 class="card-title" id="device-title">{{ messages.t('settings.group.device') }}</h2>
      <p class="help">{{ messages.t('settings.device-help') }}</p>
      <div class="row">
        <span class="name">{{ messages.t('shell.language') }}</span>
        <ts-segments
          [label]="messages.t('shell.language')"
          [options]="languages"
          [keys]="languageKeys"
          [value]="messages.language()"
          (valueChange)="messages.setLanguage($event)"
        />
      </div>
      <div class="row">
        <span class="name">{{ messages.t('shell.theme') }}</span>
        <ts-segments
          [label]="messages.t('shell.theme')"
          [options]="themes"
          [keys]="themeKeys"
          [value]="theme.choice()"
          (valueChange)="theme.choose($event)"
        />
      </div>
      <div class="row">
        <span class="name">{{ messages.t('shell.contrast') }}</span>
        <ts-segments
          [label]="messages.t('shell.contrast')"
          [options]="contrasts"
          [keys]="contrastKeys"
          [value]="theme.contrastChoice()"
          (valueChange)="theme.chooseContrast($event)"
        />
      </div>
      @if (session.signedIn()) {
        <div class="row">
          <button type="button" class="btn" (click)="session.signOut()">{{ messages.t('shell.sign-out') }}</button>
        </div>
      }
    </section>
  `,
  styles: `
    .help {
      margin-top: -6px;
      padding: 0 18px 12px;
      color: var(--text-muted);
      font-size: 12.5px;
      line-height: 18px;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 8px 24px;
      padding: 10px 18px;
      border-top: 1px solid var(--line-subtle);
    }
    .name {
      font-size: 13px;
      font-weight: var(--weight-medium);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceSettings {
  readonly messages = inject(Messages);
  readonly theme = inject(Theme);
  readonly session = inject(Session);
  readonly languages = LANGUAGES;
  readonly themes = THEMES;
  readonly contrasts = CONTRASTS;
  readonly languageKeys = { en: 'shell.language.en', fr: 'shell.language.fr' } as const;
  readonly themeKeys = {
    system: 'shell.theme.system',
    light: 'shell.theme.light',
    dark: 'shell.theme.dark',
  } as const;
  readonly contrastKeys = {
    system: 'shell.contrast.system',
    standard: 'shell.contrast.standard',
    more: 'shell.contrast.more',
  } as const;
}
