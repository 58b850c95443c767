import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CompiledQuery } from '../reports/compile/sheet-query';

const GOLDEN = join(__dirname, '../reports/compile/golden');

/** Compares statements with the file of this title, which a reviewer reads; with UPDATE_GOLDEN=1 it is written. */
export async function expectGolden(title: string, statements: readonly CompiledQuery[]): Promise<void> {
  const shown = [
    `-- ${title}`,
    ...statements.map(({ text, parameters }) => `${text};\n-- ${JSON.stringify(parameters)}`),
  ];
  const written = `${shown.join('\n')}\n`;
  const file = join(GOLDEN, `${title.replaceAll(' ', '-')}.sql`);
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(file, written);
  if (!existsSync(file)) throw new Error(`No ${file}: run with UPDATE_GOLDEN=1, and read what was written.`);
  expect(written).toBe(await readFile(file, 'utf8'));
}
