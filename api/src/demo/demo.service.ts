import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DEMO_SOURCE, TallysheetError, type CanonicalEvent, type Ctx } from '@tallysheet/contract';
import { reportTypeById } from '@tallysheet/report-model';
import type { AssetRecord } from '@tallysheet/sources';
import { Database } from '../database/database';
import { Program } from '../database/entities/program.entity';
import { ReportEntity } from '../database/entities/report.entity';
import { Workspace, type DemoState } from '../database/entities/workspace.entity';
import { selectIn } from '../database/bulk';
import { Store, type SqlValue } from '../database/store';
import { AssetImportService } from '../imports/asset-import.service';
import { TALLY_TABLES } from '../ingest/breakdown.repository';
import { IngestService } from '../ingest/ingest.service';
import { demoWorkspace, type DemoAsset } from './demo-workspace';

const SEED = 1;
const EVENTS_PER_BATCH = 5_000;
const DAY_MS = 86_400_000;
/** Longer than one batch takes. */
const STILL_LOADING_MS = 10_000;

/** The demo: a year of a shop's mailings to look around in, and to take away again. */
@Injectable()
export class DemoService {
  constructor(
    private readonly database: Database,
    private readonly store: Store,
    private readonly ingest: IngestService,
    private readonly assets: AssetImportService,
  ) {}

  /** At start: loads the demo into a store that nothing was ever put into, or finishes a load that was cut short. */
  async loadOnce(ctx: Ctx): Promise<boolean> {
    const state = await this.state(ctx);
    if (state === 'loading') {
      if (!(await this.isAbandoned(ctx))) return false;
      await this.clear(ctx);
      if (!(await this.isEmpty(ctx))) return false;
    } else if (state !== 'none' || !(await this.isEmpty(ctx)) || !(await this.claim(ctx))) return false;
    await this.load(ctx);
    return true;
  }

  /** Loads the demo on request. Throws `demo-not-empty` when there is data already. */
  async loadIntoEmpty(ctx: Ctx): Promise<void> {
    if (!(await this.isEmpty(ctx))) throw new TallysheetError('demo-not-empty');
    await this.load(ctx);
  }

  /** Removes the demo's data and nothing else, for good: no later start brings it back. */
  async clear({ workspaceId }: Ctx): Promise<void> {
    const demo = demoWorkspace({ seed: SEED, lastDay: yesterday() });
    const ids = (kind: DemoAsset['kind']) => demo.assets.filter((asset) => asset.kind === kind).map(({ id }) => id);
    await this.store.transaction(async (transaction) => {
      const keysOf = async (table: string, column: string, kind: DemoAsset['kind']) => {
        const text = `SELECT ${column} AS short_key FROM ${table} WHERE workspace_id = ? AND id IN {in}`;
        const rows = await selectIn<{ short_key: number }>(transaction, text, [workspaceId], ids(kind));
        return rows.map((row) => row.short_key);
      };
      const remove = (table: string, column: string, values: readonly SqlValue[]) =>
        selectIn(
          transaction,
          `DELETE FROM ${table} WHERE workspace_id = ? AND ${column} IN {in}`,
          [workspaceId],
          values,
        );

      const campaigns = await keysOf('smart_campaign', 'campaign_key', 'campaign');
      // The pairs first: whoever adds to them waits, and then finds them gone.
      for (const table of ['campaign_asset', 'link_use', ...TALLY_TABLES, 'message', 'event']) {
        await remove(table, 'campaign_key', campaigns);
      }
      const sources = 'SELECT id FROM source WHERE workspace_id = ? AND name = ?';
      const [source] = await transaction.query<{ id: number }>(sources, [workspaceId, DEMO_SOURCE]);
      if (source) await remove('event', 'source_id', [source.id]);
      const people = "workspace_id = ? AND person_key LIKE 'demo-person-%'";
      const merged = `workspace_id = ? AND person_id IN (SELECT person_id FROM person WHERE ${people})`;
      await transaction.query(`DELETE FROM person_identity WHERE ${merged}`, [workspaceId, workspaceId]);
      await transaction.query(`DELETE FROM person WHERE ${people}`, [workspaceId]);
      await remove('asset_content', 'asset_key', await keysOf('asset', 'asset_key', 'email'));
      await remove(
        'report',
        'id',
        demo.reports.map((_report, at) => reportId(at)),
      );
      await remove('smart_campaign', 'id', ids('campaign'));
      await remove('asset', 'id', ids('email'));
      await remove('program', 'id', ids('program'));
      await remove('folder', 'id', ids('folder'));
      const done = "UPDATE workspace SET demo_state = 'cleared', revision = revision + 1 WHERE id = ?";
      await transaction.query(done, [workspaceId]);
    });
  }

  private async load(ctx: Ctx): Promise<void> {
    const demo = demoWorkspace({ seed: SEED, lastDay: yesterday() });
    await this.setState(ctx, 'loading');
    await this.assets.save(ctx, demo.assets.map(toRecord));
    let batch: CanonicalEvent[] = [];
    const flush = async () => {
      await this.ingest.ingest(ctx, DEMO_SOURCE, batch);
      batch = [];
    };
    for (const event of demo.events()) {
      batch.push(event);
      if (batch.length >= EVENTS_PER_BATCH) await flush();
    }
    await flush();
    const now = Date.now();
    const reports = demo.reports.map(({ name, programId, reportType, timeFrame }, at) => ({
      workspaceId: ctx.workspaceId,
      id: reportId(at),
      name,
      programId,
      folderId: null,
      query: { reportType, timeFrame, assetFilter: { programs: [programId] } },
      layout: { columns: reportTypeById(reportType).defaultColumns.map((id) => ({ id })), collapsed: [] },
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    }));
    await this.database.write((manager) => manager.save(ReportEntity, reports));
    await this.setState(ctx, 'loaded');
  }

  /** Several instances may start at once: one of them loads. */
  private async claim({ workspaceId }: Ctx): Promise<boolean> {
    const { affected } = await this.database.write((manager) =>
      manager.update(Workspace, { id: workspaceId, demoState: 'none' }, { demoState: 'loading' }),
    );
    return affected === 1;
  }

  /** A load that goes on raises the workspace's revision every second or so. */
  private async isAbandoned(ctx: Ctx): Promise<boolean> {
    for (let before = ''; ; await wait(STILL_LOADING_MS)) {
      const { demoState, revision } = await this.workspace(ctx);
      if (demoState !== 'loading') return false;
      if (String(revision) === before) return true;
      before = String(revision);
    }
  }

  private async isEmpty({ workspaceId }: Ctx): Promise<boolean> {
    const [event] = await this.store.query('SELECT 1 AS one FROM event WHERE workspace_id = ? LIMIT 1', [workspaceId]);
    return !event && !(await this.database.small.getRepository(Program).existsBy({ workspaceId }));
  }

  private async state(ctx: Ctx): Promise<DemoState> {
    return (await this.workspace(ctx)).demoState;
  }

  private workspace({ workspaceId }: Ctx): Promise<Workspace> {
    return this.database.small.getRepository(Workspace).findOneByOrFail({ id: workspaceId });
  }

  private async setState({ workspaceId }: Ctx, demoState: DemoState): Promise<void> {
    await this.database.write((manager) => manager.update(Workspace, { id: workspaceId }, { demoState }));
  }
}

/** A demo asset as an import of assets would bring it. */
function toRecord({ tags, ...asset }: DemoAsset): AssetRecord {
  return tags ? { ...asset, tags: Object.fromEntries(tags.map((tag) => [tag, tag])) } : asset;
}

function yesterday(): string {
  return new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
}

function reportId(at: number): string {
  return `demo-report-${at + 1}`;
}
