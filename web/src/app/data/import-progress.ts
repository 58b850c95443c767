import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../core/formats';
import { Icon } from '../core/icon';
import { Messages } from '../core/messages';
import type { ImportJob } from './import-job';

const GUESS_AFTER_MS = 3000;

/** A file that is on its way in, or waits for its turn. */
@Component({
  selector: 'ts-import-progress',
  imports: [Icon],
  template: `
    <ts-icon name="file-up" [size]="18" />
    <div class="words">
      <div class="line">
        <b class="truncate" [title]="job().file.name">{{ job().file.name }}</b>
        @if (job().state === 'sending') {
          <span class="num">{{ percent() }}</span>
        }
      </div>
      @if (job().state === 'sending') {
        <div
          class="meter"
          role="progressbar"
          aria-valuemin="0"
          aria-valuemax="100"
          [attr.aria-valuenow]="share() * 100"
          [attr.aria-label]="job().file.name"
        >
          <i [style.width.%]="share() * 100"></i>
        </div>
      }
      <small class="num">{{ status() }}</small>
    </div>
    <button type="button" class="btn btn-sm" (click)="stopped.emit()">{{ messages.t('shell.cancel') }}</button>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 20px minmax(0, 1fr) auto;
      gap: 12px;
      align-items: center;
      padding: 14px 18px;
    }
    ts-icon {
      color: var(--icon-default);
    }
    .line {
      display: flex;
      justify-content: space-between;
      gap: 12px;
      font-size: 13px;
    }
    .meter {
      margin: 8px 0 6px;
    }
    .meter > i {
      transition: width var(--dur-2) linear;
    }
    small {
      display: block;
      color: var(--text-subtle);
      font-size: 12px;
      line-height: 16px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProgress {
  readonly job = input.required<ImportJob>();
  readonly stopped = output<void>();

  readonly messages = inject(Messages);
  private readonly formats = inject(Formats);

  readonly share = computed(() => {
    const { sentBytes, file } = this.job();
    return file.size === 0 ? 1 : Math.min(1, sentBytes / file.size);
  });
  readonly percent = computed(() => this.formats.rate(this.share(), 0));

  readonly status = computed(() => {
    const { state, file, sentBytes, rowsRead } = this.job();
    const size = this.formats.bytes(file.size);
    if (state === 'waiting') return this.messages.t('data.waiting', { size });
    const bytes = this.messages.t('data.bytes-of', { sent: this.formats.bytes(Math.min(sentBytes, file.size)), size });
    const rows = rowsRead === null ? null : this.messages.t('data.rows-so-far', { count: rowsRead });
    const left = this.share() < 1 ? this.timeLeft() : this.messages.t('data.counting');
    return [rows, bytes, left].filter((part) => part !== null).join(', ');
  });

  private timeLeft(): string | null {
    const share = this.share();
    const elapsed = Date.now() - this.job().startedAt;
    if (elapsed < GUESS_AFTER_MS || share < 0.01) return null;
    const seconds = Math.ceil((elapsed / share - elapsed) / 1000);
    return seconds < 90
      ? this.messages.t('data.seconds-left', { count: Math.max(5, Math.ceil(seconds / 5) * 5) })
      : this.messages.t('data.minutes-left', { count: Math.ceil(seconds / 60) });
  }
}
