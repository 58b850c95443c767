import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { LanguageMenu } from './language-menu';
import { ShellState } from './shell-state';
import { ThemeMenu } from './theme-menu';

/** One step of the way to a page; without a link it only says where the page belongs. */
export interface Crumb {
  label: string;
  link?: string;
}

/**
 * The top of every page: where it belongs, its title, and its tools.
 * Content: `titleExtras` stands beside the title (a badge, a button), `actions` at the right before language and colours.
 * A page that edits its title in place hands in `titleEditor` and sets `editing`.
 */
@Component({
  selector: 'ts-app-bar',
  imports: [Icon, LanguageMenu, RouterLink, ThemeMenu],
  templateUrl: './app-bar.html',
  styleUrl: './app-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppBar {
  readonly heading = input.required<string>();
  readonly crumbs = input<readonly Crumb[]>([]);
  readonly editing = input(false);

  readonly messages = inject(Messages);
  readonly shell = inject(ShellState);
}
