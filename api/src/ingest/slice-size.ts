const FIRST = 1000;
/** Fewer cost more in what each transaction costs by itself than they give way. */
const FEWEST = 500;
const MOST = 5000;
/** How much one slice teaches about the next: a single slow one is no reason to go small. */
const WEIGHT = 0.3;

/** How many events of a long stream go into one transaction: learned from how long the last ones took. */
export class SliceSize {
  events = FIRST;

  /** `targetMs` is how long a transaction may take: whoever waits gets in between two of them. */
  constructor(private readonly targetMs: number) {}

  /** `ms` is from asking to answer: where others wait as well, slices become smaller. */
  learn(events: number, ms: number): void {
    if (events < FEWEST) return;
    const fitting = events * (this.targetMs / Math.max(ms, 1));
    const next = this.events * (1 - WEIGHT) + fitting * WEIGHT;
    this.events = Math.round(Math.min(MOST, Math.max(FEWEST, next)));
  }
}
