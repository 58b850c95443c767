import { Injectable } from '@nestjs/common';
import {
  TallysheetError,
  type AttributeType,
  type AttributeValueCount,
  type Ctx,
  type PersonAttribute,
} from '@tallysheet/contract';
import { attributeCell, readAttributeValue } from '@tallysheet/sources';
import { insertRows } from '../database/bulk';
import { PERSON_ATTRIBUTE } from '../database/facts/person-tables';
import { Store, type SqlValue, type Transaction } from '../database/store';
import type { KnownAttribute } from './attribute.repository';
import { countsOfPeople, personValues } from './person-values';
import { storedColumns, VALUE_COLUMNS, valueOf, WRITTEN_COLUMNS, type StoredValue } from './stored-value';

const VALUES_PER_PAGE = 5000;
const COLUMNS = Object.keys(PERSON_ATTRIBUTE.columns);
const OVERWRITE = Object.fromEntries(WRITTEN_COLUMNS.map((column) => [column, 'set' as const]));
const OF_ONE = 'FROM person_attribute WHERE workspace_id = ? AND attribute_id = ?';

/** What is known of people: its names and types, and its values. */
@Injectable()
export class AttributeService {
  constructor(private readonly store: Store) {}

  /** All attributes, by name. */
  async list({ workspaceId }: Ctx): Promise<PersonAttribute[]> {
    const text =
      'SELECT a.id, a.name, a.type, COALESCE(c.people, 0) AS people FROM attribute a ' +
      `LEFT JOIN (${countsOfPeople(this.store.dialect)}) c ON c.attribute_id = a.id WHERE a.workspace_id = ? ORDER BY a.name_key`;
    const rows = await this.store.query<PersonAttribute>(text, [workspaceId, workspaceId, workspaceId]);
    return rows.map(({ id, name, type, people }) => ({ id, name, type, people: Number(people) }));
  }

  /** The most frequent values of an attribute, the most frequent one first. Throws `attribute-not-found`. */
  values({ workspaceId }: Ctx, id: number, limit: number): Promise<AttributeValueCount[]> {
    return this.store.snapshot(async (snapshot) => {
      const { type } = await read(snapshot, workspaceId, id);
      // The length tells texts apart of which one ends in spaces more than the other.
      const value = `${VALUE_COLUMNS.join(', ')}, LENGTH(text_value)`;
      const text =
        `SELECT ${VALUE_COLUMNS.join(', ')}, COUNT(*) AS people FROM ${personValues(this.store.dialect)} v ` +
        `WHERE v.workspace_id = ? AND v.attribute_id = ? GROUP BY ${value} ` +
        'ORDER BY people DESC, number_value, text_value, is_day LIMIT ?';
      const rows = await snapshot.query<StoredValue & { people: number }>(text, [workspaceId, id, limit]);
      return rows.map((row) => ({ value: told(type, row), people: Number(row.people) }));
    });
  }

  /**
   * Gives an attribute another type and reads what is stored as values of it. Throws `attribute-not-found`, and
   * `attribute-values-unfit` {name, type, count} when some are none: then nothing changes.
   */
  async changeType(ctx: Ctx, id: number, type: AttributeType): Promise<PersonAttribute> {
    const { workspaceId } = ctx;
    await this.store.transaction(async (transaction) => {
      // Held first: an import that brings values of it waits, and then finds the new type.
      const change = 'UPDATE attribute SET type = type WHERE workspace_id = ? AND id = ?';
      await transaction.query(change, [workspaceId, id]);
      const known = await read(transaction, workspaceId, id);
      if (known.type === type) return;
      const count = await this.convert(transaction, workspaceId, known, type);
      if (count > 0) throw new TallysheetError('attribute-values-unfit', { name: known.name, type, count }, 'type');
      const text = 'UPDATE attribute SET type = ? WHERE workspace_id = ? AND id = ?';
      await transaction.query(text, [type, workspaceId, id]);
      await transaction.query('UPDATE workspace SET revision = revision + 1 WHERE id = ?', [workspaceId]);
    });
    return (await this.list(ctx)).find((each) => each.id === id)!;
  }

  /** Writes all values of an attribute as this type, page by page; answers how many are none. */
  private async convert(
    transaction: Transaction,
    workspaceId: number,
    known: KnownAttribute,
    type: AttributeType,
  ): Promise<number> {
    const page = `SELECT person_id, ${VALUE_COLUMNS.join(', ')} ${OF_ONE} AND person_id > ? ORDER BY person_id LIMIT ?`;
    const suffix = this.store.dialect.merge(PERSON_ATTRIBUTE.key, OVERWRITE);
    let unfit = 0;
    for (let after: Uint8Array | undefined = Buffer.alloc(0); after;) {
      const parameters: SqlValue[] = [workspaceId, known.id, after, VALUES_PER_PAGE];
      const rows: (StoredValue & { person_id: Uint8Array })[] = await transaction.query(page, parameters);
      const values = rows.map((row) => readAttributeValue(type, attributeCell(valueOf(known.type, row))));
      unfit += values.filter((value) => value === null).length;
      const written = rows.flatMap(({ person_id }, at) => {
        const value = values[at];
        return value ? [[workspaceId, known.id, person_id, ...storedColumns(value)]] : [];
      });
      if (unfit === 0) await insertRows(transaction, PERSON_ATTRIBUTE.name, COLUMNS, written, suffix);
      after = rows.at(-1)?.person_id;
    }
    return unfit;
  }
}

async function read(transaction: Transaction, workspaceId: number, id: number): Promise<KnownAttribute> {
  const text = 'SELECT id, name, type FROM attribute WHERE workspace_id = ? AND id = ?';
  const [known] = await transaction.query<KnownAttribute>(text, [workspaceId, id]);
  if (!known) throw new TallysheetError('attribute-not-found', { id });
  return known;
}

function told(type: AttributeType, row: StoredValue): string | number | boolean {
  const value = valueOf(type, row);
  if (value.type === 'number') return value.number;
  return value.type === 'boolean' ? value.yes : attributeCell(value);
}
