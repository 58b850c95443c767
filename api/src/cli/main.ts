import 'reflect-metadata';
import { TallysheetError } from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';
import { StartupError } from '../platform/startup-error';
import { program } from './program';

/** What went wrong, as one line. A fault of ours keeps its stack. */
function lineOf(error: unknown): string {
  if (error instanceof TallysheetError) return format('en', `error.${error.code}` as MessageKey, error.params);
  if (error instanceof StartupError) return error.message;
  return String((error as Error).stack);
}

program()
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${lineOf(error)}\n`);
    process.exitCode = 1;
  });
