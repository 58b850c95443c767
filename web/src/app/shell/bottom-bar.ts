import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import { ShellState } from './shell-state';

/** On a phone, the way to the main places, within reach of the thumb. */
@Component({
  selector: 'ts-bottom-bar',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav [attr.aria-label]="messages.t('shell.main-navigation')">
      <a
        routerLink="/"
        #home="routerLinkActive"
        routerLinkActive
        [routerLinkActiveOptions]="{ exact: true }"
        [class.on]="home.isActive && !shell.drawerOpen()"
        [attr.aria-current]="home.isActive ? 'page' : null"
        (click)="shell.closeDrawer()"
      >
        <ts-icon name="report" [size]="20" />{{ messages.t('shell.reports') }}
      </a>
      <button
        type="button"
        [class.on]="shell.drawerOpen()"
        [attr.aria-expanded]="shell.drawerOpen()"
        (click)="shell.toggleTree()"
      >
        <ts-icon name="layers" [size]="20" />{{ messages.t('shell.programs') }}
      </button>
      <a
        routerLink="/data"
        #data="routerLinkActive"
        routerLinkActive
        [class.on]="data.isActive && !shell.drawerOpen()"
        [attr.aria-current]="data.isActive ? 'page' : null"
        (click)="shell.closeDrawer()"
      >
        <ts-icon name="database" [size]="20" />{{ messages.t('shell.data') }}
      </a>
      <a
        routerLink="/settings"
        #settings="routerLinkActive"
        routerLinkActive
        [class.on]="settings.isActive && !shell.drawerOpen()"
        [attr.aria-current]="settings.isActive ? 'page' : null"
        (click)="shell.closeDrawer()"
      >
        <ts-icon name="settings" [size]="20" />{{ messages.t('shell.settings') }}
      </a>
    </nav>
  `,
  styles: `
    nav {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      height: 64px;
      padding-bottom: 6px;
      border-top: 1px solid var(--line-subtle);
      background: var(--surface-sheet);
    }
    nav > * {
      display: flex;
      flex-direction: column;
      align-items: center;
      justify-content: center;
      gap: 3px;
      color: var(--text-muted);
      font-size: 11.5px;
      line-height: 14px;
      font-weight: var(--weight-medium);
    }
    ts-icon {
      color: var(--icon-default);
    }
    nav > .on,
    .on ts-icon {
      color: var(--accent-text);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BottomBar {
  readonly messages = inject(Messages);
  readonly shell = inject(ShellState);
}
