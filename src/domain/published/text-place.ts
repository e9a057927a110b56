/** What a text is in its file, which says how one gets to see it. */
export type PlaceKind =
  | 'cell'
  | 'formula'
  | 'comment'
  | 'header-footer'
  | 'validation'
  | 'condition'
  | 'defined-name'
  | 'sheet-name'
  | 'table'
  | 'pivot'
  | 'leftover' // a text of a workbook that no cell shows any more
  | 'drawing'
  | 'alt-text'
  | 'chart'
  | 'paragraph'
  | 'tracked-change'
  | 'field' // the code of a field or a form
  | 'footnote'
  | 'property'
  | 'link'
  | 'custom-xml'
  | 'style'
  | 'markup' // an attribute, a script or a remark in the source of a page
  | 'file-name'
  | 'page'
  | 'line'
  | 'other'
  /** Bytes that no reader made a text of. */
  | 'bytes';

/** Where a text stands. */
export interface TextPlace {
  readonly kind: PlaceKind;
  /** Of an archive the part, of an embedded file the parts that lead to it; '' is the file itself. */
  readonly part: string;
  readonly sheet?: string;
  /** The address of a cell, the number of a paragraph, a line or a page, the name of a property. */
  readonly at?: string;
  /** In a row, a column or a sheet that is hidden, or of a style that hides. */
  readonly isHidden?: boolean;
}

/** What can't be looked into: pictures and sounds, macros, what is too deep or unknown. */
export const UNSEEN_KINDS = [
  'picture',
  'macro',
  'media',
  'signature',
  'nested',
  'encrypted',
  'unknown',
  'page',
] as const;
export type UnseenKind = (typeof UNSEEN_KINDS)[number];
