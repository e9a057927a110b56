/** Why a number of the text is no figure of relief. Each has its words in the catalogues. */
export type AsideKind =
  | 'date'
  | 'duration'
  | 'document'
  | 'telephone'
  | 'long-number'
  | 'address'
  | 'age'
  | 'percent'
  | 'ordinal'
  | 'label'
  | 'page'
  | 'attachment'
  | 'name'
  | 'measurement'
  | 'thing'
  | 'times'
  | 'ratio'
  | 'household'
  | 'institution'
  | 'giver'
  | 'population'
  | 'condition'
  | 'repeated';

/** Why a figure has no place in the draft. */
export type OpenReason =
  | 'vague'
  | 'no-unit'
  | 'cut'
  | 'unreadable'
  | 'two-readings'
  | 'no-place'
  | 'undecided'
  | 'each'
  | 'share'
  | 'other-count'
  | 'comparison';

/** A figure as it stands in a paragraph's folded text. */
export interface Figure {
  readonly from: number;
  readonly to: number;
  readonly kind: 'money' | 'count' | 'bare' | 'vague' | 'cut' | AsideKind;
}
