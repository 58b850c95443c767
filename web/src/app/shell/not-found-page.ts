import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Messages } from '../core/messages';
import { AppBar } from './app-bar';

/** An address that leads nowhere. */
@Component({
  selector: 'ts-not-found-page',
  imports: [AppBar, RouterLink],
  template: `
    <ts-app-bar [heading]="messages.t('shell.title.not-found')" />
    <div class="page-sheet">
      <div class="state">
        <h2 class="state-title">{{ messages.t('shell.not-found') }}</h2>
        <p class="state-text">{{ messages.t('shell.not-found-text') }}</p>
        <div class="state-actions">
          <a class="btn btn-filled" routerLink="/">{{ messages.t('shell.go-home') }}</a>
        </div>
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotFoundPage {
  readonly messages = inject(Messages);
}
