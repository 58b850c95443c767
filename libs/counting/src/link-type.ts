import type { LinkType, MessageEventKind } from '@tallysheet/contract';

/** What a link is taken for until somebody says otherwise. */
export function linkTypeOf(linkKey: string): LinkType {
  return /^mailto:/i.test(linkKey) ? 'mailto' : 'tracked';
}

/** What a click on a link of this type counts as (rule 5); other events stay what they are. */
export function kindOnLink(kind: MessageEventKind, type: LinkType): { kind: MessageEventKind; tracked: boolean } {
  if (kind !== 'clicked') return { kind, tracked: false };
  if (type === 'unsubscribe') return { kind: 'optOutClicked', tracked: false };
  if (type === 'mirror') return { kind: 'mirrorViewed', tracked: false };
  return { kind, tracked: type === 'tracked' };
}
