const ID_WORDS = 4;
const FREE = -1;
const FIRST_ROOM = 1024;

/**
 * Gives each person a place, from 0 on, in the order in which they come, so that a set of people is one byte a person.
 * Ids are the 16 bytes that people are stored by.
 */
export class PeoplePlaces {
  private words = new Uint32Array(FIRST_ROOM * ID_WORDS);
  private table = new Int32Array(FIRST_ROOM * 2).fill(FREE);
  private count = 0;

  /** How many people have a place. */
  get size(): number {
    return this.count;
  }

  /** What it takes of memory. */
  get bytes(): number {
    return this.words.byteLength + this.table.byteLength;
  }

  /** The place of a person, a new one if they have none yet. */
  placeOf(id: Uint8Array): number {
    const words = wordsOf(id);
    const at = this.slotOf(words);
    const known = this.table[at]!;
    if (known !== FREE) return known;
    const place = this.count++;
    this.words.set(words, place * ID_WORDS);
    this.table[at] = place;
    if (this.count * ID_WORDS === this.words.length) this.grow();
    return place;
  }

  /** One byte for each place: 1 for these people, who get places of their own if they have none. Who comes later has none in it. */
  setOf(ids: Iterable<Uint8Array>): Uint8Array {
    const places = Array.from(ids, (id) => this.placeOf(id));
    const set = new Uint8Array(this.count);
    for (const place of places) set[place] = 1;
    return set;
  }

  /** Where the table holds this id, or has room for it. An id is a hash: its first bytes spread well. */
  private slotOf(words: Uint32Array): number {
    const { table } = this;
    const mask = table.length - 1;
    for (let at = words[0]! & mask; ; at = (at + 1) & mask) {
      const place = table[at]!;
      if (place === FREE || this.isAt(place, words)) return at;
    }
  }

  private isAt(place: number, words: Uint32Array): boolean {
    const from = place * ID_WORDS;
    for (let index = 0; index < ID_WORDS; index += 1) if (this.words[from + index] !== words[index]) return false;
    return true;
  }

  private grow(): void {
    const words = new Uint32Array(this.words.length * 2);
    words.set(this.words);
    this.words = words;
    this.table = new Int32Array(this.table.length * 2).fill(FREE);
    for (let place = 0; place < this.count; place += 1) {
      this.table[this.slotOf(words.subarray(place * ID_WORDS, (place + 1) * ID_WORDS))] = place;
    }
  }
}

function wordsOf(id: Uint8Array): Uint32Array {
  if (id.length !== ID_WORDS * 4) throw new Error(`A person's id has 16 bytes, not ${id.length}.`);
  const view = new DataView(id.buffer, id.byteOffset, id.length);
  return Uint32Array.from({ length: ID_WORDS }, (_, index) => view.getUint32(index * 4));
}
