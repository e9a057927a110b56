import type { DraftAnswer } from '../../answer/draft.ts';
import type { DraftRecord } from '../../contract/draft.ts';
import type { Made } from './json.ts';

/** A draft and every figure of its document, for other programs. */
export function draftRecord({ file, id, draft, pictures, figures, doubts }: DraftAnswer): Made<DraftRecord> {
  const { figures: all, ...parts } = draft;
  return { schema: 'relief/draft@1', file, id, equation: figures, doubts, pictures, ...parts, figures: all };
}
