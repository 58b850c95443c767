import type { AttributeValue } from '@tallysheet/sources';
import { insertRows } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { PERSON, PERSON_ATTRIBUTE } from '../database/facts/person-tables';
import { hex } from '../database/hash';
import type { SqlValue, Transaction } from '../database/store';
import { personIdOf } from '../ingest/incoming';
import type { FittingRow } from './fit-rows';
import { storedColumns, WRITTEN_COLUMNS } from './stored-value';

interface Person {
  id: Buffer;
  key: string;
  address: string | null;
  /** By the place of their column; a later row's value takes the place of an earlier one's. */
  values: (AttributeValue | null)[];
}

const COLUMNS = Object.keys(PERSON_ATTRIBUTE.columns);

/** Writes people and what is known of them, in key order, so that imports that meet take their locks in one order. */
export class PeopleRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  /** `attributeIds` has the attribute of each value of the rows; null where no row has one. */
  async write(rows: readonly FittingRow[], attributeIds: readonly (number | null)[]): Promise<void> {
    const people = gather(rows);
    await Promise.all([this.writePeople(people), this.writeValues(people, attributeIds)]);
  }

  private writePeople(people: readonly Person[]): Promise<void> {
    const rows = people.map(({ id, key, address }) => [this.workspaceId, id, key, address]);
    const suffix = this.dialect.merge(PERSON.key, { address: 'fill' });
    return insertRows(this.transaction, PERSON.name, [...PERSON.key, 'person_key', 'address'], rows, suffix);
  }

  private async writeValues(people: readonly Person[], attributeIds: readonly (number | null)[]): Promise<void> {
    const overwrite = Object.fromEntries(WRITTEN_COLUMNS.map((column) => [column, 'set' as const]));
    const suffix = this.dialect.merge(PERSON_ATTRIBUTE.key, overwrite);
    const rows: SqlValue[][] = [];
    const inOrder = [...attributeIds.entries()].sort(([, a], [, b]) => (a ?? 0) - (b ?? 0));
    for (const [place, attributeId] of inOrder) {
      for (const { id, values } of people) {
        const value = values[place];
        if (value) rows.push([this.workspaceId, attributeId, id, ...storedColumns(value)]);
      }
    }
    await insertRows(this.transaction, PERSON_ATTRIBUTE.name, COLUMNS, rows, suffix);
  }
}

/** The people of these rows, each once, in the order of their ids. */
function gather(rows: readonly FittingRow[]): Person[] {
  const people = new Map<string, Person>();
  for (const { person, values } of rows) {
    const key = person.id ?? person.address!.toLowerCase();
    const id = personIdOf(key);
    const known = people.get(hex(id));
    const address = person.address ?? known?.address ?? null;
    const merged = known ? values.map((value, at) => value ?? known.values[at] ?? null) : values;
    people.set(hex(id), { id, key, address, values: merged });
  }
  return [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, person]) => person);
}
