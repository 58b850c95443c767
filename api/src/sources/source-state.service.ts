import { Injectable } from '@nestjs/common';
import { DEMO_SOURCE, type Ctx, type SourceHour, type SourceState } from '@tallysheet/contract';
import { Store } from '../database/store';
import { SourceKeyService } from './source-key.service';

const HOUR_MS = 3_600_000;
const HOURS_SHOWN = 24;

interface HourRow {
  name: string;
  hour: number | null;
  accepted: number;
  duplicates: number;
  rejected: number;
  last_at: number | null;
}

/** How each source is doing: what came in, hour by hour, by the time of receipt. */
@Injectable()
export class SourceStateService {
  constructor(
    private readonly store: Store,
    private readonly keys: SourceKeyService,
  ) {}

  async list(ctx: Ctx): Promise<SourceState[]> {
    const [keys, totals, hours] = await Promise.all([this.keys.list(ctx), this.totals(ctx), this.hours(ctx)]);
    const names = new Set([...totals.map(({ name }) => name), ...keys.map(({ source }) => source)]);
    names.delete(DEMO_SOURCE);
    return [...names].sort().map((name) => {
      const total = totals.find((row) => row.name === name);
      const last = total?.last_at ?? null;
      return {
        name,
        keys: keys.filter(({ source }) => source === name),
        accepted: Number(total?.accepted ?? 0),
        duplicates: Number(total?.duplicates ?? 0),
        rejected: Number(total?.rejected ?? 0),
        lastAt: Number(last) === 0 ? null : new Date(Number(last)).toISOString(),
        hours: hours.filter((row) => row.name === name).map(toHour),
      };
    });
  }

  private totals(ctx: Ctx): Promise<HourRow[]> {
    const text =
      'SELECT s.name AS name, SUM(h.accepted) AS accepted, SUM(h.duplicates) AS duplicates, ' +
      'SUM(h.rejected) AS rejected, MAX(h.last_at) AS last_at FROM source s ' +
      'LEFT JOIN source_hour h ON h.workspace_id = s.workspace_id AND h.source_id = s.id ' +
      'WHERE s.workspace_id = ? GROUP BY s.name';
    return this.store.query<HourRow>(text, [ctx.workspaceId]);
  }

  private hours(ctx: Ctx): Promise<HourRow[]> {
    const from = Math.floor(Date.now() / HOUR_MS) - HOURS_SHOWN + 1;
    const text =
      'SELECT s.name AS name, h.hour AS hour, h.accepted AS accepted, h.duplicates AS duplicates, ' +
      'h.rejected AS rejected FROM source_hour h JOIN source s ON s.workspace_id = h.workspace_id AND s.id = h.source_id ' +
      'WHERE h.workspace_id = ? AND h.hour >= ? ORDER BY h.hour';
    return this.store.query<HourRow>(text, [ctx.workspaceId, from]);
  }
}

function toHour({ hour, accepted, duplicates, rejected }: HourRow): SourceHour {
  return { at: new Date(Number(hour) * HOUR_MS).toISOString(), accepted, duplicates, rejected };
}
