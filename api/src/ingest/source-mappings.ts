import { Injectable } from '@nestjs/common';
import { DEFAULT_MAPPING, type Ctx, type SourceMapping } from '@tallysheet/contract';
import { IsNull } from 'typeorm';
import { Database } from '../database/database';
import { SourceKeyEntity } from '../database/entities/source-key.entity';

/** Where each source's notices name campaign, email and so on, whichever way they come in. */
@Injectable()
export class SourceMappings {
  constructor(private readonly database: Database) {}

  /** That of the source's newest webhook, else the one that suits most senders. */
  async of({ workspaceId }: Ctx, source: string): Promise<SourceMapping> {
    const [newest] = await this.database.small.getRepository(SourceKeyEntity).find({
      where: { workspaceId, source, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return newest?.mapping ?? DEFAULT_MAPPING;
  }
}
