const FIRST = 2000;
/** Fewer cost more in what each transaction costs by itself than they give way. */
const FEWEST = 500;
const MOST = 4000;
/** How long a transaction may take while nobody else writes: the first one who comes waits for it. */
const ALONE_MS = 500;
const COMPANY_LASTS_MS = 10_000;
/** How much one slice teaches about the next: a single slow one is no reason to go small. */
const WEIGHT = 0.3;

/** How many events of a long stream go into one transaction: learned from how long the last ones took. */
export class SliceSize {
  events = FIRST;
  private companyUntil = 0;

  /** `companyMs` is how long a transaction may take while others write: whoever waits gets in between two of them. */
  constructor(
    private readonly companyMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** `ms` is from asking to answer. */
  learn(events: number, ms: number): void {
    if (events < FEWEST) return;
    const perEvent = Math.max(ms, 1) / events;
    const fitting = this.isAlone ? ALONE_MS / perEvent : this.companyMs / perEvent;
    this.change(this.events * (1 - WEIGHT) + fitting * WEIGHT);
  }

  /** Others write as well: small slices at once, and for a while. */
  meetOthers(): void {
    if (this.isAlone) this.change((this.events * this.companyMs) / ALONE_MS);
    this.companyUntil = this.now() + COMPANY_LASTS_MS;
  }

  private get isAlone(): boolean {
    return this.now() >= this.companyUntil;
  }

  private change(events: number): void {
    this.events = Math.round(Math.min(MOST, Math.max(FEWEST, events)));
  }
}
