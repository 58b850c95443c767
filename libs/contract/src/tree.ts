export type TreeNodeKind = 'folder' | 'program' | 'campaign' | 'email' | 'sms' | 'push' | 'report';

/**
 * One entry of the tree. `key` (`kind:id`) is unique in the tree; `parentKey` is null at the top.
 * `campaignType` is set for campaigns, `reportType` and `updatedAt` for reports.
 */
export interface TreeNode {
  key: string;
  parentKey: string | null;
  kind: TreeNodeKind;
  id: string;
  name: string;
  campaignType?: 'batch' | 'trigger';
  reportType?: string;
  updatedAt?: string;
}

export interface Tree {
  workspace: { name: string };
  nodes: TreeNode[];
}
