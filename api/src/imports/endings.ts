import { setTimeout as wait } from 'node:timers/promises';
import type { ImportRun } from '../database/entities/import-run.entity';

const AGAIN_AFTER_MS = 1000;

/** How imports ended. What the store cannot be told now is known here meanwhile, and told as soon as it can be. */
export class Endings {
  private readonly untold = new Map<string, ImportRun>();

  /** After `tryForMs` everybody sees anyway that the import is not heard of any more. */
  constructor(
    private readonly save: (run: ImportRun) => Promise<void>,
    private readonly tryForMs: number,
  ) {}

  /** Never throws. */
  async tell(run: ImportRun): Promise<void> {
    this.untold.set(run.id, run);
    if (!(await this.isTold(run))) void this.tellLater(run);
  }

  /** The run as it stands in the store, or as it has ended since. */
  of(stored: ImportRun): ImportRun {
    return this.untold.get(stored.id) ?? stored;
  }

  private async tellLater(run: ImportRun): Promise<void> {
    for (const end = Date.now() + this.tryForMs; Date.now() < end;) {
      await wait(AGAIN_AFTER_MS, undefined, { ref: false });
      if (await this.isTold(run)) return;
    }
  }

  private async isTold(run: ImportRun): Promise<boolean> {
    try {
      await this.save(run);
    } catch {
      return false;
    }
    return this.untold.delete(run.id);
  }
}
