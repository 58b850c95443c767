import type { ImportRun } from '../database/entities/import-run.entity';

/** One line on a terminal that says how far an import is; nothing where the output is a file. */
export function progressLine(bytes: number) {
  const { stderr } = process;
  return {
    show(run: Readonly<ImportRun>): void {
      if (!stderr.isTTY) return;
      const percent = bytes === 0 ? 100 : Math.floor((run.bytesRead / bytes) * 100);
      stderr.write(`\r${percent}%  ${run.rowsRead.toLocaleString('en')} rows read`);
    },
    clear(): void {
      if (stderr.isTTY) stderr.write('\r\u001B[K');
    },
  };
}
