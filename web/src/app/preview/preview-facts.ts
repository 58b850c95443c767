import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Asset } from '@tallysheet/contract';
import { Messages } from '../core/messages';

/** What a reader's inbox shows of an email: subject, sender, preheader. */
@Component({
  selector: 'ts-preview-facts',
  template: `
    <dl>
      @for (fact of facts(); track fact.label) {
        <dt>{{ fact.label }}</dt>
        <dd [class.subject]="fact.strong" [class.unknown]="!fact.value">
          {{ fact.value ?? messages.t('preview.unknown') }}
        </dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(72px, max-content) minmax(0, 1fr);
      column-gap: 12px;
      font-size: 12.5px;
      line-height: 20px;
    }
    dt,
    .unknown {
      color: var(--text-subtle);
    }
    dd {
      overflow-wrap: anywhere;
    }
    .subject:not(.unknown) {
      font-weight: var(--weight-semibold);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewFacts {
  readonly asset = input.required<Asset>();
  readonly messages = inject(Messages);

  readonly facts = computed(() => {
    const asset = this.asset();
    if (asset.channel !== 'email') return [];
    return [
      { label: this.messages.t('preview.subject'), value: asset.subject, strong: true },
      { label: this.messages.t('preview.from'), value: sender(asset), strong: false },
      ...(asset.replyTo && asset.replyTo !== asset.fromEmail
        ? [{ label: this.messages.t('preview.reply-to'), value: asset.replyTo, strong: false }]
        : []),
      ...(asset.preheader
        ? [{ label: this.messages.t('preview.preheader'), value: asset.preheader, strong: false }]
        : []),
    ];
  });
}

function sender({ fromName, fromEmail }: Asset): string | null {
  if (fromName && fromEmail) return `${fromName} <${fromEmail}>`;
  return fromName ?? fromEmail;
}
