import type { MessageKey } from '@tallysheet/messages';
import type { IconName } from '../core/icons';
import type { TreeRow } from './tree-model';

/** The drawing of a line: a megaphone for a batch campaign, a bolt for a trigger campaign. */
export function treeIcon(row: Pick<TreeRow, 'kind' | 'expanded' | 'node'>): IconName {
  switch (row.kind) {
    case 'folder':
    case 'emails':
    case 'messages':
      return row.expanded ? 'folder-open' : 'folder';
    case 'program':
      return 'layers';
    case 'campaign':
      return row.node?.campaignType === 'trigger' ? 'zap' : 'megaphone';
    case 'email':
      return 'mail';
    case 'sms':
      return 'message';
    case 'push':
      return 'push';
    case 'report':
      return 'report';
  }
}

/** What a line is, in words; null for a group, whose name says it. */
export function treeKindLabel(row: Pick<TreeRow, 'kind' | 'node'>): MessageKey | null {
  if (row.kind === 'emails' || row.kind === 'messages') return null;
  if (row.kind === 'campaign' && row.node?.campaignType) return `tree.kind.campaign.${row.node.campaignType}`;
  return `tree.kind.${row.kind}`;
}
