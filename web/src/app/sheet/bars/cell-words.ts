import { inject, Injectable } from '@angular/core';
import { Formats } from '../../core/formats';
import type { CellFacts } from '../model/cell-facts';
import { isChange } from '../model/compared-columns';

/** Writes the facts of a cell as the reader's language writes them, with instants in one zone. */
@Injectable({ providedIn: 'root' })
export class CellWords {
  private readonly formats = inject(Formats);

  in(timeZone: string) {
    return {
      /** The two whole numbers of a rate, or the count itself; nothing for words and instants. */
      numbers: ({ parts, value, column }: CellFacts): string | null => {
        if (parts) return `${this.formats.count(parts.of)} ÷ ${this.formats.count(parts.over)}`;
        return column?.unit === 'count' && typeof value === 'number' ? this.formats.count(value) : null;
      },
      exact: ({ value, column }: CellFacts): string =>
        value === undefined ? '' : this.formats.exact(value, column?.unit ?? 'text', timeZone),
      shown: ({ value, column }: CellFacts): string => {
        if (value === undefined) return '';
        if (column && isChange(column)) return this.formats.change(value, column.unit);
        return this.formats.value(value, column?.unit ?? 'text', timeZone);
      },
    };
  }
}
