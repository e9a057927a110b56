export interface ForeignInput {
  readonly path: string;
  readonly kind: 'pdf' | 'doc';
  /** Where the character maps stand that Chinese texts without maps of their own need. */
  readonly characterMaps: string;
}

/** A line of text and the page that it stands on; of a .doc the paragraph. */
export interface ForeignLine {
  readonly text: string;
  readonly at: number;
  /** How far it reaches on the page, in half-widths of its own type. */
  readonly width?: number;
}

/** What was read; the pages without text, as those are that are pictures; or why nothing was. */
export type Foreign =
  | { readonly lines: readonly ForeignLine[]; readonly pictures: readonly number[]; readonly pages: number }
  | 'damaged'
  | 'encrypted'
  | 'too-long';
