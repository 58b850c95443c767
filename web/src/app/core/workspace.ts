import { computed, inject, Injectable, signal } from '@angular/core';
import type { SettingsAnswer, Tree, TreeNode, TreeNodeKind } from '@tallysheet/contract';
import { Api } from './api';
import { Messages } from './messages';

/** What all pages know of the workspace: its settings, and the tree of programs, campaigns, emails and reports. */
@Injectable({ providedIn: 'root' })
export class WorkspaceStore {
  private readonly api = inject(Api);
  private readonly messages = inject(Messages);
  private readonly loadedSettings = signal<SettingsAnswer | null>(null);
  private readonly loadedTree = signal<Tree | null>(null);
  private readonly treeFailure = signal<unknown>(null);
  private latestTree = 0;

  /** Null until the server has answered. */
  readonly settings = this.loadedSettings.asReadonly();
  /** Null until the server has answered; the last one stays when a reload fails. */
  readonly tree = this.loadedTree.asReadonly();
  readonly treeError = this.treeFailure.asReadonly();
  readonly name = computed(() => this.settings()?.workspaceName ?? this.tree()?.workspace.name ?? '');
  readonly timeZone = computed(() => this.settings()?.timeZone ?? 'UTC');
  private readonly byKey = computed(() => new Map(this.tree()?.nodes.map((node) => [node.key, node])));

  /** Loads settings and tree; the shell calls it once, pages may rely on it. */
  async load(): Promise<void> {
    await Promise.all([this.reloadSettings(), this.reloadTree()]);
  }

  async reloadSettings(): Promise<void> {
    try {
      this.setSettings(await this.api.settings());
    } catch {
      // The pages that need them ask again and say what is wrong; the rest works with UTC and the browser's language.
    }
  }

  /** Takes over settings that the server has just answered with. */
  setSettings(settings: SettingsAnswer): void {
    this.loadedSettings.set(settings);
    this.messages.followWorkspace(settings.language);
  }

  async reloadTree(): Promise<void> {
    const mine = ++this.latestTree;
    try {
      const tree = await this.api.tree();
      if (mine !== this.latestTree) return;
      this.loadedTree.set(tree);
      this.treeFailure.set(null);
    } catch (error) {
      if (mine === this.latestTree) this.treeFailure.set(error);
    }
  }

  /** The entry of a key such as `program:12`. */
  node(key: string): TreeNode | undefined {
    return this.byKey().get(key);
  }

  /** The entry of a kind and id. */
  find(kind: TreeNodeKind, id: string): TreeNode | undefined {
    return this.node(`${kind}:${id}`);
  }

  /** The entries above a key, from the top down, without itself. */
  ancestors(key: string): TreeNode[] {
    const path: TreeNode[] = [];
    let node = this.node(key);
    // The length guards against a tree that bites its tail.
    while (node?.parentKey && path.length < 64) {
      node = this.node(node.parentKey);
      if (node) path.unshift(node);
    }
    return path;
  }
}
