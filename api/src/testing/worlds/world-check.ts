import type { Ctx, ReportQuery } from '@tallysheet/contract';
import { NoRule, type BruteWorld } from '../oracle';
import type { TestApp } from '../test-app';
import { bruteWorldOf } from './brute-world';
import { buildWorld } from './build-world';
import { checkQuery } from './check-query';
import { keepFailing } from './failing-worlds';
import { minimalCase, type Case } from './minimal-world';
import { sqlBehind } from './sql-behind';
import type { World } from './world';

/** Workspaces of one store, each a world, and what their sheets are compared with. */
export class WorldCheck {
  private workspaces = 1;

  constructor(private readonly app: TestApp) {}

  /**
   * Compares the sheets of some queries with the count by the rules alone and answers how many rows each has. Throws for
   * the first wrong one, with its seed, query, SQL and the smallest world that shows it, and keeps that for the next run.
   * Throws `NoRule` for what the count by the rules does not know.
   */
  async check(world: World, queries: readonly ReportQuery[]): Promise<number[]> {
    const found = await this.inWorld(world, async (ctx) => {
      const rows: number[] = [];
      const told = bruteWorldOf(world);
      for (const query of queries) {
        const checked = await this.checked(ctx, told, query);
        if (checked.wrong !== null) return { query };
        rows.push(checked.rows);
      }
      return { rows };
    });
    if (found.rows) return found.rows;
    throw new Error(await this.report({ world, query: found.query }));
  }

  private async checked(
    ctx: Ctx,
    told: BruteWorld,
    query: ReportQuery,
  ): Promise<{ wrong: string | null; rows: number }> {
    try {
      return await checkQuery(this.app, ctx, told, query);
    } catch (error) {
      if (error instanceof NoRule) throw error;
      return { wrong: (error as Error).stack ?? String(error), rows: 0 };
    }
  }

  /** Does something in a new workspace of this world, at its time. */
  private async inWorld<T>(world: World, work: (ctx: Ctx) => Promise<T>): Promise<T> {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(world.now);
    try {
      return await work(await buildWorld(this.app, world, (this.workspaces += 1)));
    } finally {
      clock.mockRestore();
    }
  }

  private async report(found: Case): Promise<string> {
    const checkCase = ({ world, query }: Case, ctx: Ctx) => this.checked(ctx, bruteWorldOf(world), query);
    const wrongOf = (smaller: Case) =>
      this.inWorld(smaller.world, async (ctx) => (await checkCase(smaller, ctx)).wrong);
    const least = await minimalCase(found, async (smaller) => (await wrongOf(smaller)) !== null);
    const sql = await this.inWorld(least.world, (ctx) => sqlBehind(this.app, () => checkCase(least, ctx)));
    const { world, query } = least;
    const file = await keepFailing(least);
    return [
      `The sheet of a world is not what the rules alone give. Seed ${world.seed}; kept in ${file}, and tried first from now on.`,
      `Query: ${JSON.stringify({ ...query, columns: undefined })}`,
      `Settings: ${JSON.stringify(world.settings)}, at ${new Date(world.now).toISOString()}`,
      `Steps:\n${world.steps.map(stepText).join('\n')}`,
      (await wrongOf(least)) ?? 'It is right when asked again.',
      `SQL:\n${sql}`,
    ].join('\n\n');
  }
}

function stepText(step: World['steps'][number]): string {
  if (step.kind !== 'tell') return JSON.stringify(step);
  return `${step.source} tells\n${step.events.map((event) => `  ${JSON.stringify(event)}`).join('\n')}`;
}
