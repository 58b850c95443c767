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

  /** The runs as they stand in the store, or as they have ended since. */
  async over(read: Promise<ImportRun[]>): Promise<ImportRun[]> {
    // An ending that the store is told of while it is read may be missing in what was read.
    const before = new Map(this.untold);
    return (await read).map((stored) => before.get(stored.id) ?? this.untold.get(stored.id) ?? stored);
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
