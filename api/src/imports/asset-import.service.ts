import { Injectable } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import type { AssetRecord } from '@tallysheet/sources';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { Database } from '../database/database';
import { AssetEntity } from '../database/entities/asset.entity';
import { Folder } from '../database/entities/folder.entity';
import { Program } from '../database/entities/program.entity';
import { SmartCampaign } from '../database/entities/smart-campaign.entity';
import { Workspace } from '../database/entities/workspace.entity';
import { Store } from '../database/store';
import { ASSET_CONTENT } from '../database/facts/fact-tables';
import { insertRows } from '../database/bulk';
import { UNASSIGNED_PROGRAM } from '../ingest/names.repository';

/** Gives names, places and content to what events know by id only. Either may come first. */
@Injectable()
export class AssetImportService {
  constructor(
    private readonly database: Database,
    private readonly store: Store,
  ) {}

  /** Adds or updates these assets. What a record does not say stays as it is. */
  async save(ctx: Ctx, records: readonly AssetRecord[]): Promise<void> {
    const { workspaceId } = ctx;
    await this.database.write(async (manager) => {
      for (const record of records) await saveRecord(manager, workspaceId, record);
      await manager.increment(Workspace, { id: workspaceId }, 'revision', 1);
    });
    await this.saveContents(workspaceId, records);
  }

  /** Finds the program of everything that was imported by its folder, now that all folders are known. */
  async settle(ctx: Ctx): Promise<void> {
    const { workspaceId } = ctx;
    await this.database.write(async (manager) => {
      const folders = new Map((await manager.findBy(Folder, { workspaceId })).map((folder) => [folder.id, folder]));
      const programOf = (folderId: string | null, depth = 0): string | null => {
        const folder = folderId === null ? undefined : folders.get(folderId);
        if (!folder || depth > folders.size) return null;
        return folder.programId ?? programOf(folder.parentId, depth + 1);
      };
      for (const entity of [SmartCampaign, AssetEntity] as const) {
        for (const each of await manager.findBy(entity, { workspaceId, folderId: Not(IsNull()) })) {
          const programId = programOf(each.folderId);
          if (programId && programId !== each.programId) await manager.update(entity, { key: each.key }, { programId });
        }
      }
    });
  }

  private async saveContents(workspaceId: number, records: readonly AssetRecord[]): Promise<void> {
    const contents = records.filter(({ kind, html, text }) => kind === 'email' && (html ?? text) !== undefined);
    if (contents.length === 0) return;
    const known = await this.database.small.getRepository(AssetEntity).findBy({ workspaceId });
    const keys = new Map(known.map(({ id, key }) => [id, key]));
    const rows = contents.map(({ id, html, text }) => [workspaceId, keys.get(id)!, html ?? null, text ?? null]);
    const { dialect } = this.store;
    await this.store.transaction(async (transaction) => {
      for (const [at, row] of rows.entries()) {
        const { html, text } = contents[at]!;
        const said = {
          ...(html === undefined ? {} : { html: 'set' as const }),
          ...(text === undefined ? {} : { text: 'set' as const }),
        };
        await insertRows(
          transaction,
          'asset_content',
          Object.keys(ASSET_CONTENT.columns),
          [row],
          dialect.merge(ASSET_CONTENT.key, said),
        );
      }
    });
  }
}

async function saveRecord(manager: EntityManager, workspaceId: number, record: AssetRecord): Promise<void> {
  const { id, parent } = record;
  const said = given({
    name: record.name || undefined,
    archived: record.archived === undefined ? undefined : Number(record.archived),
  });
  const folderId = parent?.kind === 'folder' ? parent.id : undefined;
  const programId = parent?.kind === 'program' ? parent.id : undefined;
  const fresh = { workspaceId, id, name: id, archived: 0 };
  switch (record.kind) {
    case 'folder': {
      const known = await manager.findOneBy(Folder, { workspaceId, id });
      const place = parent && { parentId: folderId ?? null, programId: programId ?? null };
      await manager.save(Folder, {
        ...(known ?? { workspaceId, id, name: id, parentId: null, programId: null }),
        ...given({ name: said.name }),
        ...place,
      });
      return;
    }
    case 'program': {
      const known = await manager.findOneBy(Program, { workspaceId, id });
      const tags = record.tags && JSON.stringify(Object.values(record.tags));
      await manager.save(Program, {
        ...(known ?? fresh),
        ...said,
        ...given({ folderId, channel: record.channel, tags }),
      });
      return;
    }
    case 'campaign': {
      const known = await manager.findOneBy(SmartCampaign, { workspaceId, id });
      const unplaced = { ...fresh, campaignType: 'batch' as const, programId: UNASSIGNED_PROGRAM };
      const { campaignType } = record;
      await manager.save(SmartCampaign, {
        ...(known ?? unplaced),
        ...said,
        ...given({ folderId, programId, campaignType }),
        ...(said.name === undefined ? {} : { provisional: 0 }),
      });
      return;
    }
    case 'email': {
      const known = await manager.findOneBy(AssetEntity, { workspaceId, id });
      const unplaced = { ...fresh, channel: 'email' as const, programId: UNASSIGNED_PROGRAM };
      await manager.save(AssetEntity, {
        ...(known ?? unplaced),
        ...said,
        ...given({ folderId, programId, ...emailFields(record) }),
        ...(said.name === undefined ? {} : { provisional: 0 }),
      });
    }
  }
}

function emailFields(record: AssetRecord) {
  const { subject, fromName, fromEmail, replyTo, preheader, openTracking, updatedAt } = record;
  return {
    ...{ subject, fromName, fromEmail, replyTo, preheader },
    openTracking: openTracking === undefined ? undefined : Number(openTracking),
    updatedAt: updatedAt === undefined ? undefined : Date.parse(updatedAt),
  };
}

/** Only what was said: the rest must not overwrite what is known. */
function given<T extends Record<string, unknown>>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
