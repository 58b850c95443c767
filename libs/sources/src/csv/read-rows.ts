import { TallysheetError } from '@tallysheet/contract';
import { ROW_LIMIT, type CsvRow } from './csv-row';
import { looksLike } from './looks-like';
import { lineEndAfter, lineTextEnd } from './record-scanner';
import { RowReader } from './row-reader';

/** How the rows under a header are to be read. */
export interface RowShape {
  delimiter: string;
  width: number;
}

/**
 * The rows of a CSV file, batch by batch, with memory for one batch and one row. `onHeader` is given the first line
 * that is not blank, and the file's start, and says how to read what follows; null says that this is no CSV file.
 *
 * Throws `empty-file`, and `not-csv` {looksLike} when there is no header. When the text ends with `bad-gzip`, the rows
 * before are given and the last one is a rejected `file-ends-early`.
 */
export async function* readRows(
  text: AsyncIterable<string>,
  onHeader: (line: string, start: string) => RowShape | null,
): AsyncGenerator<CsvRow[]> {
  let reader: RowReader | null = null;
  let head = '';
  for await (const piece of pieces(text)) {
    let body = piece.text;
    if (!reader) {
      head += piece.text;
      const header = firstLine(head, piece.isLast);
      if (!header) {
        if (!piece.isLast && head.length <= ROW_LIMIT) continue;
        if (piece.cut) throw piece.cut;
        throw head.trim() === '' ? new TallysheetError('empty-file') : notCsv(head);
      }
      if (piece.cut && header.isOpen) throw piece.cut;
      const shape = onHeader(header.text, head.slice(0, 4096));
      if (!shape) throw notCsv(head);
      reader = new RowReader(shape.delimiter, shape.width, header.nextLine);
      body = head.slice(header.end);
      head = '';
    }
    yield piece.isLast ? reader.finish(body, cutReason(piece.cut)) : reader.push(body);
  }
}

export function notCsv(head: string): TallysheetError {
  return new TallysheetError('not-csv', { looksLike: looksLike(head), start: head.trimStart().slice(0, 80) });
}

interface FirstLine {
  text: string;
  end: number;
  nextLine: number;
  /** The text ends with this line, and no line end follows. */
  isOpen: boolean;
}

/** The first line that is not blank; null while it is not whole. */
function firstLine(head: string, isLast: boolean): FirstLine | null {
  let line = 1;
  for (let at = 0; at < head.length; line++) {
    const stop = lineTextEnd(head, at);
    const end = lineEndAfter(head, stop);
    if (!isLast && end === head.length) return null;
    const text = head.slice(at, stop);
    if (text.trim() !== '') return { text, end, nextLine: line + 1, isOpen: end === stop };
    at = end;
  }
  return null;
}

interface Piece {
  text: string;
  isLast: boolean;
  cut: TallysheetError | null;
}

const PIECE = 64 * 1024;

/** The text in pieces of some size, so that small chunks cost no second look, with a mark on the last. */
async function* pieces(text: AsyncIterable<string>): AsyncGenerator<Piece> {
  let gathered = '';
  let cut: TallysheetError | null = null;
  try {
    for await (const chunk of text) {
      gathered += chunk;
      if (gathered.length < PIECE) continue;
      yield { text: gathered, isLast: false, cut: null };
      gathered = '';
    }
  } catch (error) {
    if (!(error instanceof TallysheetError) || error.code !== 'bad-gzip') throw error;
    cut = error;
  }
  yield { text: gathered, isLast: true, cut };
}

function cutReason(cut: TallysheetError | null): string | null {
  return cut === null ? null : String(cut.params['reason'] ?? cut.code);
}
