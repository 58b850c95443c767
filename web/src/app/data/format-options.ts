import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, model } from '@angular/core';
import { PROVIDER_IDS, type ProviderId } from '@tallysheet/contract';
import { Messages } from '../core/messages';
import type { FormatChoice } from './detect-format';
import { providerOptions } from './sources/provider-names';

/** How the next files are to be read, and whether they are only to be tried. */
@Component({
  selector: 'ts-format-options',
  template: `
    <fieldset>
      <legend class="card-title">{{ messages.t('data.format') }}</legend>
      @for (option of options(); track option.id) {
        <label class="option">
          <input
            class="radio"
            type="radio"
            name="format"
            [value]="option.id"
            [checked]="format() === option.id"
            (change)="format.set(option.id)"
          />
          <span
            >{{ option.label }}<small>{{ option.hint }}</small></span
          >
        </label>
      }
      <label class="option">
        <input
          class="radio"
          type="radio"
          name="format"
          [value]="provider()"
          [checked]="format() === provider()"
          (change)="format.set(provider())"
        />
        <span>
          {{ messages.t('data.format.webhooks') }}<small>{{ messages.t('data.format.webhooks-hint') }}</small>
        </span>
      </label>
      @if (format() === provider()) {
        <div class="of">
          <select
            class="select"
            [attr.aria-label]="messages.t('data.sources.provider')"
            #chosen
            (change)="choose(chosen.value)"
          >
            @for (option of providers; track option.id) {
              <option [value]="option.id" [selected]="option.id === provider()">{{ option.name }}</option>
            }
          </select>
        </div>
      }
    </fieldset>
    <label class="option try">
      <span
        >{{ messages.t('data.dry-run') }}<small>{{ messages.t('data.dry-run-hint') }}</small></span
      >
      <input
        class="switch"
        type="checkbox"
        role="switch"
        [checked]="dryRun()"
        #dry
        (change)="dryRun.set(dry.checked)"
      />
    </label>
  `,
  styles: `
    :host {
      display: block;
    }
    .option {
      display: flex;
      gap: 10px;
      padding: 9px 18px;
      border-top: 1px solid var(--line-subtle);
      font-size: 13px;
      line-height: 18px;
      cursor: pointer;
    }
    .option > span {
      flex: 1;
      min-width: 0;
    }
    small {
      display: block;
      color: var(--text-subtle);
      font-size: 12px;
      line-height: 16px;
    }
    .radio {
      margin-top: 2px;
    }
    .of {
      padding: 0 18px 12px 44px;
    }
    .try {
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormatOptions {
  readonly format = model.required<FormatChoice>();
  readonly dryRun = model.required<boolean>();

  readonly messages = inject(Messages);
  readonly providers = providerOptions(this.messages);
  /** Whose webhook bodies are meant: the one that is chosen, or was. */
  readonly provider = linkedSignal<FormatChoice, ProviderId>({
    source: this.format,
    computation: (format, previous) => PROVIDER_IDS.find((id) => id === format) ?? previous?.value ?? 'sendgrid',
  });

  readonly options = computed<{ id: FormatChoice; label: string; hint: string }[]>(() => [
    { id: 'auto', label: this.messages.t('data.format.auto'), hint: this.messages.t('data.format.auto-hint') },
    {
      id: 'marketo-activities',
      label: this.messages.t('data.format.marketo-activities'),
      hint: this.messages.t('data.format.marketo-activities-hint'),
    },
    {
      id: 'marketo-assets',
      label: this.messages.t('data.format.marketo-assets'),
      hint: this.messages.t('data.format.marketo-assets-hint'),
    },
    {
      id: 'events',
      label: this.messages.t('data.format.events'),
      hint: this.messages.t('data.format.events-hint'),
    },
    {
      id: 'people',
      label: this.messages.t('data.format.people'),
      hint: this.messages.t('data.format.people-hint'),
    },
  ]);

  choose(id: string): void {
    this.format.set(PROVIDER_IDS.find((known) => known === id) ?? 'sendgrid');
  }
}
