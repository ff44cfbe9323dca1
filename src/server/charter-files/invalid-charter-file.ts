/** A file of data/charters that cannot be used: says which file, where in it, and what is wrong. One line a problem. */
export class InvalidCharterFile extends Error {
  override readonly name = 'InvalidCharterFile';
  readonly file: string;
  readonly problems: readonly string[];

  /** `problems` read as `measures[3].levels[0].clauses: Expected an array`. */
  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${file}: ${problem}`).join('\n'));
    this.file = file;
    this.problems = problems;
  }
}
