import type { CompiledList } from '../reports/compile/compile-smart-list';
import type { ListGround } from '../reports/compile/list-test';
import { PersonSet } from './person-set';

/** Who is in a smart list, by the ids that people's messages are kept by. */
export class ListedPeople {
  private readonly found: PersonSet;

  constructor(
    /** The statement that found them, to be a part of others. */
    readonly compiled: CompiledList,
    readonly ground: ListGround,
    found: readonly Uint8Array[],
    /** Of a list that is one saved list and nothing else. */
    readonly name: string | null,
  ) {
    this.found = new PersonSet(found);
  }

  has(personId: Uint8Array): boolean {
    return this.found.has(personId) !== this.compiled.everybodyElse;
  }

  /** All of them by name; null where they are everybody but some. */
  get members(): PersonSet | null {
    return this.compiled.everybodyElse ? null : this.found;
  }
}
