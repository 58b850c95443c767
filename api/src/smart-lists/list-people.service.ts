import { Injectable } from '@nestjs/common';
import { TallysheetError, type Ctx, type PeopleCount, type SmartList } from '@tallysheet/contract';
import type { FrameContext } from '@tallysheet/report-model';
import { Store, type Transaction } from '../database/store';
import { CountingRulesRepository } from '../ingest/counting-rules.repository';
import { compilePeopleCount } from '../reports/compile/compile-listed';
import { compileSmartList, type CompiledList } from '../reports/compile/compile-smart-list';
import type { ListGround } from '../reports/compile/list-test';
import { FoundLists } from './found-lists';
import { ListNames } from './list-names';
import { ListReader } from './list-reader';
import { ListedPeople } from './listed-people';

/** SQLite takes some more in one statement, which also asks for other things. */
const PARAMETERS = 20_000;

/** By what a list is read: the sheet's own clock, zone and switch. */
export interface ListContext {
  calendar: FrameContext;
  humanOnly: boolean;
}

/** Finds the people of a smart list. */
@Injectable()
export class ListPeopleService {
  private readonly found = new FoundLists();

  constructor(private readonly store: Store) {}

  /** All who are in a list, in the caller's snapshot. Throws what `ListReader` does. */
  async people(ctx: Ctx, snapshot: Transaction, list: SmartList, context: ListContext): Promise<ListedPeople> {
    const names = new ListNames(snapshot, ctx.workspaceId);
    const ground = await this.groundOf(ctx, snapshot, context.humanOnly);
    const compiled = await this.compiled(list, context, names, ground);
    const name = await nameOf(list, names);
    const text = 'SELECT revision FROM workspace WHERE id = ?';
    const [workspace] = await snapshot.query<{ revision: number | string }>(text, [ctx.workspaceId]);
    const about = [ctx.workspaceId, String(workspace!.revision), name, ground, compiled];
    return this.found.lookUp(JSON.stringify(about), async () => {
      const rows = await snapshot.query<{ person_id: Uint8Array }>(compiled.text, compiled.parameters);
      const found = rows.map(({ person_id: id }) => id);
      return new ListedPeople(compiled, ground, found, name);
    });
  }

  /** How many people are in a list, and of how many. Throws what `ListReader` does. */
  async count(ctx: Ctx, snapshot: Transaction, list: SmartList, context: ListContext): Promise<PeopleCount> {
    const names = new ListNames(snapshot, ctx.workspaceId);
    const ground = await this.groundOf(ctx, snapshot, context.humanOnly);
    const { text, parameters } = compilePeopleCount(await this.compiled(list, context, names, ground), ctx.workspaceId);
    const [row] = await snapshot.query<{ people: number; people_in: number }>(text, parameters);
    return { people: Number(row!.people_in), of: Number(row!.people) };
  }

  private async groundOf({ workspaceId }: Ctx, snapshot: Transaction, humanOnly: boolean): Promise<ListGround> {
    const rules = await new CountingRulesRepository().readFor(snapshot, workspaceId);
    const text = 'SELECT id FROM source WHERE workspace_id = ? ORDER BY id';
    const sources = await snapshot.query<{ id: number }>(text, [workspaceId]);
    const { dialect } = this.store;
    return {
      ...{ workspaceId, humanOnly, rules, sources: sources.map(({ id }) => id) },
      by: (index) => dialect.by(index),
      joinNext: dialect.joinNext,
    };
  }

  private async compiled(
    list: SmartList,
    { calendar }: ListContext,
    names: ListNames,
    ground: ListGround,
  ): Promise<CompiledList> {
    const compiled = compileSmartList(await new ListReader(names, calendar).read(list), ground);
    if (compiled.parameters.length > PARAMETERS) {
      throw new TallysheetError('smart-list-too-long', { limit: PARAMETERS }, 'smartList');
    }
    return compiled;
  }
}

/** What a list is called that is one saved list and nothing else. */
async function nameOf({ match, rules: [rule, ...others] }: SmartList, names: ListNames): Promise<string | null> {
  if (!rule || others.length > 0 || match === 'none' || !('list' in rule) || rule.not) return null;
  return (await names.list(rule.list))?.name ?? null;
}
