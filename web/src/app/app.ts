import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { ToastHost } from './core/toast-host';

/** The window: the page of the current address, and the toast above it. */
@Component({
  selector: 'ts-root',
  imports: [RouterOutlet, ToastHost],
  template: '<router-outlet /><ts-toast-host />',
  styles: ':host { display: block; height: 100%; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
