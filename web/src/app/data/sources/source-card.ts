import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, output } from '@angular/core';
import type { ProviderId, SourceKey, SourceState } from '@tallysheet/contract';
import { Formats } from '../../core/formats';
import { Icon } from '../../core/icon';
import { Messages } from '../../core/messages';
import { CopyButton } from './copy-button';
import { HourBars } from './hour-bars';
import { providerName } from './provider-names';
import { curlLine } from './test-event';

/** One sender: when it last sent, what came of it, its webhook addresses, and how to try it. */
@Component({
  selector: 'ts-source-card',
  imports: [CopyButton, HourBars, Icon],
  templateUrl: './source-card.html',
  styleUrl: './source-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SourceCard {
  readonly messages = inject(Messages);
  private readonly formats = inject(Formats);
  private readonly origin = inject(DOCUMENT).location.origin;

  readonly source = input.required<SourceState>();
  readonly now = input.required<number>();
  readonly tested = output<void>();
  readonly changed = output<SourceKey>();
  readonly revoked = output<SourceKey>();
  /** The old secret is to be accepted no longer. */
  readonly previousEnded = output<SourceKey>();

  readonly last = computed(() => {
    const { lastAt } = this.source();
    if (lastAt === null) return this.messages.t('data.sources.nothing-yet');
    return this.messages.t('data.sources.last', { when: this.formats.instant(lastAt) });
  });
  readonly figures = computed(() => {
    const { accepted, duplicates, rejected } = this.source();
    return [
      { label: this.messages.t('data.accepted'), value: this.formats.count(accepted), bad: false },
      { label: this.messages.t('data.duplicates'), value: this.formats.count(duplicates), bad: false },
      { label: this.messages.t('data.rejected'), value: this.formats.count(rejected), bad: rejected > 0 },
    ];
  });
  readonly curl = computed(() => curlLine(this.origin, this.source().name, new Date(this.now())));

  address(key: SourceKey): string | null {
    return key.path && this.origin + key.path;
  }

  providerName(id: ProviderId): string {
    return providerName(id, this.messages);
  }

  /** What proves that a call comes from the sender. */
  proof(key: SourceKey): string {
    if (!key.hasSecret) return this.messages.t('data.sources.unsigned');
    return this.messages.t(key.hasPreviousSecret ? 'data.sources.two-secrets' : 'data.sources.signed');
  }

  refused(key: SourceKey): string {
    return this.messages.t('data.sources.refused', { count: key.refused });
  }
}
