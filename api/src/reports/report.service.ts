import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type Report,
  type ReportInput,
  type ReportPatch,
  type ReportQuery,
} from '@tallysheet/contract';
import { IsNull, type QueryDeepPartialEntity } from 'typeorm';
import { Database } from '../database/database';
import { Folder } from '../database/entities/folder.entity';
import { Program } from '../database/entities/program.entity';
import { ReportEntity } from '../database/entities/report.entity';
import { SmartListService } from '../smart-lists/smart-list.service';
import { checkQuery } from './check-query';

/** Saved reports: what was asked for, and how it was laid out. */
@Injectable()
export class ReportService {
  constructor(
    private readonly database: Database,
    private readonly smartLists: SmartListService,
  ) {}

  /** Newest first. */
  async list(ctx: Ctx): Promise<Report[]> {
    const reports = await this.repository.find({
      where: { workspaceId: ctx.workspaceId, deletedAt: IsNull() },
      order: { updatedAt: 'DESC' },
    });
    return reports.map(toReport);
  }

  /** Throws `report-not-found`. */
  async read(ctx: Ctx, id: string): Promise<Report> {
    return toReport(await this.find(ctx, id));
  }

  /** Throws `program-not-found`, and what `checkQuery` and `SmartListService.check` throw. */
  async create(ctx: Ctx, input: ReportInput): Promise<Report> {
    await this.check(ctx, input.query);
    await this.checkPlace(ctx, input);
    const now = Date.now();
    const report: ReportEntity = {
      workspaceId: ctx.workspaceId,
      id: randomUUID(),
      ...input,
      programId: input.programId ?? null,
      folderId: input.folderId ?? null,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
    };
    await this.database.write((manager) => manager.insert(ReportEntity, report));
    return toReport(report);
  }

  async change(ctx: Ctx, id: string, patch: ReportPatch): Promise<Report> {
    await this.find(ctx, id);
    if (patch.query) await this.check(ctx, patch.query);
    await this.checkPlace(ctx, patch);
    const { workspaceId } = ctx;
    const changes = { ...patch, updatedAt: Date.now() };
    await this.database.write((manager) =>
      manager.update(
        ReportEntity,
        { workspaceId, id, deletedAt: IsNull() },
        changes as QueryDeepPartialEntity<ReportEntity>,
      ),
    );
    return this.read(ctx, id);
  }

  async clone(ctx: Ctx, id: string, name: string): Promise<Report> {
    const { programId, folderId, query, layout } = await this.read(ctx, id);
    return this.create(ctx, { name, programId, folderId, query, layout });
  }

  /** Takes the report out of the tree. It can be brought back. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.find(ctx, id);
    await this.setDeletedAt(ctx, id, Date.now());
  }

  async restore(ctx: Ctx, id: string): Promise<Report> {
    await this.setDeletedAt(ctx, id, null);
    return this.read(ctx, id);
  }

  private get repository() {
    return this.database.small.getRepository(ReportEntity);
  }

  private async find(ctx: Ctx, id: string): Promise<ReportEntity> {
    const report = await this.repository.findOneBy({ workspaceId: ctx.workspaceId, id, deletedAt: IsNull() });
    if (!report) throw new TallysheetError('report-not-found', { id });
    return report;
  }

  private async setDeletedAt(ctx: Ctx, id: string, deletedAt: number | null): Promise<void> {
    const { workspaceId } = ctx;
    await this.database.write((manager) => manager.update(ReportEntity, { workspaceId, id }, { deletedAt }));
  }

  private async check(ctx: Ctx, query: ReportQuery): Promise<void> {
    checkQuery(query);
    if (query.smartList) await this.smartLists.check(ctx, query.smartList);
  }

  private async checkPlace(ctx: Ctx, { programId, folderId }: ReportPatch): Promise<void> {
    const { workspaceId } = ctx;
    const { small } = this.database;
    if (programId && !(await small.getRepository(Program).existsBy({ workspaceId, id: programId }))) {
      throw new TallysheetError('program-not-found', { id: programId }, 'programId');
    }
    if (folderId && !(await small.getRepository(Folder).existsBy({ workspaceId, id: folderId }))) {
      throw new TallysheetError('not-found', { id: folderId }, 'folderId');
    }
  }
}

function toReport({ createdAt, updatedAt, ...report }: ReportEntity): Report {
  const { id, name, programId, folderId, query, layout } = report;
  const at = (ms: number) => new Date(ms).toISOString();
  return { id, name, programId, folderId, query, layout, createdAt: at(createdAt), updatedAt: at(updatedAt) };
}
