import { Injectable } from '@nestjs/common';
import type { Ctx, ReportQuery } from '@tallysheet/contract';
import type { CountedLeaves, Leaf, ResolvedFrame } from '@tallysheet/report-model';
import type { Transaction } from '../../database/store';
import { compileCosts, compilePrograms, compileStarts, compileSuccesses } from '../compile/compile-programs';
import type { CompiledQuery, SheetQuery } from '../compile/sheet-query';

interface ProgramRow {
  id: string;
  name: string;
  tags: string | null;
  success_statuses: string | null;
}

interface Asked {
  ctx: Ctx;
  query: ReportQuery;
  asked: SheetQuery;
  frame: ResolvedFrame;
}

/** Counts what is of a program as a whole, beside its messages: new names, successes, and what it cost. */
@Injectable()
export class ProgramCounts {
  /** The same leaves with these figures. A program that has any of them has its row, whether it sent anything or not. */
  async beside(
    snapshot: Transaction,
    leaves: CountedLeaves,
    { ctx, query, asked, frame }: Asked,
  ): Promise<CountedLeaves> {
    const { workspaceId } = ctx;
    const run = <T>({ text, parameters }: CompiledQuery) => snapshot.query<T>(text, parameters);
    const programs = new Map<string, ProgramRow>();
    for (const program of await run<ProgramRow>(compilePrograms(workspaceId, asked.filter))) {
      programs.set(program.id, program);
    }
    const people = { workspaceId, hideDeleted: query.hideDeletedPeople ?? false, from: frame.from, to: frame.to };

    const added = new Map<string, Leaf>();
    const leafOf = (id: string): Leaf | undefined => {
      const program = programs.get(id);
      if (program && !added.has(id)) added.set(id, programLeaf(program));
      return added.get(id);
    };
    const homes = await homesOfCampaigns(snapshot, workspaceId);
    for (const { place, people: n } of await run<{ place: string; people: number }>(compileStarts(people))) {
      const id = place.startsWith('c') ? homes.get(place.slice(1)) : place.slice(1);
      const leaf = id === undefined ? undefined : leafOf(id);
      if (leaf) leaf.counters.newNames = (leaf.counters.newNames ?? 0) + Number(n);
    }
    const costs = compileCosts(workspaceId, frame.firstDay, frame.lastDay);
    for (const { program_id: id, amount } of await run<{ program_id: string; amount: number }>(costs)) {
      const leaf = leafOf(id);
      if (leaf) leaf.counters.cost = Number(amount);
    }

    const distinct = new Map(leaves.distinct);
    const own = ownSuccesses([...programs.values()]);
    for (const inAll of [false, true]) {
      const successes = compileSuccesses({ ...people, programs: [...programs.keys()], own, inAll });
      for (const { program_id: id, counted } of await run<{ program_id?: string; counted: number }>(successes)) {
        if (id !== undefined) leafOf(id);
        const rowId = id === undefined ? 'total' : `program:${id}`;
        distinct.set(rowId, { ...distinct.get(rowId), successes: Number(counted) });
      }
    }
    return { ...leaves, whole: [...leaves.whole, ...added.values()], distinct };
  }
}

/** The program that each campaign is in now. */
async function homesOfCampaigns(snapshot: Transaction, workspaceId: number): Promise<Map<string, string>> {
  const text = 'SELECT id, program_id FROM smart_campaign WHERE workspace_id = ?';
  const rows = await snapshot.query<{ id: string; program_id: string }>(text, [workspaceId]);
  return new Map(rows.map(({ id, program_id: program }) => [id, program]));
}

function ownSuccesses(programs: readonly ProgramRow[]): Map<string, string[]> {
  const told = programs.filter((program) => program.success_statuses !== null);
  return new Map(told.map(({ id, success_statuses: statuses }) => [id, JSON.parse(statuses!) as string[]]));
}

function programLeaf({ id, name, tags }: ProgramRow): Leaf {
  const texts = { tags: tags ? (JSON.parse(tags) as string[]).join(', ') || null : null };
  return { subjects: { program: { kind: 'program', id, name, texts } }, counters: {}, extremes: {}, texts: {} };
}
