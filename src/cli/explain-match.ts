import { basename } from 'node:path';
import { type Place, printPlace } from '../domain/place.ts';
import { findRow } from '../engine/find-row.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import type { ResolvedLists } from '../identity/resolved-lists.ts';
import type { ExplainedMatch } from '../report/dedupe/explained-match.ts';
import { wordsFor } from '../text/words.ts';
import type { ExplainMatchWords } from '../text/zh/explain-match.ts';
import type { ListWords } from '../text/zh/lists.ts';
import type { Context } from './context.ts';
import { inputsOfDedupe } from './deduped.ts';
import { UsageError } from './errors.ts';
import type { PairListOptions } from './pairs.ts';
import type { Presentation } from './present.ts';
import { whileResolved } from './resolved-lists.ts';

/**
 * Explains how two rows were compared, each as `FILE:ROW`. The caller closes the database of their lists.
 * @throws InvalidInput; UsageError where a row is none that can be compared.
 */
export async function explainedMatch(
  files: readonly string[],
  rows: readonly [string, string],
  flags: PairListOptions,
  context: Context,
): Promise<ExplainedMatch> {
  const say = await wordsFor('explain-match', context.catalogue.language);
  const { given, campaign } = await inputsOfDedupe(files, context);
  const resolving = { ...flags, byFile: campaign === null, amountOptional: true, toExplain: true };
  return whileResolved(given, campaign, resolving, context, async ({ lists, words }) => {
    const explained = await explain(lists, rows, { say, words });
    const all = placesOf(lists);
    const [one, other] = explained.rows.map(({ list, row }) => ({ ...(all[list] as Place), row })) as [Place, Place];
    return { lists, explained, places: [one, other], say };
  });
}

interface Words {
  readonly say: ExplainMatchWords;
  readonly words: ListWords;
}

async function explain(lists: ResolvedLists, rows: readonly [string, string], all: Words) {
  const one = await rowAt(rows[0], lists, all);
  const other = await rowAt(rows[1], lists, all);
  if (one.list === other.list && one.row === other.row) throw new UsageError(all.say.refused.sameRow(rows[1]));
  const { explainMatch } = await import('../identity/probable/explain.ts');
  return explainMatch(lists, one, other);
}

/** A row as the command line names it. */
const ROW = /^(?:(.*):)?(\d{1,9})$/s;

/** @throws UsageError, which names what there is, unless the row pays somebody who has a name. */
async function rowAt(given: string, lists: Lists, { say, words }: Words): Promise<{ list: number; row: number }> {
  const { refused } = say;
  const [, name = '', digits] = ROW.exec(given) ?? [];
  if (digits === undefined) throw new UsageError(refused.badRow(given));
  const list = listNamed(name, given, lists, say);
  const row = Number(digits);
  const place = printPlace({ ...placesOf(lists)[list], row } as Place);
  const found = await findRow(lists, list, row);
  if (found.is === 'missing') throw new UsageError(refused.missing(place, found.first, found.last));
  if (found.is === 'non-payout') throw new UsageError(refused.nonPayout(place, words.inputs.reason(found.reason)));
  if (!found.hasName) throw new UsageError(refused.noName(place));
  return { list, row };
}

/** The lists whose rows were resolved. */
const placesOf = (lists: Lists): Place[] =>
  everyList({ ...lists, returns: [] }).map(({ source: { origin, sheet } }) => ({
    file: origin.file,
    sheet,
    row: null,
    column: null,
  }));

/** The number of the list of a name: its file as it was given, else what the file is called; with the sheet in brackets, or without. */
function listNamed(name: string, given: string, lists: Lists, { refused, lists: listed }: ExplainMatchWords): number {
  const places = placesOf(lists);
  const named = (some: readonly number[]) => {
    const shown = some.slice(0, SHOWN).map((list) => printPlace(places[list] as Place));
    return listed(shown) + (some.length > SHOWN ? refused.more(some.length) : '');
  };
  const every = [...places.keys()];
  if (name === '') {
    if (lists.lists.length === 1) return 0;
    throw new UsageError(refused.which(given, named(every)));
  }
  const called = (names: (place: Place) => readonly string[]) =>
    every.filter((list) => names(places[list] as Place).includes(name));
  const short = (place: Place): Place => ({ ...place, file: basename(place.file) });
  const byFile = called((place) => [place.file, printPlace(place)]);
  const found = byFile.length > 0 ? byFile : called((place) => [short(place).file, printPlace(short(place))]);
  const [only] = found;
  if (only === undefined) throw new UsageError(refused.unknownList(name, named(every)));
  if (found.length > 1) throw new UsageError(refused.severalLists(name, named(found)));
  return only;
}

/** So many lists are named. */
const SHOWN = 8;

/** What was explained, as any format has it. */
export const explainedPresentation = (match: ExplainedMatch, { catalogue: { language } }: Context): Presentation => ({
  records: async () => [(await import('../render/json/explain-match.ts')).explainMatchRecord(match, language)],
  reports: async () => [(await import('../report/dedupe/explain-match-report.ts')).explainMatchReport(match, language)],
});
