import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database';
import { SourceKeyEntity } from '../database/entities/source-key.entity';
import { LOG } from '../platform/tokens';

const WRITE_EVERY_MS = 1000;

type Key = Pick<SourceKeyEntity, 'workspaceId' | 'id' | 'refused'>;

/** Counts calls that were refused. A flood of them costs one write a second, not one each. */
@Injectable()
export class RefusedCalls implements OnApplicationShutdown {
  /** How many there ever were, by the key's id, as far as this process knows. */
  private readonly totals = new Map<string, number>();
  private unwritten = new Map<string, { key: Key; calls: number }>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Counts one, and answers how many of its key there were before. */
  count(key: Key): number {
    const before = Math.max(this.totals.get(key.id) ?? 0, key.refused);
    this.totals.set(key.id, before + 1);
    this.add(key, 1);
    return before;
  }

  /** When this answers, the store knows of all that were counted so far. */
  written(): Promise<void> {
    this.writing = this.writing.then(
      () => this.write(),
      () => this.write(),
    );
    return this.writing;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writeLater();
    clearTimeout(this.timer);
  }

  private add(key: Key, calls: number): void {
    const counted = this.unwritten.get(key.id)?.calls ?? 0;
    this.unwritten.set(key.id, { key, calls: counted + calls });
    this.timer ??= setTimeout(() => void this.writeLater(), WRITE_EVERY_MS).unref();
  }

  private async writeLater(): Promise<void> {
    await this.written().catch((error: unknown) =>
      this.log.error({ err: error }, 'refused calls could not be counted'),
    );
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.unwritten.size === 0) return;
    const counted = [...this.unwritten.values()];
    this.unwritten = new Map();
    try {
      await this.database.write(async (manager) => {
        for (const { key, calls } of counted) {
          const { workspaceId, id } = key;
          await manager.increment(SourceKeyEntity, { workspaceId, id }, 'refused', calls);
        }
      });
    } catch (error) {
      for (const { key, calls } of counted) this.add(key, calls);
      throw error;
    }
  }
}
