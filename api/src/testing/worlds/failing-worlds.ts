import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from './minimal-world';

const FOLDER = join(__dirname, 'failing');

/** Cases that were wrong once, whatever the seeds mean by now. */
export async function failingWorlds(): Promise<Case[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => JSON.parse(await readFile(join(FOLDER, name), 'utf8')) as Case));
}

/** Keeps a case for all runs to come, under its seed, and answers where. */
export async function keepFailing(found: Case): Promise<string> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `seed-${found.world.seed}.json`);
  await writeFile(file, `${JSON.stringify(found, null, 2)}\n`);
  return file;
}
