import type { ImportResult } from '@tallysheet/contract';
import { format, type MessageKey } from '@tallysheet/messages';

const SHOWN_REJECTIONS = 20;

/** What came of an import, in a few lines. */
export function importSummary(result: ImportResult): string {
  const count = (n: number) => n.toLocaleString('en');
  const passedOver = result.passedOver.reduce((sum, each) => sum + each.count, 0);
  const lines = [
    `${result.dryRun ? 'Tried without saving' : 'Imported'}: ${result.fileName ?? ''}`,
    `  rows read    ${count(result.rowsRead)}`,
    `  accepted     ${count(result.accepted)}`,
    `  duplicates   ${count(result.duplicates)}`,
    `  passed over  ${count(passedOver)}`,
    ...result.passedOver.map(({ type, name, count: n }) => `    ${type} ${name}: ${count(n)}`),
    `  rejected     ${count(result.rejected)}`,
    ...result.rejectedRows
      .slice(0, SHOWN_REJECTIONS)
      .map(({ line, code, detail }) => `    line ${count(line)}: ${reason(code)}${detail ? ` (${detail})` : ''}`),
  ];
  const more = result.rejected - Math.min(result.rejectedRows.length, SHOWN_REJECTIONS);
  if (more > 0) lines.push(`    and ${count(more)} more, all listed at /api/imports/${result.id}/rejected`);
  return lines.join('\n');
}

function reason(code: string): string {
  return format('en', `reject.${code}` as MessageKey);
}
