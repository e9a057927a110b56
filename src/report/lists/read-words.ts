import { type Gathered, isDoubtful } from '../../domain/campaign/gathered.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Report, VerdictLine } from '../sheet.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { nowhereLines } from './passed-over.ts';

interface Read {
  readonly lists: Lists;
  readonly gathered: Gathered;
}

/** Which lists were read: the campaign's own, and those that are given. */
export function readWords({ lists, gathered }: Read, { read: say, list: joined }: Catalogue): string {
  const { own, given, leftOut } = gathered;
  const files = (some: Lists['lists']) => new Set(some.map(({ source }) => source.origin.file)).size;
  const isAdded = own !== null && own > 0 && given > 0;
  const payouts =
    leftOut > 0 ? [say.only(given, leftOut)] : own !== null && own > 0 ? [say.own(own)] : [say.lists(given)];
  const others = (['earlier', 'rosters', 'returns'] as const).flatMap((role) =>
    lists[role].length > 0 ? [say[role](files(lists[role]))] : [],
  );
  const all = say.all(joined([...((own ?? 0) + given > 0 ? payouts : []), ...others]));
  return isAdded ? say.added(all, given) : all;
}

/** What has to be said of how lists came to be read; what is doubtful somebody has to look into. */
export function gatheredLines({ gathered }: Pick<Read, 'gathered'>, { read: say }: Catalogue): VerdictLine[] {
  return gathered.notes.map((note) => [
    isDoubtful(note) ? 'warning' : 'muted',
    say.notes[note.kind](note.file, note.other),
  ]);
}

/** A report with which lists it read, and what has to be said of that and of payouts that belong nowhere; the same where it read none. */
export function ofInputs<R extends Report>(report: R, listed: ExaminedLists | null, catalogue: Catalogue): R {
  if (!listed) return report;
  const lines = [...nowhereLines(listed), ...gatheredLines(listed, catalogue)];
  return { ...report, read: readWords(listed, catalogue), ...(lines.length > 0 ? { verdict: lines } : {}) };
}
