import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { LANGUAGES } from '@tallysheet/contract';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';

/** The reader's language, switched for this browser. */
@Component({
  selector: 'ts-language-menu',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  template: `
    <button type="button" class="language" [cdkMenuTriggerFor]="menu" [title]="messages.t('shell.language')">
      <span class="visually-hidden">{{ messages.t('shell.language') }}</span>
      {{ messages.language() }}
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @for (language of languages; track language) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [attr.lang]="language"
            [cdkMenuItemChecked]="messages.language() === language"
            (cdkMenuItemTriggered)="messages.setLanguage(language)"
          >
            {{ messages.t(names[language]) }}
            <ts-icon class="menu-tick" name="check" [size]="14" />
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .language {
      min-width: 30px;
      height: 26px;
      border-radius: var(--radius-sm);
      box-shadow: inset 0 0 0 1px var(--line-strong);
      color: var(--text-muted);
      font-size: 11.5px;
      font-weight: var(--weight-semibold);
      text-transform: uppercase;
    }
    .language:hover {
      background: var(--surface-hover);
    }
    .language:focus-visible {
      box-shadow: var(--focus-ring);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LanguageMenu {
  readonly messages = inject(Messages);
  readonly languages = LANGUAGES;
  readonly names = { en: 'shell.language.en', fr: 'shell.language.fr' } as const;
}
