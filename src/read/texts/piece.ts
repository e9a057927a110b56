import type { TextOrigin } from '../../domain/published/exposed-numbers.ts';
import type { TextPlace, UnseenKind } from '../../domain/published/text-place.ts';

export interface CellText {
  readonly text: string;
  /** Whether the file holds it as a number. */
  readonly isNumber: boolean;
  readonly place: TextPlace;
}

export type Piece =
  | { readonly text: string; readonly origin: TextOrigin; readonly place: TextPlace }
  /** The cells of one row side by side, empty ones too; `table` tells apart which rows stand below each other. */
  | { readonly cells: readonly CellText[]; readonly table: string }
  | { readonly unseen: UnseenKind; readonly name: string };
