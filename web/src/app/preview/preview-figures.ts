import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CatalogueColumn, CellValue } from '@tallysheet/contract';
import { Catalogue } from '../core/catalogue';
import { Formats } from '../core/formats';
import { Messages } from '../core/messages';

const FIGURES = ['sent', 'deliveredRate', 'openRate', 'clicked', 'clickRate', 'clickToOpenRate'];

/** The six figures that say how an email did, as they stand in its row of the sheet. */
@Component({
  selector: 'ts-preview-figures',
  template: `
    @if (figures().length > 0) {
      <dl [attr.aria-label]="messages.t('preview.figures')">
        @for (figure of figures(); track figure.id) {
          <div [title]="figure.rule">
            <dt>{{ figure.label }}</dt>
            <dd class="num">{{ figure.text }}</dd>
          </div>
        }
      </dl>
    }
  `,
  styleUrl: './preview-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PreviewFigures {
  readonly values = input.required<Record<string, CellValue>>();

  readonly messages = inject(Messages);
  private readonly catalogue = inject(Catalogue);
  private readonly formats = inject(Formats);

  /** Those of the six that the sheet has a column for. */
  readonly figures = computed(() => {
    const columns = this.catalogue.types().flatMap((type) => type.columns);
    return FIGURES.flatMap((id) => {
      const value = this.values()[id];
      const column = columns.find((one) => one.id === id);
      return value === undefined || !column ? [] : [this.figure(column, value)];
    });
  });

  private figure({ id, label, rule, unit }: CatalogueColumn, value: CellValue) {
    return { id, label, rule, text: this.formats.value(value, unit) };
  }
}
