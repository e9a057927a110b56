/** How lists came to be read: the campaign's own and those that were given, and what became of what was named twice. */
export interface Gathered {
  /** Files of the campaign's own lists that were read; null where there is no campaign. */
  readonly own: number | null;
  /** Files of lists that were given besides. */
  readonly given: number;
  /** Files of the campaign's own lists that were left out, because only those that are given were asked for. */
  readonly leftOut: number;
  readonly notes: readonly GatheredNote[];
}

/**
 * What has to be said of a file: it is another again (its path or its bytes), and was read once; it is one of the campaign's own,
 * and was taken for what was paid earlier; it has the bytes of another that is said to be of something else, and both were read;
 * it has the name of one of the campaign's own and is not it, and both were read.
 */
export interface GatheredNote {
  readonly kind: 'same-path' | 'same-bytes' | 'paid-earlier' | 'other-measure' | 'same-name';
  readonly file: string;
  readonly other: string;
}

/** Notes that somebody has to look into: something may be counted twice. */
export const isDoubtful = ({ kind }: GatheredNote): boolean => kind === 'other-measure' || kind === 'same-name';
