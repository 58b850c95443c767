const WIDTH = 16;

/**
 * Ids of people in one piece of memory, some 32 bytes each: a set of strings takes several times that, and a list may
 * have millions. Ids are hashes, so that their first bytes tell where to look.
 */
export class PersonSet {
  readonly size: number;
  private readonly ids: Buffer;
  private readonly taken: Uint8Array;
  private readonly mask: number;

  constructor(people: readonly Uint8Array[]) {
    let places = 16;
    while (places < people.length * 2) places *= 2;
    this.mask = places - 1;
    this.ids = Buffer.alloc(places * WIDTH);
    this.taken = new Uint8Array(places);
    let size = 0;
    for (const id of people) {
      const place = this.placeOf(id);
      if (this.taken[place]) continue;
      this.taken[place] = 1;
      this.ids.set(id, place * WIDTH);
      size++;
    }
    this.size = size;
  }

  has(id: Uint8Array): boolean {
    return this.taken[this.placeOf(id)] === 1;
  }

  *[Symbol.iterator](): Generator<Uint8Array> {
    for (let place = 0; place <= this.mask; place++) {
      if (this.taken[place]) yield this.ids.subarray(place * WIDTH, (place + 1) * WIDTH);
    }
  }

  /** Where an id stands, or would. */
  private placeOf(id: Uint8Array): number {
    let place = ((id[0]! << 24) | (id[1]! << 16) | (id[2]! << 8) | id[3]!) & this.mask;
    while (this.taken[place] && this.ids.compare(id, 0, WIDTH, place * WIDTH, (place + 1) * WIDTH) !== 0) {
      place = (place + 1) & this.mask;
    }
    return place;
  }
}
