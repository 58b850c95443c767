const FIRST = 500;
/** Fewer cost more in what each transaction costs by itself than they give way. */
const FEWEST = 200;
const MOST = 4000;
/** How much one slice teaches about the next: a single slow one is no reason to go small. */
const WEIGHT = 0.3;

/** How many events of a long stream go into one transaction: learned from how long the last ones took. */
export class SliceSize {
  events = FIRST;

  /** `sliceMs` is how long a transaction may take: whoever else writes gets in between two of them. */
  constructor(private readonly sliceMs: number) {}

  /** `ms` is from the transaction's beginning to its commit. */
  learn(events: number, ms: number): void {
    if (events < FEWEST) return;
    const fitting = (this.sliceMs * events) / Math.max(ms, 1);
    const next = this.events * (1 - WEIGHT) + fitting * WEIGHT;
    this.events = Math.round(Math.min(MOST, Math.max(FEWEST, next)));
  }
}
