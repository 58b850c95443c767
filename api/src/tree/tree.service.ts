import { Injectable } from '@nestjs/common';
import type { Ctx, Tree, TreeNode } from '@tallysheet/contract';
import { IsNull } from 'typeorm';
import { Database } from '../database/database';
import { AssetEntity } from '../database/entities/asset.entity';
import { Folder } from '../database/entities/folder.entity';
import { Program } from '../database/entities/program.entity';
import { ReportEntity } from '../database/entities/report.entity';
import { SmartCampaign } from '../database/entities/smart-campaign.entity';
import { UNASSIGNED_PROGRAM } from '../ingest/names.repository';
import { Workspace } from '../database/entities/workspace.entity';

/** The tree that programs, campaigns, assets and reports live in. */
@Injectable()
export class TreeService {
  constructor(private readonly database: Database) {}

  async read(ctx: Ctx): Promise<Tree> {
    const { workspaceId } = ctx;
    const { small } = this.database;
    const order = { name: 'ASC' } as const;
    const [workspace, folders, programs, campaigns, assets, reports] = await Promise.all([
      small.getRepository(Workspace).findOneByOrFail({ id: workspaceId }),
      small.getRepository(Folder).find({ where: { workspaceId }, order }),
      small.getRepository(Program).find({ where: { workspaceId }, order }),
      small.getRepository(SmartCampaign).find({ where: { workspaceId }, order }),
      small.getRepository(AssetEntity).find({ where: { workspaceId }, order }),
      small.getRepository(ReportEntity).find({ where: { workspaceId, deletedAt: IsNull() }, order }),
    ]);
    const placed = new Set([
      ...folders.map(({ id }) => keyOf('folder', id)),
      ...programs.map(({ id }) => keyOf('program', id)),
    ]);
    const under = (kind: 'folder' | 'program', id: string | null) => {
      const key = id && keyOf(kind, id);
      return key && placed.has(key) ? key : null;
    };
    const home = (each: { programId: string; folderId: string | null }) =>
      each.programId === UNASSIGNED_PROGRAM && each.folderId
        ? under('folder', each.folderId)
        : under('program', each.programId);
    const nodes: TreeNode[] = [
      ...folders.map((each) =>
        node('folder', each, under('folder', each.parentId) ?? under('program', each.programId)),
      ),
      ...programs.map((each) => node('program', each, under('folder', each.folderId))),
      ...campaigns.map((each) => ({
        ...node('campaign', each, home(each)),
        campaignType: each.campaignType,
      })),
      ...assets.map((each) => node(each.channel, each, home(each))),
      ...reports.map((each) => ({
        ...node('report', each, under('program', each.programId) ?? under('folder', each.folderId)),
        reportType: each.query.reportType,
        updatedAt: new Date(each.updatedAt).toISOString(),
      })),
    ];
    return { workspace: { name: workspace.name }, nodes };
  }

  /** The programs that stand in these folders now, at any depth. */
  async programsIn(ctx: Ctx, folderIds: readonly string[]): Promise<string[]> {
    const { workspaceId } = ctx;
    const folders = await this.database.small.getRepository(Folder).findBy({ workspaceId });
    const inside = new Set(folderIds);
    for (let before = -1; before !== inside.size;) {
      before = inside.size;
      for (const folder of folders) if (folder.parentId && inside.has(folder.parentId)) inside.add(folder.id);
    }
    const programs = await this.database.small.getRepository(Program).findBy({ workspaceId });
    return programs.filter(({ folderId }) => folderId && inside.has(folderId)).map(({ id }) => id);
  }
}

function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

function node(kind: TreeNode['kind'], { id, name }: { id: string; name: string }, parentKey: string | null): TreeNode {
  return { key: keyOf(kind, id), parentKey, kind, id, name };
}
