/** A bug put in on purpose, to see whether the tests would notice it. */
export interface Mutant {
  /** Kebab-case, unique. */
  readonly name: string;
  /** What a studio would lose by it, in one line. */
  readonly why: string;
  /** From the root of the project. */
  readonly file: string;
  /** Exact text that the file holds exactly once. */
  readonly find: string;
  /** What stands there instead. */
  readonly replace: string;
  /** Test files from the root of the project, nearest first; the simulation comes last for every mutant. */
  readonly suites: readonly string[];
}
