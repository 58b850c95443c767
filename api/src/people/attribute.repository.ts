import { MAX_ATTRIBUTES, TallysheetError, type AttributeType } from '@tallysheet/contract';
import { attributeKey } from '@tallysheet/sources';
import { insertRows, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import type { Transaction } from '../database/store';

export interface KnownAttribute {
  id: number;
  name: string;
  type: AttributeType;
}

interface Row extends KnownAttribute {
  name_key: string;
}

/** Finds attributes by their names and makes those that nobody has named before. */
export class AttributeRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  /** Those of these names that are there, by the key of their name; their types stay until the transaction ends. */
  async hold(names: readonly string[]): Promise<Map<string, KnownAttribute>> {
    const keys = names.map(attributeKey).sort();
    // Written over with what it is: the way to lock a row that all stores know.
    const lock = 'UPDATE attribute SET type = type WHERE workspace_id = ? AND name_key IN {in}';
    await selectIn(this.transaction, lock, [this.workspaceId], keys);
    return this.read(keys);
  }

  /** Makes these attributes, unless another has made them meanwhile. Throws `too-many-attributes`. */
  async create(fresh: readonly { name: string; type: AttributeType }[]): Promise<Map<string, KnownAttribute>> {
    const now = Date.now();
    const rows = fresh
      .map(({ name, type }) => [this.workspaceId, attributeKey(name), name, type, now])
      .sort((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    const columns = ['workspace_id', 'name_key', 'name', 'type', 'created_at'];
    const suffix = this.dialect.keepExisting(['workspace_id', 'name_key']);
    await insertRows(this.transaction, 'attribute', columns, rows, suffix);
    const count = 'SELECT COUNT(*) AS n FROM attribute WHERE workspace_id = ?';
    const [all] = await this.transaction.query<{ n: number }>(count, [this.workspaceId]);
    if (Number(all?.n) > MAX_ATTRIBUTES) throw new TallysheetError('too-many-attributes', { limit: MAX_ATTRIBUTES });
    return this.read(fresh.map(({ name }) => attributeKey(name)));
  }

  private async read(keys: readonly string[]): Promise<Map<string, KnownAttribute>> {
    const text = 'SELECT id, name_key, name, type FROM attribute WHERE workspace_id = ? AND name_key IN {in}';
    const rows = await selectIn<Row>(this.transaction, text, [this.workspaceId], keys);
    return new Map(rows.map(({ name_key, id, name, type }) => [name_key, { id, name, type }]));
  }
}
