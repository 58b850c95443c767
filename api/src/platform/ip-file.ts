import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IpListError, IpRanges } from '@tallysheet/counting';
import { StartupError } from './startup-error';

/** Reads the list of addresses that `BOT_IP_FILE` names; none without it. Throws `StartupError` with one clear line. */
export function readIpFile(path: string | undefined): IpRanges {
  if (!path) return IpRanges.NONE;
  const file = resolve(path);
  try {
    return IpRanges.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof IpListError) throw new StartupError(`BOT_IP_FILE ${file}, ${error.message}.`);
    throw new StartupError(`BOT_IP_FILE ${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
