import type { Language, RowLevel } from '@tallysheet/contract';
import { format } from '@tallysheet/messages';
import type { Leaf } from '@tallysheet/report-model';

/** The same leaves with campaign types called what the reader calls them, where rows are by them. */
export function withTypeNames<L extends Leaf>(leaves: L[], levels: readonly RowLevel[], language: Language): L[] {
  if (!levels.includes('campaignType')) return leaves;
  return leaves.map((leaf) => {
    const { campaignType } = leaf.subjects;
    if (!campaignType) return leaf;
    const name = format(language, campaignType.id === 'trigger' ? 'row.trigger' : 'row.batch');
    return { ...leaf, subjects: { ...leaf.subjects, campaignType: { ...campaignType, name } } };
  });
}
