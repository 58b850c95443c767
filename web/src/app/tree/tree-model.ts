import type { TreeNode, TreeNodeKind } from '@tallysheet/contract';

/** A line of the tree: an entry, or the group that holds a program's emails or its SMS and push messages. */
export interface TreeRow {
  key: string;
  kind: TreeNodeKind | 'emails' | 'messages';
  id: string;
  name: string;
  level: number;
  parentKey: string | null;
  expandable: boolean;
  expanded: boolean;
  /** How many are inside, where that is told. */
  count: number | null;
  position: number;
  siblings: number;
  node: TreeNode | null;
}

interface Branch {
  key: string;
  kind: TreeRow['kind'];
  name: string;
  node: TreeNode | null;
  children: Branch[];
}

export interface GroupNames {
  emails: string;
  messages: string;
}

const ORDER: Record<TreeRow['kind'], number> = {
  folder: 0,
  program: 1,
  report: 2,
  campaign: 3,
  emails: 4,
  messages: 5,
  email: 6,
  sms: 7,
  push: 8,
};

/** The whole tree as branches, each level by kind and then by name, with emails and messages gathered in groups. */
export class TreeModel {
  private readonly roots: Branch[];
  private readonly collator: Intl.Collator;

  constructor(nodes: readonly TreeNode[], names: GroupNames, language: string) {
    this.collator = new Intl.Collator(language, { numeric: true });
    const known = new Set(nodes.map((node) => node.key));
    const byParent = Map.groupBy(nodes, (node) => (node.parentKey && known.has(node.parentKey) ? node.parentKey : ''));
    this.roots = this.branches('', byParent, names, false);
  }

  /** The keys that are open before the reader has opened anything: the folders at the top, and an only program. */
  initiallyExpanded(): string[] {
    const folders = this.roots.filter((branch) => branch.kind === 'folder');
    const programs = [...this.roots, ...folders.flatMap((folder) => folder.children)].filter(
      (branch) => branch.kind === 'program',
    );
    return [...folders, ...(programs.length === 1 ? programs : [])].map((branch) => branch.key);
  }

  /** The keys above a key, so that it can be brought into sight; groups count. */
  above(key: string): string[] {
    const path: string[] = [];
    const find = (branches: Branch[]): boolean =>
      branches.some((branch) => {
        if (branch.key === key) return true;
        if (!find(branch.children)) return false;
        path.unshift(branch.key);
        return true;
      });
    find(this.roots);
    return path;
  }

  /** The lines in sight. A search keeps what matches and everything above it, opened. */
  rows(expanded: ReadonlySet<string>, search = ''): TreeRow[] {
    const text = fold(search.trim());
    return flatten(text ? keepMatches(this.roots, text) : this.roots.map(plain), expanded, 0, null);
  }

  private branches(
    parent: string,
    byParent: Map<string, TreeNode[]>,
    names: GroupNames,
    underCampaign: boolean,
  ): Branch[] {
    const nodes = byParent.get(parent) ?? [];
    const branches = nodes.map((node): Branch => ({
      key: node.key,
      kind: node.kind,
      name: node.name,
      node,
      children: this.branches(node.key, byParent, names, node.kind === 'campaign'),
    }));
    branches.sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || this.collator.compare(a.name, b.name));
    if (underCampaign) return branches;
    const emails = branches.filter((branch) => branch.kind === 'email');
    const messages = branches.filter((branch) => branch.kind === 'sms' || branch.kind === 'push');
    const others = branches.filter((branch) => !emails.includes(branch) && !messages.includes(branch));
    return [
      ...others,
      ...group(`emails:${parent}`, 'emails', names.emails, emails),
      ...group(`messages:${parent}`, 'messages', names.messages, messages),
    ];
  }
}

interface Shown {
  branch: Branch;
  children: Shown[];
  /** Opened by the search, whatever the reader had opened. */
  forced: boolean;
}

function group(key: string, kind: 'emails' | 'messages', name: string, children: Branch[]): Branch[] {
  return children.length > 0 ? [{ key, kind, name, node: null, children }] : [];
}

function plain(branch: Branch): Shown {
  return { branch, children: branch.children.map(plain), forced: false };
}

function keepMatches(branches: Branch[], text: string): Shown[] {
  return branches.flatMap((branch) => {
    const inside = keepMatches(branch.children, text);
    if (inside.length > 0) return [{ branch, children: inside, forced: true }];
    // A group's own name is ours, not the reader's: only what is inside can match.
    return branch.node && fold(branch.name).includes(text) ? [plain(branch)] : [];
  });
}

function flatten(shown: Shown[], expanded: ReadonlySet<string>, level: number, parentKey: string | null): TreeRow[] {
  return shown.flatMap(({ branch, children, forced }, index) => {
    const open = children.length > 0 && (forced || expanded.has(branch.key));
    const row: TreeRow = {
      key: branch.key,
      kind: branch.kind,
      id: branch.node?.id ?? branch.key,
      name: branch.name,
      level,
      parentKey,
      expandable: children.length > 0,
      expanded: open,
      count: branch.node ? null : children.length,
      position: index + 1,
      siblings: shown.length,
      node: branch.node,
    };
    return open ? [row, ...flatten(children, expanded, level + 1, branch.key)] : [row];
  });
}

/** Lower case without accents, so that "été" is found by "ete". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
