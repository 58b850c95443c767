import { Injectable } from '@nestjs/common';
import type { Ctx } from '@tallysheet/contract';
import { distinctUntilChanged, exhaustMap, filter, map, share, timer, type Observable } from 'rxjs';
import { Database } from '../database/database';

const LOOK_EVERY_MS = 1000;

/**
 * How far each workspace is. Every commit that changes what is counted raises its revision in the store, so the store is
 * asked: another process may have written. One question a second serves all who follow, and none is asked while nobody
 * does.
 */
@Injectable()
export class Revisions {
  private readonly all: Observable<ReadonlyMap<number, number>>;

  constructor(private readonly database: Database) {
    this.all = timer(0, LOOK_EVERY_MS).pipe(
      // A database that is away for now is asked again.
      exhaustMap(() => this.look().catch(() => null)),
      filter((seen) => seen !== null),
      share(),
    );
  }

  async of({ workspaceId }: Ctx): Promise<number> {
    return (await this.look()).get(workspaceId) ?? 0;
  }

  /** The revision as it is, and each time that it has changed. */
  follow({ workspaceId }: Ctx): Observable<number> {
    return this.all.pipe(
      map((revisions) => revisions.get(workspaceId) ?? 0),
      distinctUntilChanged(),
    );
  }

  /** By the connection of the small tables, which waits for no sheet that is being counted. */
  private async look(): Promise<ReadonlyMap<number, number>> {
    const rows: { id: number; revision: number | string }[] = await this.database.small.query(
      'SELECT id, revision FROM workspace',
    );
    return new Map(rows.map(({ id, revision }) => [Number(id), Number(revision)]));
  }
}
