import { CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Session } from '../accounts/session';
import { Icon } from '../core/icon';
import type { IconName } from '../core/icons';
import { Messages } from '../core/messages';
import { CONTRASTS, Theme, THEMES, type ThemeChoice } from '../core/theme';

const ICONS: Record<ThemeChoice, IconName> = { system: 'monitor', light: 'sun', dark: 'moon' };

/** Light or dark, contrast, and the way out for who signed in. */
@Component({
  selector: 'ts-theme-menu',
  imports: [CdkMenu, CdkMenuGroup, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger, Icon],
  templateUrl: './theme-menu.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ThemeMenu {
  readonly messages = inject(Messages);
  readonly theme = inject(Theme);
  readonly session = inject(Session);
  readonly themes = THEMES;
  readonly contrasts = CONTRASTS;
  readonly icons = ICONS;
  readonly icon = computed<IconName>(() => (this.theme.dark() ? 'moon' : 'sun'));
}
