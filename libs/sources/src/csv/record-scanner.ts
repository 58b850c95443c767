const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * How far a record could be read: to its end; not yet, more text is needed; or not at all, because of a quote
 * (`bad-quote`: something follows a closing quote; `unclosed-quote`: the file ends inside quotes).
 */
export type ScanOutcome = 'complete' | 'more' | 'bad-quote' | 'unclosed-quote';

/**
 * Reads one CSV record (RFC 4180) at a place in a text. LF, CR and CRLF all end a line; a quote inside a field that
 * does not begin with one is an ordinary character. What was found stands in the fields below until the next scan.
 *
 * Written by hand, not with csv-parse: a broken quote must cost its own row only, which needs the exact place and
 * text of every record and a second try at the line after it; csv-parse gives up or skips from there on, and is three
 * to five times slower when asked for raw text and line numbers. It serves as the oracle of this file's tests.
 */
export class RecordScanner {
  values: string[] = [];
  /** Where the record's text ends, without its line end. */
  textEnd = 0;
  /** Where the next record begins. */
  end = 0;
  /** How many physical lines the record spans. */
  lines = 1;
  /** Where the field that was being read last begins. */
  fieldStart = 0;
  /** How many columns stand, at least in part, on the record's first physical line. */
  columnsOnFirstLine = 0;
  /** Where the quoted field begins that was open when the first physical line ended, or -1. */
  openAtLineEnd = -1;

  private readonly delimiter: number;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** `isWhole` says that no more text follows. */
  scan(text: string, start: number, isWhole: boolean): ScanOutcome {
    this.values = [];
    this.lines = 1;
    this.columnsOnFirstLine = 0;
    this.openAtLineEnd = -1;
    let at = start;
    for (;;) {
      this.fieldStart = at;
      const quoted = text.charCodeAt(at) === QUOTE;
      const stop = quoted ? this.scanQuoted(text, at + 1, isWhole) : this.scanPlain(text, at);
      if (this.lines === 1) this.columnsOnFirstLine = this.values.length + (stop < 0 ? 1 : 0);
      if (stop === MORE) return 'more';
      if (stop === BAD_QUOTE) return 'bad-quote';
      if (stop === UNCLOSED_QUOTE) return 'unclosed-quote';
      const code = text.charCodeAt(stop);
      if (code === this.delimiter) {
        at = stop + 1;
        continue;
      }
      // A text that ends here, or with a CR whose LF may be still to come, is judged when it is whole.
      if (!isWhole && (stop === text.length || (code === CR && stop + 1 === text.length))) return 'more';
      this.textEnd = stop;
      this.end = lineEndAfter(text, stop);
      return 'complete';
    }
  }

  /** Takes a field without quotes; answers where it stops. */
  private scanPlain(text: string, start: number): number {
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.delimiter || code === LF || code === CR) break;
    }
    this.values.push(text.slice(start, at));
    return at;
  }

  /** Takes a quoted field whose text begins at `start`; answers where it stops, or what is wrong. */
  private scanQuoted(text: string, start: number, isWhole: boolean): number {
    let doubled = false;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const next = text.charCodeAt(at + 1);
        if (next === QUOTE) {
          doubled = true;
          at++;
          continue;
        }
        if (at + 1 === text.length && !isWhole) return MORE;
        if (at + 1 < text.length && next !== this.delimiter && next !== LF && next !== CR) return BAD_QUOTE;
        const value = text.slice(start, at);
        this.values.push(doubled ? value.replaceAll('""', '"') : value);
        return at + 1;
      }
      if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) this.breakLine(start - 1);
    }
    return isWhole ? UNCLOSED_QUOTE : MORE;
  }

  private breakLine(fieldStart: number): void {
    if (this.lines === 1) {
      this.columnsOnFirstLine = this.values.length + 1;
      this.openAtLineEnd = fieldStart;
    }
    this.lines++;
  }
}

const MORE = -1;
const BAD_QUOTE = -2;
const UNCLOSED_QUOTE = -3;

/** Where the line that ends at `at` is followed by the next one. */
export function lineEndAfter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  return code === LF ? at + 1 : at;
}

/** Where the physical line at `start` ends, without its line end; the text's end if it has none. */
export function lineTextEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}
