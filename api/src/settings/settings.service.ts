import { Inject, Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type Settings,
  type SettingsAnswer,
  type SettingsPatch,
} from '@tallysheet/contract';
import { isTimeZone } from '@tallysheet/report-model';
import type { Logger } from 'pino';
import { Database } from '../database/database';
import { Workspace } from '../database/entities/workspace.entity';
import { RecountService } from '../ingest/recount.service';
import { LOG } from '../platform/tokens';

/** Settings whose change alters what is counted. */
const COUNTING = ['repeatSends', 'repeatKey', 'softBounce', 'bots'] as const;

/** A workspace's own choices: time, language, and the counting rules that are up to it. */
@Injectable()
export class SettingsService {
  private recounting: Promise<void> = Promise.resolve();
  private running = false;

  constructor(
    private readonly database: Database,
    private readonly recount: RecountService,
    @Inject(LOG) private readonly log: Logger,
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
    const recounts = COUNTING.some((id) => id in patch && JSON.stringify(patch[id]) !== JSON.stringify(before[id]));
    if (recounts && this.running) throw new TallysheetError('settings-changing');
    await this.database.write((manager) =>
      manager.update(
        Workspace,
        { id: ctx.workspaceId },
        { ...columnsOf(patch), ...(recounts ? { rebuilding: 1 } : {}) },
      ),
    );
    if (recounts) this.startRecount(ctx);
    return this.read(ctx);
  }

  /** Takes up a recount that a stop of the program cut short. */
  async resume(ctx: Ctx): Promise<void> {
    if ((await this.read(ctx)).rebuilding) this.startRecount(ctx);
  }

  /** Resolves when no recount is under way in this process. */
  settled(): Promise<void> {
    return this.recounting;
  }

  private startRecount(ctx: Ctx): void {
    this.running = true;
    this.recounting = this.recount
      .recount(ctx)
      .catch((error: unknown) => {
        this.log.error({ err: error }, 'recount failed; it is taken up at the next start, or by the rebuild command');
      })
      .finally(() => (this.running = false));
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
    rebuilding: workspace.rebuilding === 1,
  };
}

function columnsOf({ workspaceName, bots, ...same }: SettingsPatch): Partial<Workspace> {
  return {
    ...(same satisfies Partial<Settings>),
    ...(workspaceName === undefined ? {} : { name: workspaceName }),
    ...(bots === undefined ? {} : { proximitySeconds: bots.proximitySeconds }),
  };
}
