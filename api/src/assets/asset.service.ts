import { Injectable } from '@nestjs/common';
import { TallysheetError, type Asset, type Ctx } from '@tallysheet/contract';
import { Database } from '../database/database';
import { AssetEntity } from '../database/entities/asset.entity';
import { Program } from '../database/entities/program.entity';
import { Store } from '../database/store';
import { previewDocument } from './preview-document';
import { previewText } from './preview-text';

/** What was sent, as the recipient saw it. */
@Injectable()
export class AssetService {
  constructor(
    private readonly database: Database,
    private readonly store: Store,
  ) {}

  /** Throws `asset-not-found`. */
  async read(ctx: Ctx, id: string): Promise<Asset> {
    const asset = await this.find(ctx, id);
    const { workspaceId } = ctx;
    const program = await this.database.small.getRepository(Program).findOneBy({ workspaceId, id: asset.programId });
    const { html, text } = await this.content(ctx, asset);
    const { name, channel, programId, subject, fromName, fromEmail, replyTo, preheader } = asset;
    return {
      ...{ id, name, channel, programId, subject, fromName, fromEmail, replyTo, preheader },
      programName: program?.name ?? null,
      text: text ?? (html === null ? null : previewText(html)),
      hasHtml: html !== null,
      hasContent: html !== null || text !== null,
      openTracking: asset.openTracking === 1,
      remotePictures: html === null ? 0 : previewDocument(html, { pictures: 'none' }).remotePictures,
    };
  }

  /** The email as a document that runs nothing, fetches nothing and leads nowhere. */
  async preview(ctx: Ctx, id: string, pictures: 'none' | 'remote'): Promise<string> {
    const { html } = await this.content(ctx, await this.find(ctx, id));
    return previewDocument(html ?? '', { pictures }).document;
  }

  private async find(ctx: Ctx, id: string): Promise<AssetEntity> {
    const { workspaceId } = ctx;
    const asset = await this.database.small.getRepository(AssetEntity).findOneBy({ workspaceId, id });
    if (!asset) throw new TallysheetError('asset-not-found', { id });
    return asset;
  }

  private async content(ctx: Ctx, asset: AssetEntity): Promise<{ html: string | null; text: string | null }> {
    const [content] = await this.store.query<{ html: string | null; text: string | null }>(
      'SELECT html, text FROM asset_content WHERE workspace_id = ? AND asset_key = ?',
      [ctx.workspaceId, asset.key],
    );
    return content ?? { html: null, text: null };
  }
}
