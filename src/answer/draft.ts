import { basename } from 'node:path';
import type { Draft, FigureRecord } from '../domain/notice/draft.ts';
import { draftOf } from '../domain/notice/draft-of.ts';
import { shownText } from '../domain/shown/masking.ts';
import { readNotice } from '../read/notice/read-notice.ts';

/** How many figures a document has, and what came of them: `all` is the sum of the others, or the draft has a bug. */
interface FigureEquation {
  readonly all: number;
  readonly placed: number;
  readonly aside: number;
  readonly open: number;
}

/** A document as a campaign file could say it. */
export interface DraftAnswer {
  /** As it was named. */
  readonly file: string;
  /** What the campaign is called by: letters of the file's name, or `draft`. */
  readonly id: string;
  readonly draft: Draft;
  readonly figures: FigureEquation;
  /** Pages without text, of which nothing was read. */
  readonly pictures: readonly number[];
  /** How many places are marked as to be checked. */
  readonly doubts: number;
}

/**
 * What does a document say, as a campaign? Nothing of it is guessed.
 * @throws InvalidInput when the document can't be read.
 */
export async function draftAnswer(file: string): Promise<DraftAnswer> {
  const { lines, pictures } = await readNotice(file);
  const draft = draftOf(lines);
  return { file, id: idFrom(file), draft, pictures, figures: equationOf(draft.figures), doubts: doubtsIn(draft) };
}

function equationOf(figures: readonly FigureRecord[]): FigureEquation {
  const count = (kind: FigureRecord['fate']['kind']) => figures.filter(({ fate }) => fate.kind === kind).length;
  return { all: figures.length, placed: count('placed'), aside: count('aside'), open: count('open') };
}

function doubtsIn({ departments }: Draft): number {
  const each = departments.flatMap((department) => [
    department,
    ...(department.stated ? [department.stated] : []),
    ...department.measures,
  ]);
  return each.reduce((sum, { doubts }) => sum + doubts.length, 0);
}

function idFrom(file: string): string {
  const name = shownText(basename(file))
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9\u4e00-\u9fff]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'draft' : name;
}
