import { plainHeader, type AttributeType } from '@tallysheet/contract';
import { isBooleanWord, isEmptyCell, readAttributeValue } from './attribute-value';

/** Such numbers are names: they may begin with a zero or a plus, and nobody adds them up. */
const CODES = /phone|mobile|fax|zip|postal|postcode|telephone|portable/;
const QUESTION = /^([Ii]s|[Hh]as)(?=[A-Z\s._-])|^(IS|HAS)[\s._-]/;

/** What type of value a column holds, by the values seen so far. What may be several things, or anything, is text. */
export class TypeGuess {
  private seen = false;
  private saysYesOrNo: boolean;
  private readonly fits: { number: boolean; date: boolean; boolean: boolean };

  constructor(header: string) {
    const name = plainHeader(header).normalize('NFD').replace(/\p{M}/gu, '');
    this.fits = { number: !CODES.test(name), date: true, boolean: true };
    this.saysYesOrNo = QUESTION.test(header.trim());
  }

  see(cell: string): void {
    if (isEmptyCell(cell, null)) return;
    this.seen = true;
    this.saysYesOrNo ||= isBooleanWord(cell);
    for (const type of ['number', 'date', 'boolean'] as const) {
      this.fits[type] &&= readAttributeValue(type, cell) !== null;
    }
  }

  /** Null while nothing but empty cells was seen. */
  get type(): AttributeType | null {
    if (!this.seen) return null;
    if (this.fits.boolean && this.saysYesOrNo) return 'boolean';
    if (this.fits.number) return 'number';
    return this.fits.date ? 'date' : 'text';
  }
}
