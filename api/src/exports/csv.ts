/** Tells Excel that the file is UTF-8. */
export const UTF8_BOM = '\uFEFF';

/**
 * What some spreadsheet takes for the beginning of a formula, also behind blanks, separators or quotes and in full-width
 * signs. A leading apostrophe is among them, so that taking ours away again always gives the text back.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Zs},;"]*['=+\-@|%\u2013\u2212\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** A text as a cell that no spreadsheet runs: an apostrophe goes before what looks like a formula. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A line of our own labels, which need no protection from themselves ("% Opened"). */
export function csvHeader(labels: readonly string[]): string {
  return `${labels.map(quoted).join(',')}\r\n`;
}

/** One line of CSV. Numbers stay numbers; texts are made safe and quoted where they must be. */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: string | number): string {
  return typeof value === 'number' ? String(value) : quoted(safeText(value));
}

function quoted(text: string): string {
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
