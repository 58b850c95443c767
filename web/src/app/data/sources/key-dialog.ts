import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { PROVIDER_IDS, UNSIGNED_PROVIDERS, type ProviderId, type SourceKey } from '@tallysheet/contract';
import { Api } from '../../core/api';
import { DialogFrame } from '../../core/dialog/dialog-frame';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { ProblemText } from '../../core/problem-text';
import { providerOptions } from './provider-names';

/** Asks for the sender and its secret, and makes a webhook address; or gives an address that there is a new secret. */
@Component({
  selector: 'ts-key-dialog',
  imports: [DialogFrame, Icon],
  templateUrl: './key-dialog.html',
  styleUrl: './key-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyDialog {
  private readonly api = inject(Api);
  private readonly problems = inject(ProblemText);
  readonly messages = inject(Messages);
  readonly dialog = inject<DialogRef<SourceKey>>(DialogRef);
  /** The address that gets a new secret; null to make one. */
  readonly key = inject<SourceKey | null>(DIALOG_DATA);

  readonly providers = providerOptions(this.messages);
  readonly provider = signal<ProviderId>(this.key?.provider ?? 'sendgrid');
  readonly source = signal('');
  readonly secret = signal('');
  readonly tried = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(null);

  readonly mayBeUnsigned = computed(() => UNSIGNED_PROVIDERS.some((id) => id === this.provider()));
  readonly hint = computed(() => this.messages.t(`data.sources.secret.${this.provider()}`));
  readonly secretError = computed(() => {
    const missing = this.tried() && this.secret().trim() === '' && (this.key !== null || !this.mayBeUnsigned());
    return missing ? this.messages.t('data.sources.secret-missing') : null;
  });
  readonly sourceError = computed(() => {
    const name = this.source().trim();
    return this.tried() && name !== '' && !/^[\w.-]{1,64}$/.test(name)
      ? this.messages.t('data.sources.name-bad')
      : null;
  });
  readonly otherError = computed(() => (this.problem() ? this.problems.of(this.problem()) : null));

  choose(id: string): void {
    this.provider.set(PROVIDER_IDS.find((known) => known === id) ?? 'sendgrid');
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.secretError() || this.sourceError() || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      this.dialog.close(await this.send());
    } catch (error) {
      this.problem.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  private send(): Promise<SourceKey> {
    const secret = this.secret().trim() || undefined;
    if (this.key) return this.api.updateSourceKey(this.key.id, { secret });
    return this.api.createSourceKey({ provider: this.provider(), source: this.source().trim() || undefined, secret });
  }
}
