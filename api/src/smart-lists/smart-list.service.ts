import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type Ctx,
  type PeopleCount,
  type SavedSmartList,
  type SavedSmartListInput,
  type SavedSmartListPatch,
  type SmartList,
} from '@tallysheet/contract';
import type { FrameContext } from '@tallysheet/report-model';
import { IsNull } from 'typeorm';
import { Database } from '../database/database';
import { ReportEntity } from '../database/entities/report.entity';
import { SmartListEntity } from '../database/entities/smart-list.entity';
import { Workspace } from '../database/entities/workspace.entity';
import { Store } from '../database/store';
import { SettingsService } from '../settings/settings.service';
import { ListNames } from './list-names';
import { ListPeopleService } from './list-people.service';
import { ListReader } from './list-reader';
import { listsNamed } from './lists-named';

/** As long as every store takes it. */
const JSON_BYTES = 60_000;

/** Saved smart lists: made once, used by reports and by each other. */
@Injectable()
export class SmartListService {
  constructor(
    private readonly database: Database,
    private readonly store: Store,
    private readonly settings: SettingsService,
    private readonly people: ListPeopleService,
  ) {}

  /** By name. */
  async list({ workspaceId }: Ctx): Promise<SavedSmartList[]> {
    const lists = await this.repository.find({ where: { workspaceId }, order: { name: 'ASC', id: 'ASC' } });
    return lists.map(toSaved);
  }

  /** Throws `smart-list-not-found`. */
  async read(ctx: Ctx, id: string): Promise<SavedSmartList> {
    return toSaved(await this.find(ctx, id));
  }

  /** Throws what `ListReader` does. */
  async create(ctx: Ctx, input: SavedSmartListInput): Promise<SavedSmartList> {
    await this.check(ctx, input.smartList);
    const now = Date.now();
    const { workspaceId } = ctx;
    const list: SmartListEntity = { workspaceId, id: randomUUID(), ...input, createdAt: now, updatedAt: now };
    await this.database.write((manager) => manager.insert(SmartListEntity, list));
    return toSaved(list);
  }

  /** Sheets that use the list are counted by it as it is from now on. Throws `smart-list-not-found`, and what `ListReader` does. */
  async change(ctx: Ctx, id: string, patch: SavedSmartListPatch): Promise<SavedSmartList> {
    const list = await this.find(ctx, id);
    if (patch.smartList) await this.check(ctx, patch.smartList, id);
    const { workspaceId } = ctx;
    const changed = { ...list, ...patch, updatedAt: Date.now() };
    await this.database.write(async (manager) => {
      await manager.save(SmartListEntity, changed);
      await manager.increment(Workspace, { id: workspaceId }, 'revision', 1);
    });
    return toSaved(changed);
  }

  /** Throws `smart-list-not-found`, and `smart-list-in-use` {count, names} as long as a report or another list names it. */
  async remove(ctx: Ctx, id: string): Promise<void> {
    await this.find(ctx, id);
    const users = await this.usersOf(ctx, id);
    if (users.length > 0) {
      throw new TallysheetError('smart-list-in-use', { count: users.length, names: users.slice(0, 10).join(', ') });
    }
    await this.database.write((manager) => manager.delete(SmartListEntity, { workspaceId: ctx.workspaceId, id }));
  }

  /** How many people are in a list, by the workspace's clock. Throws what `ListReader` does. */
  async count(ctx: Ctx, list: SmartList, signal: AbortSignal): Promise<PeopleCount> {
    const calendar = await this.calendar(ctx);
    return this.store.snapshot((snapshot) => this.people.count(ctx, snapshot, list, { calendar, humanOnly: false }), {
      about: `people of ${JSON.stringify(list)}`,
      signal,
    });
  }

  /** Whether a list can be used as it is; `id` is its own, if it has one. Throws what `ListReader` does. */
  async check(ctx: Ctx, list: SmartList, id?: string): Promise<void> {
    if (Buffer.byteLength(JSON.stringify(list)) > JSON_BYTES) {
      throw new TallysheetError('payload-too-large', { limit: `${JSON_BYTES / 1000} kB` }, 'smartList');
    }
    const names = new ListNames(this.store, ctx.workspaceId);
    await new ListReader(names, await this.calendar(ctx)).read(list, id);
  }

  private get repository() {
    return this.database.small.getRepository(SmartListEntity);
  }

  private async find({ workspaceId }: Ctx, id: string): Promise<SmartListEntity> {
    const list = await this.repository.findOneBy({ workspaceId, id });
    if (!list) throw new TallysheetError('smart-list-not-found', { id });
    return list;
  }

  private async calendar(ctx: Ctx): Promise<FrameContext> {
    const { timeZone, weekStart } = await this.settings.read(ctx);
    return { timeZone, weekStart, now: Date.now() };
  }

  /** The names of the reports and lists that name a list. */
  private async usersOf({ workspaceId }: Ctx, id: string): Promise<string[]> {
    const { small } = this.database;
    const [reports, lists] = await Promise.all([
      small.getRepository(ReportEntity).findBy({ workspaceId, deletedAt: IsNull() }),
      this.repository.findBy({ workspaceId }),
    ]);
    const uses = (list: SmartList | undefined) => list !== undefined && listsNamed(list).has(id);
    return [
      ...reports.filter(({ query }) => uses(query.smartList)),
      ...lists.filter(({ smartList }) => uses(smartList)),
    ].map(({ name }) => name);
  }
}

function toSaved({ id, name, smartList, createdAt, updatedAt }: SmartListEntity): SavedSmartList {
  const at = (ms: number) => new Date(ms).toISOString();
  return { id, name, smartList, createdAt: at(createdAt), updatedAt: at(updatedAt) };
}
