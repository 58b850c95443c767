import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { paintStoredTheme } from './app/core/theme';

// Before the first paint, so that a dark screen never flashes white.
paintStoredTheme();

void bootstrapApplication(App, appConfig);
