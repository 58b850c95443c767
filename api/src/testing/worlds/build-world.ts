import type { Channel, Ctx } from '@tallysheet/contract';
import { AssetEntity } from '../../database/entities/asset.entity';
import { Folder } from '../../database/entities/folder.entity';
import { Program } from '../../database/entities/program.entity';
import { SmartCampaign } from '../../database/entities/smart-campaign.entity';
import { Workspace } from '../../database/entities/workspace.entity';
import { IngestService } from '../../ingest/ingest.service';
import { LinkService } from '../../links/link.service';
import { LOCAL_CTX } from '../../platform/workspace-id';
import { SettingsService } from '../../settings/settings.service';
import type { TestApp } from '../test-app';
import type { Step, World, WorldSettings } from './world';

type Retyping = Extract<Step, { kind: 'retype' }>;

/** Makes a workspace of a world in this store, and does to it all that happened, in this order. */
export async function buildWorld(app: TestApp, world: World, workspaceId: number): Promise<Ctx> {
  const ctx: Ctx = { ...LOCAL_CTX, workspaceId };
  await furnish(app, ctx, world);
  // What nobody has clicked yet cannot be said to be for anything.
  const unknown: Retyping[] = [];
  for (const step of world.steps) {
    if (step.kind === 'tell') await app.get(IngestService).ingest(ctx, step.source, step.events);
    else if (step.kind === 'settle') await settle(app, ctx, world.settings);
    else if (!(await retype(app, ctx, step))) unknown.push(step);
  }
  for (const step of unknown) await retype(app, ctx, step);
  return ctx;
}

async function furnish(app: TestApp, { workspaceId }: Ctx, { firstSettings, tree, now }: World): Promise<void> {
  const { timeZone, weekStart, repeatSends, repeatKey, softBounce, bots, links, domains } = firstSettings;
  await app.database.write(async (manager) => {
    await manager.insert(Workspace, {
      ...{ id: workspaceId, name: `World ${workspaceId}`, language: 'en', timeZone, weekStart },
      ...{ repeatSends, repeatKey, softBounce, proximitySeconds: bots.proximitySeconds },
      ...{ rebuilding: 0, demoState: 'none', revision: 0, factsVersion: 0, createdAt: now },
      ...{ personalParameters: links.personalParameters, domainAliases: domains.aliases },
    });
    const own = { workspaceId };
    await manager.insert(
      Folder,
      tree.folders.map((each) => ({ ...own, ...each, name: each.id, programId: null })),
    );
    await manager.insert(
      Program,
      tree.programs.map((each) => {
        return { ...own, ...each, channel: null, tags: JSON.stringify(each.tags), archived: Number(each.archived) };
      }),
    );
    const placed = { ...own, folderId: null, provisional: 0 };
    await manager.insert(
      SmartCampaign,
      tree.campaigns.map((each) => ({
        ...placed,
        ...each,
        campaignType: 'batch' as const,
        archived: Number(each.archived),
      })),
    );
    await manager.insert(
      AssetEntity,
      tree.assets.map((each) => ({
        ...{ ...placed, ...each, channel: each.channel as Channel },
        ...{ openTracking: Number(each.openTracking), archived: Number(each.archived) },
      })),
    );
  });
}

async function settle(app: TestApp, ctx: Ctx, settings: WorldSettings): Promise<void> {
  const service = app.get(SettingsService);
  await service.change(ctx, settings);
  await service.settled();
  if ((await service.read(ctx)).rebuilding) throw new Error('The recount has not come to its end');
}

/** Answers false where nobody has clicked the link. */
async function retype(app: TestApp, ctx: Ctx, { link: url, type }: Retyping): Promise<boolean> {
  const { links } = await app.get(LinkService).page(ctx, { search: url, after: 0 });
  const found = links.find((each) => each.url === url);
  if (!found) return false;
  await app.get(LinkService).change(ctx, found.id, { type });
  await app.get(SettingsService).settled();
  return true;
}
