/** The counting library as the checks use it: handed in, so that the same checks can run against a broken copy. */
export type Counting = typeof import('../index');

/** One thing that must hold of the counting, in a sentence. Throws when it does not. */
export interface Check {
  sentence: string;
  run(counting: Counting): void;
  /** The same question put to the brute-force counter, where it has a say. */
  oracle?(): void;
}
