/** A figure's own words and those around it, all of one sentence. */
export interface Around {
  readonly printed: string;
  /** From the clause's start, or from behind the figure before it. */
  readonly before: string;
  /** The whole clause up to the figure. */
  readonly clause: string;
  readonly after: string;
  /** The sentence behind the figure, further on. */
  readonly rest: string;
  /** The clause before, where no figure of money stands in it. */
  readonly previous: string;
  readonly sentence: string;
  /** The sentence up to the figure. */
  readonly ahead: string;
  /** What its paragraph says before its sentence. */
  readonly earlier: string;
  /** The headings that it stands under, the innermost last. */
  readonly heading: string;
}
