import { DOCUMENT } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../core/api';
import { readStored, writeStored } from '../core/stored';

const STORED = 'tallysheet.signed-in';

/** Signing in and out where the installation asks for it; the cookie itself is out of the page's reach. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly document = inject(DOCUMENT);
  private readonly entered = signal(readStored(STORED) === 'true');

  /** True in a browser that signed in: only there is something to sign out of. */
  readonly signedIn = this.entered.asReadonly();

  async signIn(token: string): Promise<void> {
    await this.api.signIn(token);
    writeStored(STORED, 'true');
    this.entered.set(true);
  }

  /** Signs out and starts the page anew, so that nothing of the workspace stays in memory. */
  async signOut(): Promise<void> {
    await this.api.signOut();
    writeStored(STORED, null);
    this.document.location.assign('/sign-in');
  }
}
