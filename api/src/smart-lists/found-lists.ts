import type { ListedPeople } from './listed-people';

/** Lists in memory take 32 bytes a person; beyond so many people the oldest ones go. */
const PEOPLE_KEPT = 1_000_000;

/**
 * Who was in the lists that were asked for last. Each is kept by the workspace's revision, among all else that it depends
 * on: once anything has been committed it is found anew.
 */
export class FoundLists {
  private readonly kept = new Map<string, ListedPeople>();

  async lookUp(about: string, find: () => Promise<ListedPeople>): Promise<ListedPeople> {
    const known = this.kept.get(about) ?? (await find());
    this.kept.delete(about);
    this.kept.set(about, known);
    let people = [...this.kept.values()].reduce((sum, { size }) => sum + size, 0);
    for (const [key, { size }] of this.kept) {
      if (people <= PEOPLE_KEPT) break;
      this.kept.delete(key);
      people -= size;
    }
    return known;
  }
}
