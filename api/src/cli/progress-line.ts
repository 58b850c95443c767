import type { ImportRun } from '../database/entities/import-run.entity';

/** One line on a terminal that says how far a work is; nothing where the output is a file. */
export function progressLine() {
  const { stderr } = process;
  return {
    show(text: string): void {
      if (stderr.isTTY) stderr.write(`\r\u001B[K${text}`);
    },
    clear(): void {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}

/** How far an import of a file of so many bytes is. */
export function importProgress(run: Readonly<ImportRun>, bytes: number): string {
  const percent = bytes === 0 ? 100 : Math.floor((run.bytesRead / bytes) * 100);
  return `${percent}%  ${run.rowsRead.toLocaleString('en')} rows read`;
}
