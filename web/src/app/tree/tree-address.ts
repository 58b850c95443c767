import type { TreeNode } from '@tallysheet/contract';
import type { TreeRow } from './tree-model';

export interface Address {
  commands: string[];
  queryParams?: Record<string, string>;
}

/**
 * Where a line leads: a report or message to its page, a campaign to an unsaved report about it.
 * Null for what only opens and closes.
 */
export function openAddress(row: Pick<TreeRow, 'kind' | 'id'>, ancestors: readonly TreeNode[]): Address | null {
  switch (row.kind) {
    case 'report':
      return { commands: ['/reports', row.id] };
    case 'email':
    case 'sms':
    case 'push':
      return { commands: ['/emails', row.id] };
    case 'campaign': {
      const program = ancestors.findLast((node) => node.kind === 'program');
      const about: Record<string, string> = program ? { program: program.id, campaign: row.id } : { campaign: row.id };
      return { commands: ['/reports/new'], queryParams: { type: 'campaign-email-performance', ...about } };
    }
    default:
      return null;
  }
}

/** The line that an address shows, so that the tree can mark it. */
export function keyOfAddress(url: string, has: (key: string) => boolean): string | null {
  const [path = '', query = ''] = (url.split('#')[0] ?? '').split('?');
  const [, page, id] = path.split('/').map(decodeURIComponent);
  if (page === 'reports' && id === 'new') {
    const params = new URLSearchParams(query);
    const campaign = params.get('campaign');
    const program = params.get('program');
    return first(has, campaign && `campaign:${campaign}`, program && `program:${program}`);
  }
  if (page === 'reports' && id) return first(has, `report:${id}`);
  if (page === 'emails' && id) return first(has, `email:${id}`, `sms:${id}`, `push:${id}`);
  return null;
}

function first(has: (key: string) => boolean, ...keys: (string | null)[]): string | null {
  return keys.find((key) => key && has(key)) ?? null;
}
