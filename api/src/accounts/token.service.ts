import { hash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Ctx, Scope } from '@tallysheet/contract';
import type { Logger } from 'pino';
import { IsNull } from 'typeorm';
import { Database } from '../database/database';
import { ApiToken } from '../database/entities/api-token.entity';
import { LOG } from '../platform/tokens';

const PREFIX = 'ts_';
const USED_EVERY_MS = 60_000;

/** API tokens: shown once, kept as a hash. */
@Injectable()
export class TokenService {
  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Makes a token and answers it; it cannot be read again. */
  async create(ctx: Ctx, scopes: Scope[], name: string): Promise<string> {
    const token = PREFIX + randomBytes(32).toString('base64url');
    const row: ApiToken = {
      workspaceId: ctx.workspaceId,
      id: randomUUID(),
      name,
      hash: digest(token),
      scopes,
      createdAt: Date.now(),
      lastUsedAt: null,
      revokedAt: null,
    };
    await this.database.write((manager) => manager.insert(ApiToken, row));
    return token;
  }

  /** The token's row while it is valid. Its last use is noted about once a minute. */
  async find(token: string): Promise<ApiToken | null> {
    const repository = this.database.small.getRepository(ApiToken);
    const row = await repository.findOneBy({ hash: digest(token), revokedAt: IsNull() });
    if (row && Date.now() - (row.lastUsedAt ?? 0) > USED_EVERY_MS) {
      const lastUsedAt = Date.now();
      // Nobody waits for this note, least of all behind a long import.
      void this.database
        .write((manager) => manager.update(ApiToken, { hash: row.hash }, { lastUsedAt }))
        .catch((error: unknown) => this.log.warn({ err: error }, 'last use of a token not noted'));
    }
    return row;
  }
}

/** A token is random and long, so a plain hash keeps it safe. */
function digest(token: string): string {
  return hash('sha256', token);
}
