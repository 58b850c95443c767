/**
 * Runs statements one after the other, and after one that failed runs no further: a store may have undone the whole
 * transaction by then, and what follows would stand alone.
 */
export class InOrder {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(statement: () => Promise<T>): Promise<T> {
    const result = this.last.then(statement);
    this.last = result;
    // Whoever asked for it hears of a failure; those behind it fail with it.
    result.catch(() => undefined);
    return result;
  }
}
