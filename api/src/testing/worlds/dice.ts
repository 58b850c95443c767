/** Throws that look random and are the same for the same seed. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 to 1, without 1. */
  throw(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  }

  below(end: number): number {
    return Math.floor(this.throw() * end);
  }

  chance(probability: number): boolean {
    return this.throw() < probability;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Each with the same probability, in their order. */
  some<T>(list: readonly T[], probability: number): T[] {
    return list.filter(() => this.chance(probability));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const all = [...list];
    for (let end = all.length; end > 1; end--) {
      const at = this.below(end);
      [all[at], all[end - 1]] = [all[end - 1]!, all[at]!];
    }
    return all;
  }
}
