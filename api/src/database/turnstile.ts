/** Lets one piece of work in at a time, in the order of arrival. */
export class Turnstile {
  private last: Promise<unknown> = Promise.resolve();
  private inside = 0;

  /** Whether anybody is in, or waits to be. */
  get isBusy(): boolean {
    return this.inside > 0;
  }

  pass<T>(work: () => Promise<T>): Promise<T> {
    this.inside += 1;
    const result = this.last.then(work, work).finally(() => (this.inside -= 1));
    this.last = result.catch(() => undefined);
    return result;
  }
}
