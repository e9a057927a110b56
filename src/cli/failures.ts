/** Why something could not be done for one of several campaigns. */
export interface Failure {
  /** The campaign's file. */
  readonly file: string;
  readonly error: unknown;
}

/** What went wrong with some of several campaigns, in their order; the others were done. */
export class Failures extends Error {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[]) {
    super(failures.map(({ file }) => file).join(', '));
    this.failures = failures;
  }
}
