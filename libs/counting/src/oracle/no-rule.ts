/** Thrown for what the count by the rules alone has no rule for: it must get one before sheets of it can be checked. */
export class NoRule extends Error {
  constructor(what: string, file: string) {
    super(`The brute-force counter has no rule for ${what}: add one to libs/counting/src/oracle/${file}.ts.`);
  }
}
