import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  DEFAULT_MAPPING,
  TallysheetError,
  UNSIGNED_PROVIDERS,
  type Ctx,
  type NewSourceKey,
  type ProviderId,
  type SourceKey,
  type SourceKeyPatch,
} from '@tallysheet/contract';
import { IsNull } from 'typeorm';
import { Database } from '../database/database';
import { SourceKeyEntity } from '../database/entities/source-key.entity';
import { RefusedCalls } from './refused-calls';

/** The addresses that senders' webhooks call. */
@Injectable()
export class SourceKeyService {
  constructor(
    private readonly database: Database,
    private readonly refused: RefusedCalls,
  ) {}

  /** Throws `invalid-request` {secret} for a sender that signs, when no secret is given. */
  async create(ctx: Ctx, { provider, source, secret, mapping }: NewSourceKey): Promise<SourceKey> {
    if (secret === undefined && !maybeUnsigned(provider)) throw new TallysheetError('invalid-request', {}, 'secret');
    const row: SourceKeyEntity = {
      workspaceId: ctx.workspaceId,
      id: randomUUID(),
      source: source ?? provider,
      provider,
      key: randomBytes(24).toString('base64url'),
      secret: secret ?? null,
      previousSecret: null,
      mapping: { ...DEFAULT_MAPPING, ...mapping },
      refused: 0,
      createdAt: Date.now(),
      revokedAt: null,
    };
    await this.database.write((manager) => manager.insert(SourceKeyEntity, row));
    return told(ctx, row);
  }

  async change(ctx: Ctx, id: string, { secret, endPrevious, mapping }: SourceKeyPatch): Promise<SourceKey> {
    const row = await this.find(ctx, id);
    if (secret !== undefined && secret !== row.secret) {
      row.previousSecret = row.secret;
      row.secret = secret;
    }
    if (endPrevious) row.previousSecret = null;
    if (mapping) row.mapping = { ...row.mapping, ...mapping };
    const { previousSecret } = row;
    const change = { secret: row.secret, previousSecret, mapping: row.mapping };
    await this.database.write((manager) =>
      manager.update(SourceKeyEntity, { workspaceId: ctx.workspaceId, id }, change),
    );
    return told(ctx, row);
  }

  async revoke(ctx: Ctx, id: string): Promise<void> {
    const { workspaceId } = await this.find(ctx, id);
    await this.database.write((manager) =>
      manager.update(SourceKeyEntity, { workspaceId, id }, { revokedAt: Date.now() }),
    );
  }

  async list(ctx: Ctx): Promise<SourceKey[]> {
    await this.refused.written();
    const where = { workspaceId: ctx.workspaceId, revokedAt: IsNull() };
    return (await this.rows.find({ where, order: { createdAt: 'ASC', id: 'ASC' } })).map((row) => told(ctx, row));
  }

  /** The key that a webhook's address names. Throws `unknown-source-key`, and tells nothing of what there is. */
  async open(provider: string, key: string): Promise<SourceKeyEntity> {
    const row = await this.rows.findOneBy({ key, revokedAt: IsNull() });
    if (row?.provider !== provider) throw new TallysheetError('unknown-source-key');
    return row;
  }

  private async find(ctx: Ctx, id: string): Promise<SourceKeyEntity> {
    await this.refused.written();
    const row = await this.rows.findOneBy({ workspaceId: ctx.workspaceId, id, revokedAt: IsNull() });
    if (!row) throw new TallysheetError('unknown-source-key');
    return row;
  }

  private get rows() {
    return this.database.small.getRepository(SourceKeyEntity);
  }
}

function maybeUnsigned(provider: ProviderId): boolean {
  return (UNSIGNED_PROVIDERS as readonly string[]).includes(provider);
}

function told(ctx: Ctx, row: SourceKeyEntity): SourceKey {
  const { id, source, provider, key, secret, previousSecret, mapping, refused, createdAt } = row;
  return {
    ...{ id, source, provider, mapping, refused },
    path: ctx.permissions.includes('admin') ? `/api/webhooks/${provider}/${key}` : null,
    hasSecret: secret !== null,
    hasPreviousSecret: previousSecret !== null,
    createdAt: new Date(createdAt).toISOString(),
  };
}
