import { Injectable } from '@nestjs/common';
import type { AssetFilter, Ctx } from '@tallysheet/contract';
import { namePatternTest, plainName } from '@tallysheet/report-model';
import { Database } from '../database/database';
import { AssetEntity } from '../database/entities/asset.entity';
import { Program } from '../database/entities/program.entity';
import { SmartCampaign } from '../database/entities/smart-campaign.entity';
import { TreeService } from '../tree/tree.service';
import type { ResolvedFilter } from './compile/sheet-query';

/** Says which programs, campaigns and assets a filter means now. */
@Injectable()
export class AssetFilterService {
  constructor(
    private readonly database: Database,
    private readonly tree: TreeService,
  ) {}

  async resolve(ctx: Ctx, filter: AssetFilter = {}): Promise<ResolvedFilter> {
    const { folders, tags, namePattern, includeArchived = false, programs, ...ids } = filter;
    const among = [
      programs,
      folders && (await this.tree.programsIn(ctx, folders)),
      tags && (await this.programsTagged(ctx, tags)),
    ].filter((list) => list !== undefined);
    return {
      ...ids,
      ...(among.length > 0 && { programs: among.reduce((kept, list) => kept.filter((id) => list.includes(id))) }),
      ...(namePattern !== undefined && { named: await this.named(ctx, namePattern) }),
      ...(!includeArchived && (await this.withoutArchived(ctx, programs))),
    };
  }

  private async programsTagged(ctx: Ctx, tags: readonly string[]): Promise<string[]> {
    const { workspaceId } = ctx;
    const wanted = new Set(tags.map(plainName));
    const programs = await this.database.small.getRepository(Program).findBy({ workspaceId });
    return programs.filter((program) => tagsOf(program).some((tag) => wanted.has(plainName(tag)))).map(({ id }) => id);
  }

  private async named(ctx: Ctx, pattern: string): Promise<{ campaigns: string[]; assets: string[] }> {
    const { workspaceId } = ctx;
    const { small } = this.database;
    const options = { where: { workspaceId }, select: { id: true, name: true } };
    const fits = namePatternTest(pattern);
    const idsOf = (all: { id: string; name: string }[]) => all.filter(({ name }) => fits(name)).map(({ id }) => id);
    const [campaigns, assets] = await Promise.all([
      small.getRepository(SmartCampaign).find(options),
      small.getRepository(AssetEntity).find(options),
    ]);
    return { campaigns: idsOf(campaigns), assets: idsOf(assets) };
  }

  /** Nothing to leave out in a workspace that has archived nothing. */
  private async withoutArchived(
    ctx: Ctx,
    named: readonly string[] = [],
  ): Promise<Pick<ResolvedFilter, 'withoutArchived'>> {
    const archived = { workspaceId: ctx.workspaceId, archived: 1 };
    const { small } = this.database;
    const [programs, campaign, asset] = await Promise.all([
      small.getRepository(Program).findBy(archived),
      small.getRepository(SmartCampaign).existsBy(archived),
      small.getRepository(AssetEntity).existsBy(archived),
    ]);
    if (programs.length === 0 && !campaign && !asset) return {};
    return { withoutArchived: { programs: programs.map(({ id }) => id).filter((id) => !named.includes(id)) } };
  }
}

function tagsOf({ tags }: Program): string[] {
  return tags === null ? [] : (JSON.parse(tags) as string[]);
}
