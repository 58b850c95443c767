import type { Channel } from '@tallysheet/contract';
import type { Dialect } from '../database/dialect';
import { insertRows, selectIn } from '../database/bulk';
import type { Transaction } from '../database/store';

/** The program that holds what only events have named, until someone or an import of assets places it. */
export const UNASSIGNED_PROGRAM = 'unassigned';

interface Known {
  id: string;
  short_key: number;
  name: string;
  provisional: number;
}

/** Gives campaigns and assets their short numbers, creating those that nobody has named before. */
export class NamesRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  async source(name: string): Promise<number> {
    const text = 'SELECT id FROM source WHERE workspace_id = ? AND name = ?';
    const [known] = await this.transaction.query<{ id: number }>(text, [this.workspaceId, name]);
    if (known) return known.id;
    const suffix = this.dialect.keepExisting(['workspace_id', 'name']);
    await insertRows(this.transaction, 'source', ['workspace_id', 'name'], [[this.workspaceId, name]], suffix);
    const [made] = await this.transaction.query<{ id: number }>(text, [this.workspaceId, name]);
    return made!.id;
  }

  campaigns(named: ReadonlyMap<string, string | undefined>): Promise<Map<string, number>> {
    return this.keys('smart_campaign', 'campaign_key', named, { campaign_type: 'batch' });
  }

  assets(named: ReadonlyMap<string, string | undefined>, channel: Channel): Promise<Map<string, number>> {
    return this.keys('asset', 'asset_key', named, { channel });
  }

  private async keys(
    table: string,
    key: string,
    named: ReadonlyMap<string, string | undefined>,
    own: Record<string, string>,
  ): Promise<Map<string, number>> {
    let known = await this.known(table, key, [...named.keys()]);
    const missing = [...named].filter(([id]) => !known.has(id));
    if (missing.length > 0) {
      await this.unassigned();
      const columns = ['workspace_id', 'id', 'name', 'program_id', 'provisional', ...Object.keys(own)];
      const rows = missing
        .sort(byId)
        .map(([id, name]) => [this.workspaceId, id, name ?? id, UNASSIGNED_PROGRAM, 1, ...Object.values(own)]);
      await insertRows(this.transaction, table, columns, rows, this.dialect.keepExisting(['workspace_id', 'id']));
      known = await this.known(table, key, [...named.keys()]);
    }
    await this.learnNames(table, named, known);
    return new Map([...known].map(([id, row]) => [id, row.short_key]));
  }

  private async known(table: string, key: string, ids: readonly string[]): Promise<Map<string, Known>> {
    const text = `SELECT id, ${key} AS short_key, name, provisional FROM ${table} WHERE workspace_id = ? AND id IN {in}`;
    const rows = await selectIn<Known>(this.transaction, text, [this.workspaceId], ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** A name that a later event brings takes the place of the bare id; in their order, since others may do the same. */
  private async learnNames(
    table: string,
    named: ReadonlyMap<string, string | undefined>,
    known: ReadonlyMap<string, Known>,
  ): Promise<void> {
    for (const [id, name] of [...named].sort(byId)) {
      const row = known.get(id);
      if (!name || !row?.provisional || row.name !== id || name === id) continue;
      const text = `UPDATE ${table} SET name = ? WHERE workspace_id = ? AND id = ?`;
      await this.transaction.query(text, [name, this.workspaceId, id]);
    }
  }

  private async unassigned(): Promise<void> {
    const columns = ['workspace_id', 'id', 'name', 'archived'];
    const row = [this.workspaceId, UNASSIGNED_PROGRAM, 'Unassigned', 0];
    await insertRows(this.transaction, 'program', columns, [row], this.dialect.keepExisting(['workspace_id', 'id']));
  }
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
