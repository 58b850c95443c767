import { inject, Injectable } from '@angular/core';
import type { Channel, RowKind, RowLevel } from '@tallysheet/contract';
import { kindAt } from '@tallysheet/report-model';
import { Messages } from '../../core/messages';

/** Says what the rows of a sheet are, as a heading, within a sentence, and counted. */
@Injectable({ providedIn: 'root' })
export class RowWords {
  private readonly messages = inject(Messages);

  name(level: RowLevel, channel: Channel | null): string {
    return this.messages.t(`level.${kindAt(level, channel)}`);
  }

  /** Such as "Program / recipient domain". */
  heading(levels: readonly RowLevel[], channel: Channel | null): string {
    return levels.map((level, at) => (at === 0 ? this.name(level, channel) : this.within(level, channel))).join(' / ');
  }

  /** The name as it stands within a sentence; abbreviations keep their capitals. */
  within(level: RowLevel, channel: Channel | null): string {
    return this.name(level, channel).replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
  }

  /** Such as "3 programs, 12 emails". */
  counts(counts: readonly { kind: RowKind; count: number }[]): string {
    return counts.map(({ kind, count }) => this.messages.t(`sheet.count.${kind}`, { count })).join(', ');
  }
}
