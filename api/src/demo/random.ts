// Taken out of Math once: these run some millions of times.
const { floor, imul, log } = Math;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** One 32-bit number of a text and a start value: the same text always gives the same branch of chance. */
function mix(seed: number, key: string): number {
  let hash = (FNV_OFFSET ^ seed) >>> 0;
  for (let i = 0; i < key.length; i += 1) {
    hash = imul(hash ^ key.charCodeAt(i), FNV_PRIME);
    hash ^= hash >>> 15;
  }
  hash = imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Chance that can be repeated. A fork depends on its parent's seed and its own key only, never on what was drawn
 * before: a change in one campaign leaves all the others as they were.
 */
export class Random {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed >>> 0;
  }

  fork(key: string): Random {
    return new Random(mix(this.seed, key));
  }

  /** The next number, 0 inclusive to 1 exclusive. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let word = this.state;
    word = imul(word ^ (word >>> 16), word | 1);
    word ^= word + imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return low + floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const item = list[floor(this.next() * list.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  }

  /** One entry of a list, each as likely as its weight says. */
  weighted<T>(list: readonly T[], weight: (item: T) => number): T {
    let total = 0;
    for (const item of list) total += weight(item);
    let rest = this.next() * total;
    for (const item of list) {
      rest -= weight(item);
      if (rest < 0) return item;
    }
    return this.pick(list);
  }

  exponential(mean: number): number {
    return -log(1 - this.next()) * mean;
  }

  /** A waiting time as people have them: half are shorter than the median, a few are very much longer. */
  logNormal(median: number, spread: number): number {
    const normal = Math.sqrt(-2 * log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return median * Math.exp(spread * normal);
  }

  /** Moves a random sample of `size` entries to the front of the list, in place, and returns it. */
  sample<T>(list: T[], size: number): T[] {
    const count = Math.min(size, list.length);
    for (let i = 0; i < count; i += 1) {
      const other = this.whole(i, list.length - 1);
      [list[i], list[other]] = [list[other] as T, list[i] as T];
    }
    return list.slice(0, count);
  }
}
