/** What messages are about, as plain records. */
export interface BruteTree {
  folders: readonly { id: string; parentId: string | null }[];
  programs: readonly {
    id: string;
    name: string;
    folderId: string | null;
    tags: readonly string[];
    archived: boolean;
  }[];
  campaigns: readonly { id: string; name: string; programId: string; archived: boolean }[];
  assets: readonly {
    id: string;
    name: string;
    channel: string;
    programId: string;
    subject: string | null;
    fromName: string | null;
    openTracking: boolean;
    archived: boolean;
  }[];
}

/** Which messages by what was sent. */
export interface BruteFilter {
  programs?: readonly string[] | undefined;
  folders?: readonly string[] | undefined;
  campaigns?: readonly string[] | undefined;
  assets?: readonly string[] | undefined;
  channels?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  namePattern?: string | undefined;
  includeArchived?: boolean | undefined;
}

type Found<K extends keyof BruteTree> = BruteTree[K][number];

/** A thing of the tree by its id. */
export function inTree<K extends keyof BruteTree>(tree: BruteTree, kind: K, id: string): Found<K> {
  const all: readonly Found<K>[] = tree[kind];
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`Nothing of ${kind} is called ${id}`);
  return found;
}

/** Whether a filter lets through what a campaign sent with an asset. */
export function isInScope(tree: BruteTree, filter: BruteFilter, campaignId: string, assetId: string): boolean {
  const campaign = inTree(tree, 'campaigns', campaignId);
  const asset = inTree(tree, 'assets', assetId);
  const program = inTree(tree, 'programs', campaign.programId);
  const isAmong = (list: readonly string[] | undefined, id: string) => list === undefined || list.includes(id);
  if (!isAmong(filter.programs, program.id)) return false;
  if (!isAmong(filter.campaigns, campaign.id)) return false;
  if (!isAmong(filter.assets, asset.id)) return false;
  if (!isAmong(filter.channels, asset.channel)) return false;
  if (filter.folders && !foldersAbove(tree, program.folderId).some((id) => filter.folders!.includes(id))) return false;
  if (filter.tags && !program.tags.some((tag) => filter.tags!.some((one) => plain(one) === plain(tag)))) return false;
  if (filter.namePattern !== undefined) {
    const pattern = patternOf(filter.namePattern);
    if (!pattern.test(plain(campaign.name)) && !pattern.test(plain(asset.name))) return false;
  }
  if (filter.includeArchived) return true;
  if (program.archived && !filter.programs?.includes(program.id)) return false;
  if (campaign.archived && !filter.campaigns?.includes(campaign.id)) return false;
  return !(asset.archived && !filter.assets?.includes(asset.id));
}

function foldersAbove(tree: BruteTree, id: string | null): string[] {
  return id === null ? [] : [id, ...foldersAbove(tree, inTree(tree, 'folders', id).parentId)];
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A `*` is any text; without one the pattern is found anywhere. */
function patternOf(text: string): RegExp {
  const pieces = plain(text)
    .split('*')
    .map((piece) => piece.replace(/[^\p{L}\p{N}]/gu, '\\$&'));
  return pieces.length === 1 ? new RegExp(pieces[0]!, 's') : new RegExp(`^${pieces.join('.*')}$`, 's');
}
