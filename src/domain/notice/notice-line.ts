/** Where a line stands in its file: the line of a text, the page of a PDF, the paragraph of a document. From 1. */
export interface Spot {
  readonly unit: 'line' | 'page' | 'paragraph';
  readonly at: number;
}

/** A line, or a paragraph, of a notice as its file has it. */
export interface NoticeLine {
  readonly text: string;
  readonly spot: Spot;
  /** How far it reaches on the page, in half-widths, where the file tells that better than its signs do. */
  readonly width?: number;
  /** The level of what the file itself marks as a heading (`##`, `<h2>`, a style). */
  readonly heading?: number;
  /** The cells of a table's row; `text` has them too. */
  readonly cells?: readonly string[];
}

/** What a document says, and which of its pages say nothing that can be read: pictures of a text. */
export interface NoticeText {
  readonly lines: readonly NoticeLine[];
  readonly pictures: readonly number[];
}
