import type { ClickedLink, PersonBehind } from '@tallysheet/contract';
import { selectIn } from '../../database/bulk';
import { hex } from '../../database/hash';
import type { Transaction } from '../../database/store';
import type { Identity } from '../../ingest/identity.repository';
import { speakers } from '../../people/person-values';

/** What a person's attributes may call them, by the key of the name: as a whole, or in two. */
const WHOLE = ['name', 'full name', 'fullname', 'full_name'];
const FIRST = ['first name', 'firstname', 'first_name'];
const LAST = ['last name', 'lastname', 'last_name'];

interface PersonRow {
  person_id: Uint8Array;
  person_key: string;
  address: string | null;
}

/** Gives people and links their names. Deleted people have none. */
export class LineNames {
  constructor(
    private readonly snapshot: Transaction,
    private readonly workspaceId: number,
  ) {}

  /** By the hex of the id that their messages are kept by. */
  async people(identities: readonly Identity[]): Promise<Map<string, PersonBehind['person']>> {
    const shown = identities.filter(({ isDeleted }) => !isDeleted);
    const ids = new Map(shown.flatMap(({ members }) => members.map((id) => [hex(id), id])));
    const rows = await selectIn<PersonRow>(
      this.snapshot,
      'SELECT person_id, person_key, address FROM person WHERE workspace_id = ? AND person_id IN {in}',
      [this.workspaceId],
      [...ids.values()],
    );
    const known = new Map(rows.map((row) => [hex(row.person_id), row]));
    const told = await this.told([...ids.values()]);
    return new Map<string, PersonBehind['person']>(
      identities.map((identity) => {
        const root = hex(identity.rootId);
        if (identity.isDeleted) return [root, { id: null, name: null, address: null, deleted: true }];
        const all = speakers(identity).map(hex);
        const first = <T>(read: (id: string) => T | null | undefined) =>
          all.map(read).find((value) => value !== null && value !== undefined) ?? null;
        return [
          root,
          {
            id: first((id) => known.get(id)?.person_key),
            name: nameFrom((key) => first((id) => told.get(id)?.get(key))),
            address: first((id) => known.get(id)?.address),
            deleted: false,
          },
        ];
      }),
    );
  }

  /** What each id is called, by the key of the attribute's name. */
  private async told(people: readonly Uint8Array[]): Promise<Map<string, Map<string, string>>> {
    const attributes = await selectIn<{ id: number; name_key: string }>(
      this.snapshot,
      'SELECT id, name_key FROM attribute WHERE workspace_id = ? AND name_key IN {in}',
      [this.workspaceId],
      [...WHOLE, ...FIRST, ...LAST],
    );
    const told = new Map<string, Map<string, string>>();
    for (const { id, name_key: key } of attributes) {
      const values = await selectIn<{ person_id: Uint8Array; text_value: string | null }>(
        this.snapshot,
        'SELECT person_id, text_value FROM person_attribute WHERE workspace_id = ? AND attribute_id = ? AND person_id IN {in}',
        [this.workspaceId, id],
        people,
      );
      for (const { person_id: person, text_value: text } of values) {
        if (text) told.set(hex(person), (told.get(hex(person)) ?? new Map<string, string>()).set(key, text));
      }
    }
    return told;
  }

  async links(ids: Iterable<string>): Promise<Map<string, ClickedLink>> {
    const rows = await selectIn<{ link_id: Uint8Array; url: string; label: string | null }>(
      this.snapshot,
      'SELECT link_id, url, label FROM link WHERE workspace_id = ? AND link_id IN {in}',
      [this.workspaceId],
      [...new Set(ids)].map((id) => Buffer.from(id, 'hex')),
    );
    return new Map(rows.map(({ link_id: id, url, label }) => [hex(id), { id: hex(id), url, label }]));
  }
}

function nameFrom(part: (key: string) => string | null): string | null {
  const any = (keys: readonly string[]) => keys.map(part).find(Boolean);
  return any(WHOLE) ?? ([any(FIRST), any(LAST)].filter(Boolean).join(' ') || null);
}
