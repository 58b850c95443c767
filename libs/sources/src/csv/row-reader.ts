import type { RejectCode } from '@tallysheet/contract';
import { RAW_LIMIT, ROW_LIMIT, type CsvRow } from './csv-row';
import { lineEndAfter, lineTextEnd, RecordScanner } from './record-scanner';

/** Lines that could not be read, gathered until the next line that is a good row, or plainly a row of its own. */
interface BrokenRow {
  line: number;
  lines: number;
  raw: string;
  code: RejectCode;
  detail: string;
  /** The beginning of the quoted field left open at the end of the first line, or null. */
  openField: string | null;
}

/**
 * Splits text into rows of a known width, in pieces of any size, with memory for one row (at most {@link ROW_LIMIT}).
 *
 * Whatever is valid CSV of the right width is a row. After a row that is not, reading goes on at the very next
 * physical line: lines that are no row by themselves belong to the broken one, until a line begins a row of the right
 * width. So a lost quote costs its own row, not the rows it seems to swallow.
 */
export class RowReader {
  private readonly scanner: RecordScanner;
  private text = '';
  private at = 0;
  private broken: BrokenRow | null = null;
  /** Inside a line that is too long to be kept: everything up to its end is left out. */
  private skipping = false;
  private endedEarly = false;
  private rows: CsvRow[] = [];

  constructor(
    delimiter: string,
    private readonly width: number,
    private line: number,
  ) {
    this.scanner = new RecordScanner(delimiter);
  }

  push(text: string): CsvRow[] {
    return this.read(text, false, null);
  }

  /**
   * The last piece. `cut` says why the file ends too early, if that is known: then a last line without line end is not
   * trusted, and there is always one row `file-ends-early`.
   */
  finish(text: string, cut: string | null): CsvRow[] {
    const rows = this.read(text, true, cut);
    if (this.broken) this.closeBroken(false, rows);
    if (cut !== null && !this.endedEarly) {
      rows.push({ line: this.line, raw: '', values: [], fault: { code: 'file-ends-early', detail: cut } });
    }
    return rows;
  }

  private read(text: string, isWhole: boolean, cut: string | null): CsvRow[] {
    this.text = this.text.slice(this.at) + text;
    this.at = 0;
    this.rows = [];
    while (this.at < this.text.length) {
      const moved = this.skipping ? this.skipLine(isWhole) : this.readRow(isWhole, cut);
      if (!moved) break;
    }
    return this.rows;
  }

  /** Takes the row, or the broken line, at the current place; false if more text is needed. */
  private readRow(isWhole: boolean, cut: string | null): boolean {
    const { scanner, text, at } = this;
    const outcome = scanner.scan(text, at, isWhole);
    if (outcome === 'more') return text.length - at > ROW_LIMIT && this.breakRow('row-too-large', tooLarge(), isWhole);
    if (outcome === 'unclosed-quote') {
      return this.endsWithLineEnd()
        ? this.breakRow('unclosed-quote', this.excerpt(scanner.fieldStart), isWhole)
        : this.breakRow('file-ends-early', cut ?? this.excerpt(scanner.fieldStart), isWhole);
    }
    if (outcome === 'bad-quote') return this.breakRow('bad-quote', this.excerpt(scanner.fieldStart), isWhole);
    if (scanner.end - at > ROW_LIMIT) return this.breakRow('row-too-large', tooLarge(), isWhole);
    // A line that the cut went through may look like a row and yet lack digits of its last value.
    if (cut !== null && scanner.end === scanner.textEnd) return this.breakRow('file-ends-early', cut, isWhole);

    const found = scanner.values.length;
    if (found === this.width) return this.takeRow();
    if (found === 1 && text.slice(at, scanner.textEnd).trim() === '' && !this.broken) return this.pass();
    return this.breakRow(found < this.width ? 'row-too-short' : 'row-too-long', `${found} / ${this.width}`, isWhole);
  }

  private takeRow(): true {
    if (this.broken) this.closeBroken(true, this.rows);
    const raw = this.text.slice(this.at, Math.min(this.scanner.textEnd, this.at + RAW_LIMIT));
    this.rows.push({ line: this.line, raw, values: this.scanner.values, fault: null });
    return this.pass();
  }

  private pass(): true {
    this.line += this.scanner.lines;
    this.at = this.scanner.end;
    return true;
  }

  /** Gives up on the physical line at the current place; false if its end is not there yet. */
  private breakRow(code: RejectCode, detail: string, isWhole: boolean): boolean {
    const { scanner, text, at } = this;
    const stop = lineTextEnd(text, at);
    const next = lineEndAfter(text, stop);
    const isLast = stop === text.length;
    if (!isWhole && isLast && next - at <= ROW_LIMIT) return false;
    if (!isWhole && !isLast && next === text.length && text.endsWith('\r')) return false;

    if (this.broken && scanner.columnsOnFirstLine >= this.width) this.closeBroken(true, this.rows);
    // Rather go on in another broken row than not keep the text.
    const goesOn = this.broken !== null && this.broken.raw.length + stop - at > RAW_LIMIT;
    if (goesOn) this.closeBroken(false, this.rows);
    this.broken ??= {
      line: this.line,
      lines: 0,
      raw: '',
      code,
      detail,
      openField: scanner.openAtLineEnd < 0 ? null : this.excerpt(scanner.openAtLineEnd),
    };
    this.broken.raw += text.slice(at, Math.min(next, at + RAW_LIMIT));
    this.broken.lines++;
    const isAlone = this.broken.lines === 1 && scanner.lines === 1 && !goesOn;
    this.skipping = isLast && !isWhole;
    if (!this.skipping) this.line++;
    this.at = next;
    // A ragged row whose quotes are in order needs no company: what follows stands for itself.
    if (isAlone && isRagged(code)) this.closeBroken(false, this.rows);
    return true;
  }

  private skipLine(isWhole: boolean): boolean {
    const stop = lineTextEnd(this.text, this.at);
    const next = lineEndAfter(this.text, stop);
    if (!isWhole && stop < this.text.length && next === this.text.length && this.text.endsWith('\r')) return false;
    this.at = next;
    if (stop < this.text.length || isWhole) {
      this.skipping = false;
      this.line++;
    }
    return true;
  }

  /** `resumed` says that a good row, or another broken one, begins right behind. */
  private closeBroken(resumed: boolean, rows: CsvRow[]): void {
    const broken = this.broken;
    if (!broken) return;
    this.broken = null;
    const swallowed = resumed && broken.openField !== null && (broken.lines === 1 || broken.code === 'file-ends-early');
    const code = swallowed ? 'unclosed-quote' : broken.code;
    const detail = swallowed ? (broken.openField ?? '') : broken.detail;
    if (code === 'file-ends-early') this.endedEarly = true;
    const raw = broken.raw.replace(/[\r\n]+$/, '').slice(0, RAW_LIMIT);
    rows.push({ line: broken.line, raw, values: [], fault: { code, detail } });
  }

  private endsWithLineEnd(): boolean {
    return this.text.endsWith('\n') || this.text.endsWith('\r');
  }

  private excerpt(start: number): string {
    return this.text.slice(start, Math.min(start + 80, lineTextEnd(this.text, start)));
  }
}

function isRagged(code: RejectCode): boolean {
  return code === 'row-too-short' || code === 'row-too-long';
}

function tooLarge(): string {
  return `> ${ROW_LIMIT}`;
}
