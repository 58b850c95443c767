import type { CanDeactivateFn } from '@angular/router';
import type { SettingsPage } from './settings-page';

/** Asks before unsaved settings are left. */
export const maySettingsBeLeft: CanDeactivateFn<SettingsPage> = (page) => page.mayLeave();
