import { inject, Injectable } from '@angular/core';
import { isNamedLevel, type Channel, type QueryLevel, type RowKind } from '@tallysheet/contract';
import { kindAt } from '@tallysheet/report-model';
import { Messages } from '../../core/messages';

/** Says what the rows of a sheet are, as a heading, within a sentence, and counted. */
@Injectable({ providedIn: 'root' })
export class RowWords {
  private readonly messages = inject(Messages);

  name(level: QueryLevel, channel: Channel | null): string {
    if (isNamedLevel(level)) return this.messages.t(`level.${kindAt(level, channel)}`);
    const { attribute, unit, step } = level;
    if (unit) return this.messages.t('level.attribute.by-unit', { attribute, unit });
    return step === undefined ? attribute : this.messages.t('level.attribute.by-step', { attribute, step });
  }

  /** Such as "Program / recipient domain". */
  heading(levels: readonly QueryLevel[], channel: Channel | null): string {
    return levels.map((level, at) => (at === 0 ? this.name(level, channel) : this.within(level, channel))).join(' / ');
  }

  /** The name as it stands within a sentence; abbreviations keep their capitals. */
  within(level: QueryLevel, channel: Channel | null): string {
    // What people have called something stays as they did.
    if (!isNamedLevel(level)) return this.name(level, channel);
    return this.name(level, channel).replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
  }

  /** Such as "3 programs, 12 emails". */
  counts(counts: readonly { kind: RowKind; count: number }[]): string {
    return counts.map(({ kind, count }) => this.messages.t(`sheet.count.${kind}`, { count })).join(', ');
  }
}
