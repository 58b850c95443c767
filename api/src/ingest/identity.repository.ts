import { insertRows, selectIn } from '../database/bulk';
import type { Dialect } from '../database/dialect';
import { PERSON_IDENTITY } from '../database/facts/person-tables';
import { hex } from '../database/hash';
import type { Transaction } from '../database/store';

interface IdentityRow {
  person_id: Uint8Array;
  root_id: Uint8Array;
  deleted: number;
  merged_away: number;
}

type IdentityValues = [workspaceId: number, personId: Uint8Array, rootId: Uint8Array, deleted: number, away: number];

/** Several person ids that are one person, under the id that their messages are kept by. */
export interface Identity {
  rootId: Uint8Array;
  members: readonly Uint8Array[];
  /** Those of them that were merged into others: the rest stayed. */
  mergedAway: readonly Uint8Array[];
  isDeleted: boolean;
}

/** Who is who: whoever is not in it is a person of their own, and not deleted. */
export class Identities {
  private readonly byPerson = new Map<string, Identity>();

  constructor(private readonly identities: readonly Identity[]) {
    for (const identity of identities) for (const id of identity.members) this.byPerson.set(hex(id), identity);
  }

  of(personId: Uint8Array, person = hex(personId)): Identity {
    return this.byPerson.get(person) ?? { rootId: personId, members: [personId], mergedAway: [], isDeleted: false };
  }

  /** Everybody who is in it, by all their ids. */
  get people(): Uint8Array[] {
    return this.identities.flatMap(({ members }) => members);
  }

  /** These people by all their ids, each id once: thousands of them may be one. */
  idsOf(people: Iterable<Uint8Array>): Uint8Array[] {
    const ids = new Map<string, Uint8Array>();
    for (const personId of people) {
      const person = hex(personId);
      if (!ids.has(person)) for (const id of this.of(personId, person).members) ids.set(hex(id), id);
    }
    return [...ids.values()];
  }

  /** The ids that their messages are kept by. */
  get roots(): Uint8Array[] {
    return this.identities.map(({ rootId }) => rootId);
  }

  /** The id that a person's messages are kept by, in hex and as bytes. */
  rootOf(personId: Uint8Array, person: string): { person: string; personId: Uint8Array } {
    const identity = this.byPerson.get(person);
    return identity ? { person: hex(identity.rootId), personId: identity.rootId } : { person, personId };
  }
}

/** The row of nobody: who holds it is the only one who changes who is who. */
const NOBODY = Buffer.alloc(16);

/** Remembers who was merged with whom, and who was deleted (rule 12). */
export class IdentityRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly dialect: Dialect,
    private readonly workspaceId: number,
  ) {}

  /** Who these people are, with everybody that they are one with. */
  async of(people: Iterable<Uint8Array>): Promise<Identities> {
    const some = 'SELECT person_id FROM person_identity WHERE workspace_id = ? LIMIT 1';
    const isAnybody = (await this.transaction.query(some, [this.workspaceId])).length > 0;
    return new Identities(isAnybody ? await this.identities(people) : []);
  }

  /** Lets no other transaction change who is who until this one ends. */
  async hold(): Promise<void> {
    const suffix = this.dialect.keepExisting(PERSON_IDENTITY.key);
    await insertRows(
      this.transaction,
      PERSON_IDENTITY.name,
      Object.keys(PERSON_IDENTITY.columns),
      [[this.workspaceId, NOBODY, NOBODY, 0, 0]],
      suffix,
    );
  }

  async save(identities: readonly Identity[]): Promise<void> {
    const rows = identities.flatMap((each) => this.rowsOf(each)).sort((a, b) => Buffer.compare(a[1], b[1]));
    const told = { root_id: 'set', deleted: 'set', merged_away: 'set' } as const;
    const overwrite = this.dialect.merge(PERSON_IDENTITY.key, told);
    await insertRows(this.transaction, PERSON_IDENTITY.name, Object.keys(PERSON_IDENTITY.columns), rows, overwrite);
  }

  private async identities(people: Iterable<Uint8Array>): Promise<Identity[]> {
    const columns = 'SELECT person_id, root_id, deleted, merged_away FROM person_identity';
    const own = await selectIn<IdentityRow>(
      this.transaction,
      `${columns} WHERE workspace_id = ? AND person_id IN {in}`,
      [this.workspaceId],
      [...people],
    );
    const roots = new Map(own.map((row) => [hex(row.root_id), row.root_id]));
    const rows = await selectIn<IdentityRow>(
      this.transaction,
      `${columns} ${this.dialect.by('person_identity_root')} WHERE workspace_id = ? AND root_id IN {in}`,
      [this.workspaceId],
      [...roots.values()],
    );
    const members = new Map<string, IdentityRow[]>();
    for (const row of rows) {
      const own = members.get(hex(row.root_id));
      if (own) own.push(row);
      else members.set(hex(row.root_id), [row]);
    }
    return [...members.values()].map((own) => ({
      rootId: own[0]!.root_id,
      members: own.map((row) => row.person_id),
      mergedAway: own.filter((row) => row.merged_away === 1).map((row) => row.person_id),
      isDeleted: own.some((row) => row.deleted === 1),
    }));
  }

  private rowsOf({ rootId, members, mergedAway, isDeleted }: Identity): IdentityValues[] {
    const away = new Set(mergedAway.map(hex));
    return members.map((id) => [this.workspaceId, id, rootId, Number(isDeleted), Number(away.has(hex(id)))]);
  }
}
