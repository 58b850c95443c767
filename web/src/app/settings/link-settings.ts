import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import type { Settings } from '@tallysheet/contract';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import type { AliasRow } from './alias-rows';
import { DomainAliases } from './domain-aliases';
import { SettingRow } from './setting-row';
import { WordList } from './word-list';

/** Which addresses are one link, and which domains are one domain. */
@Component({
  selector: 'ts-link-settings',
  imports: [DomainAliases, Icon, SettingRow, WordList],
  template: `
    <section class="card" aria-labelledby="group-links">
      <h2 class="card-title" id="group-links">{{ messages.t('settings.group.links') }}</h2>
      @if (recounts()) {
        <p class="notice notice-warning recount" role="status">
          <ts-icon name="warning" />{{ messages.t('settings.recount-links') }}
        </p>
      }
      <ts-setting-row
        for="personal-parameters"
        [name]="messages.t('settings.personal-parameters')"
        [help]="messages.t('settings.personal-parameters-help')"
        [error]="linksError()"
      >
        <ts-word-list
          inputId="personal-parameters"
          describedBy="personal-parameters-help personal-parameters-hint"
          [placeholder]="messages.t('settings.personal-parameters-placeholder')"
          [words]="links().personalParameters"
          [invalid]="linksError() !== null"
          (wordsChange)="linksChange.emit({ personalParameters: $event })"
        />
        <p class="field-hint" id="personal-parameters-hint">{{ messages.t('settings.personal-parameters-hint') }}</p>
      </ts-setting-row>
      <ts-setting-row
        [wide]="true"
        [name]="messages.t('settings.aliases')"
        [help]="messages.t('settings.aliases-help')"
        [error]="domainsError()"
      >
        <ts-domain-aliases [rows]="aliasRows()" (rowsChange)="aliasRowsChange.emit($event)" />
      </ts-setting-row>
    </section>
  `,
  styles: `
    .recount {
      margin: 2px 18px 14px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkSettings {
  readonly links = input.required<Settings['links']>();
  readonly linksError = input<string | null>(null);
  readonly aliasRows = input.required<readonly AliasRow[]>();
  readonly domainsError = input<string | null>(null);
  /** Whether saving what is written recounts messages. */
  readonly recounts = input(false);
  readonly linksChange = output<Settings['links']>();
  readonly aliasRowsChange = output<readonly AliasRow[]>();

  readonly messages = inject(Messages);
}
