import { TallysheetError } from '@tallysheet/contract';
import { ROW_LIMIT } from '../csv/csv-row';

/** One element of a JSON list, or one line of NDJSON, as text; or why there is none. */
export interface JsonPart {
  line: number;
  text: string;
  fault: 'row-too-large' | 'file-ends-early' | null;
}

/**
 * The parts of a JSON text that comes in chunks, with memory for one part: the elements of the list, when it begins
 * with `[`, else its lines that are not blank. The parts themselves are not parsed here.
 *
 * Throws `empty-file`. When the text ends with `bad-gzip`, the part that was begun is given as `file-ends-early`.
 */
export async function* jsonParts(text: AsyncIterable<string>): AsyncGenerator<JsonPart> {
  yield* split(text, (start) => (start.startsWith('[') ? new ListSplitter() : new LineSplitter()));
}

/** The lines of a text that are not blank, however long the text. */
export async function* jsonLines(text: AsyncIterable<string>): AsyncGenerator<JsonPart> {
  yield* split(text, () => new LineSplitter());
}

async function* split(text: AsyncIterable<string>, choose: (start: string) => Splitter): AsyncGenerator<JsonPart> {
  let splitter: Splitter | null = null;
  let isCut = false;
  try {
    for await (const chunk of text) {
      const start = splitter ? chunk : chunk.trimStart();
      if (start === '') continue;
      splitter ??= choose(start);
      yield* splitter.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof TallysheetError) || error.code !== 'bad-gzip' || !splitter) throw error;
    isCut = true;
  }
  if (!splitter) throw new TallysheetError('empty-file');
  yield* splitter.finish(isCut);
}

interface Splitter {
  push(chunk: string): Generator<JsonPart>;
  finish(isCut: boolean): Generator<JsonPart>;
}

/** NDJSON: a line end cannot stand within a part, so a broken line costs only itself. */
class LineSplitter implements Splitter {
  private rest = '';
  private line = 1;
  /** Of a line that is too large only the start is kept. */
  private isTooLarge = false;

  *push(chunk: string): Generator<JsonPart> {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      this.take(chunk.slice(from, end));
      yield* this.part(null);
      this.line += 1;
      from = end + 1;
    }
    this.take(chunk.slice(from));
  }

  *finish(isCut: boolean): Generator<JsonPart> {
    yield* this.part(isCut ? 'file-ends-early' : null);
  }

  private take(text: string): void {
    if (this.isTooLarge) return;
    this.rest += text;
    this.isTooLarge = this.rest.length > ROW_LIMIT;
  }

  private *part(fault: JsonPart['fault']): Generator<JsonPart> {
    const text = this.rest.trim();
    const isTooLarge = this.isTooLarge;
    this.rest = '';
    this.isTooLarge = false;
    if (text !== '') yield { line: this.line, text, fault: isTooLarge ? 'row-too-large' : fault };
  }
}

/** Everything that matters to where an element ends. Within a string only its end and a backslash do. */
const MARK = /["[\]{},\n]/g;
const STRING_MARK = /["\\\n]/g;

/** A JSON list: elements end at a comma or bracket that stands in none of them. */
class ListSplitter implements Splitter {
  private element = '';
  private depth = 0;
  private isInString = false;
  private isEscaped = false;
  private isTooLarge = false;
  private isClosed = false;
  private line = 1;
  private startLine = 1;

  *push(chunk: string): Generator<JsonPart> {
    let from = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.isEscaped) {
        this.isEscaped = false;
        at += 1;
        continue;
      }
      const mark = this.isInString ? STRING_MARK : MARK;
      mark.lastIndex = at;
      const found = mark.exec(chunk);
      if (!found) break;
      at = found.index + 1;
      switch (found[0]) {
        case '\n':
          this.line += 1;
          break;
        case '\\':
          this.isEscaped = true;
          break;
        case '"':
          this.isInString = !this.isInString;
          break;
        case '[':
        case '{':
          this.depth += 1;
          if (this.depth === 1) from = this.begin(at);
          break;
        case ',':
          if (this.depth !== 1) break;
          yield* this.end(chunk.slice(from, found.index));
          from = this.begin(at);
          break;
        default:
          this.depth -= 1;
          if (this.depth !== 0) break;
          yield* this.end(chunk.slice(from, found.index));
          this.isClosed = true;
          from = this.begin(at);
      }
    }
    this.take(chunk.slice(from));
  }

  *finish(isCut: boolean): Generator<JsonPart> {
    const text = this.element.trim();
    const isWhole = this.isClosed && this.depth === 0 && !isCut;
    if (isWhole && text === '') return;
    yield { line: this.startLine, text, fault: this.isTooLarge ? 'row-too-large' : 'file-ends-early' };
  }

  private begin(at: number): number {
    this.element = '';
    this.isTooLarge = false;
    this.startLine = this.line;
    return at;
  }

  private take(text: string): void {
    if (this.isTooLarge) return;
    if (this.element.trim() === '') this.startLine += leadingLines(text);
    this.element += text;
    this.isTooLarge = this.element.length > ROW_LIMIT;
  }

  private *end(last: string): Generator<JsonPart> {
    this.take(last);
    const text = this.element.trim();
    if (text !== '') yield { line: this.startLine, text, fault: this.isTooLarge ? 'row-too-large' : null };
  }
}

/** How many lines end before the first character that is not blank. */
function leadingLines(text: string): number {
  const blank = text.slice(0, text.length - text.trimStart().length);
  return blank.split('\n').length - 1;
}
