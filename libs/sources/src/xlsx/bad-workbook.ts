import { TallysheetError } from '@tallysheet/contract';

/** What is wrong with a file that should be a workbook. */
export type WorkbookFault = 'foreign' | 'damaged' | 'large' | 'old';

/** `bad-workbook` {fault}; an error that says so already stays as it is. */
export function badWorkbook(fault: WorkbookFault, cause?: unknown): TallysheetError {
  return cause instanceof TallysheetError ? cause : new TallysheetError('bad-workbook', { fault });
}
