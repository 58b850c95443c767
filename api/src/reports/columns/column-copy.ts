import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config';
import { CONFIG } from '../../platform/tokens';
import { WorkspaceColumns } from './workspace-columns';

/**
 * Messages in memory, as columns of numbers, for sheets that count some people only: walking through them takes
 * milliseconds where a store would look up each message. They are read when they are first asked for; whatever has been
 * committed since, by any process, is read again before it is counted.
 */
@Injectable()
export class ColumnCopy {
  private readonly workspaces = new Map<number, WorkspaceColumns>();
  private readonly limit: number;

  constructor(@Inject(CONFIG) config: Pick<Config, 'columnsMb'>) {
    this.limit = config.columnsMb * 2 ** 20;
  }

  /** What is kept of a workspace. Whoever counts by it goes on with the same one to the end. */
  of(workspaceId: number): WorkspaceColumns {
    const known = this.workspaces.get(workspaceId) ?? new WorkspaceColumns(workspaceId);
    this.workspaces.delete(workspaceId);
    this.workspaces.set(workspaceId, known);
    return known;
  }

  /** Lets go of what was not asked for longest, until the rest has room. */
  makeRoom(): void {
    while (this.bytes > this.limit) {
      const [oldest] = this.workspaces;
      if (!oldest) return;
      const [id, workspace] = oldest;
      // The people go with the last of their messages.
      if (!workspace.forgetOldest()) this.workspaces.delete(id);
    }
  }

  /** What it takes of memory. */
  get bytes(): number {
    return [...this.workspaces.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }
}
