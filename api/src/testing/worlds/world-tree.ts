import type { Channel } from '@tallysheet/contract';
import type { BruteTree } from '../oracle';
import type { Dice } from './dice';
import { UNASSIGNED } from './world';

/** Campaigns and assets that no import has placed: events name them first. */
export const NEWCOMERS = { campaign: 'newcomer', asset: 'fresh' } as const;

/** Folders in folders, programs with tags, and what they send; a part of it is archived. */
export function someTree(dice: Dice): BruteTree {
  const folders = [
    { id: 'year', parentId: null },
    { id: 'spring', parentId: 'year' },
    { id: 'other', parentId: null },
  ];
  const archived = () => dice.chance(0.08);
  const programs = ['1', '2', '3'].map((id) => ({
    id,
    name: dice.of(['Été en ville', 'Launch', 'Newsletter 10%']),
    folderId: dice.of(['year', 'spring', 'other', null]),
    tags: dice.some(['Shoes', 'Été', 'Sale'], 0.4),
    archived: archived(),
  }));
  const placed = () => dice.of(programs).id;
  const campaigns = ['spring', 'autumn', '30'].map((id) => ({
    ...{ id, programId: placed(), archived: archived() },
    name: dice.of(['Spring launch', 'Automne', 'Launch (2)', 'Reminder']),
  }));
  const channels: Channel[] = ['email', 'email', 'sms', 'push'];
  const assets = channels.map((channel, index) => ({
    ...{ id: `${100 + index}`, channel, programId: placed(), archived: archived() },
    name: dice.of(['Invite', 'Été', 'Reminder 10%', 'Save the date']),
    subject: channel === 'email' ? dice.of(['Hello', 'Bonjour, été', null]) : null,
    fromName: dice.of(['Ada', null]),
    openTracking: !dice.chance(0.15),
  }));
  return { folders, programs, campaigns, assets };
}

/** The tree as it is once events have named what nobody had placed. */
export function withNewcomers(
  tree: BruteTree,
  named: { campaigns: ReadonlyMap<string, string>; assets: ReadonlyMap<string, { name: string; channel: string }> },
): BruteTree {
  const isNew = (known: readonly { id: string }[]) => (id: string) => known.every((each) => each.id !== id);
  const campaigns = [...named.campaigns.keys()].filter(isNew(tree.campaigns));
  const assets = [...named.assets.keys()].filter(isNew(tree.assets));
  if (campaigns.length + assets.length === 0) return tree;
  const own = { programId: UNASSIGNED, archived: false };
  return {
    folders: tree.folders,
    programs: [...tree.programs, { id: UNASSIGNED, name: 'Unassigned', folderId: null, tags: [], archived: false }],
    campaigns: [...tree.campaigns, ...campaigns.map((id) => ({ ...own, id, name: named.campaigns.get(id)! }))],
    assets: [
      ...tree.assets,
      ...assets.map((id) => ({
        ...own,
        id,
        ...named.assets.get(id)!,
        subject: null,
        fromName: null,
        openTracking: true,
      })),
    ],
  };
}
