const FIRST = 1000;
/** Fewer cost more in what each transaction costs by itself than they give way. */
const FEWEST = 500;
const MOST = 5000;
/** A transaction takes about so long: whoever waits for the same campaigns gets in between two of them. */
const TARGET_MS = 25;
/** How much one slice teaches about the next: a single slow one is no reason to go small. */
const WEIGHT = 0.3;

/** How many events of a long stream go into one transaction: learned from how long the last ones took. */
export class SliceSize {
  events = FIRST;

  /** `ms` is from asking to answer: where others wait as well, slices become smaller. */
  learn(events: number, ms: number): void {
    if (events < FEWEST) return;
    const fitting = events * (TARGET_MS / Math.max(ms, 1));
    const next = this.events * (1 - WEIGHT) + fitting * WEIGHT;
    this.events = Math.round(Math.min(MOST, Math.max(FEWEST, next)));
  }
}
