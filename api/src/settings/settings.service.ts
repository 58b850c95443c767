import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type Settings,
  type SettingsAnswer,
  type SettingsPatch,
} from '@tallysheet/contract';
import { isTimeZone } from '@tallysheet/report-model';
import { Database } from '../database/database';
import { Workspace } from '../database/entities/workspace.entity';
import { MARK_ALL_STALE } from '../ingest/pairs';
import { RecountJob } from '../ingest/recount-job';
import { LinkService } from '../links/link.service';

/** Settings whose change alters what is counted. */
const COUNTING = ['repeatSends', 'repeatKey', 'softBounce', 'bots'] as const;

/** A workspace's own choices: time, language, and the counting rules that are up to it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly links: LinkService,
    private readonly job: RecountJob,
  ) {}

  async read(ctx: Ctx): Promise<SettingsAnswer> {
    const workspace = await this.database.small.getRepository(Workspace).findOneByOrFail({ id: ctx.workspaceId });
    return answer(workspace);
  }

  /**
   * Changes settings. A changed counting rule recounts everything in the background; `rebuilding` says so until it is
   * done, also after a restart. Throws `unknown-time-zone`, `settings-changing`.
   */
  async change(ctx: Ctx, patch: SettingsPatch): Promise<SettingsAnswer> {
    if (patch.timeZone !== undefined && !isTimeZone(patch.timeZone)) {
      throw new TallysheetError('unknown-time-zone', { timeZone: patch.timeZone }, 'timeZone');
    }
    const before = await this.read(ctx);
    if (Object.keys(patch).length === 0) return before;
    const isChanged = (id: keyof Settings) => id in patch && JSON.stringify(patch[id]) !== JSON.stringify(before[id]);
    const recounts = COUNTING.some(isChanged);
    if ((recounts || isChanged('links')) && this.job.isRunning) throw new TallysheetError('settings-changing');
    const { links, ...others } = patch;
    await this.database.write(async (manager) => {
      if (recounts) await manager.query(MARK_ALL_STALE, [ctx.workspaceId]);
      const columns = { ...columnsOf(others), ...(recounts ? { rebuilding: 1 } : {}) };
      if (Object.keys(columns).length > 0) await manager.update(Workspace, { id: ctx.workspaceId }, columns);
      await manager.increment(Workspace, { id: ctx.workspaceId }, 'revision', 1);
      // A batch may have begun a campaign meanwhile; from here on none commits that has counted by the rule as it was.
      if (recounts) await manager.query(MARK_ALL_STALE, [ctx.workspaceId]);
    });
    if (links && isChanged('links')) await this.links.takeAsPersonal(ctx, links.personalParameters);
    if (recounts) this.job.start(ctx);
    return this.read(ctx);
  }

  /** Takes up a recount that a stop of the program cut short. */
  async resume(ctx: Ctx): Promise<void> {
    if ((await this.read(ctx)).rebuilding) this.job.start(ctx);
  }

  /** Resolves when no recount is under way in this process. */
  settled(): Promise<void> {
    return this.job.settled();
  }
}

function answer(workspace: Workspace): SettingsAnswer {
  return {
    workspaceName: workspace.name,
    timeZone: workspace.timeZone,
    weekStart: workspace.weekStart,
    language: workspace.language,
    repeatSends: workspace.repeatSends,
    repeatKey: workspace.repeatKey,
    softBounce: workspace.softBounce,
    bots: { proximitySeconds: workspace.proximitySeconds },
    links: { personalParameters: workspace.personalParameters ?? [] },
    domains: { aliases: workspace.domainAliases ?? {} },
    rebuilding: workspace.rebuilding === 1,
  };
}

function columnsOf({ workspaceName, bots, domains, ...same }: Omit<SettingsPatch, 'links'>): Partial<Workspace> {
  return {
    ...(same satisfies Partial<Settings>),
    ...(workspaceName === undefined ? {} : { name: workspaceName }),
    ...(bots === undefined ? {} : { proximitySeconds: bots.proximitySeconds }),
    ...(domains === undefined ? {} : { domainAliases: domains.aliases }),
  };
}
