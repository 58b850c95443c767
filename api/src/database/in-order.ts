/** What a transaction is asked for when it has been undone already. */
export class TransactionOver extends Error {
  constructor() {
    super('The transaction is over');
  }
}

/**
 * Runs the statements of one transaction one after the other, and after one that failed runs no further: a store may
 * have undone the whole transaction by then, and what follows would stand alone.
 */
export class InOrder {
  private last: Promise<unknown> = Promise.resolve();
  private isOver = false;

  run<T>(statement: () => Promise<T>): Promise<T> {
    const result = this.last.then(() => {
      if (this.isOver) throw new TransactionOver();
      return statement();
    });
    this.last = result;
    // Whoever asked for it hears of a failure; those behind it fail with it.
    result.catch(() => undefined);
    return result;
  }

  /** Waits for the statement that is under way. Those behind it, and whatever is asked for later, fail. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.last.catch(() => undefined);
  }
}
