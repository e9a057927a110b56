import { readEvidence } from '../../domain/evidence.ts';
import type { Language } from '../../domain/language.ts';
import { grouped } from '../../domain/money.ts';
import type { Place } from '../../domain/place.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { everyList } from '../../engine/lists.ts';
import type { WeighedMatch } from '../../identity/probable/explain.ts';
import type { WeighedField, Weights } from '../../identity/probable/weighing.ts';
import en from '../../text/en/identity.ts';
import type { ExplainMatchWords } from '../../text/zh/explain-match.ts';
import zh, { type IdentityWords } from '../../text/zh/identity.ts';
import { shortPlaces } from '../findings/pair-row.ts';
import { type Cell, type Column, type Report, type Row, type Sheet, text } from '../sheet.ts';
import type { ExplainedMatch } from './explained-match.ts';

const WORDS: Readonly<Record<Language, IdentityWords>> = { zh, en };

/** How two rows were compared: what each field says, and what it comes to. */
export function explainMatchReport(match: ExplainedMatch, language: Language): Report {
  const { explained, say } = match;
  const [one, other] = explained.rows.map(({ name }, at) => `${placeOf(at, match)} ${maskText(name)}`) as [
    string,
    string,
  ];
  const { columns } = say;
  const weights: Column[] = [
    { title: columns.household, kind: 'bits' },
    { title: columns.unrelated, kind: 'bits' },
  ];
  const sheet: Sheet = {
    name: say.sheet,
    above: [],
    columns: [
      { title: columns.field, kind: 'text' },
      { title: columns.found, kind: 'text' },
      ...(explained.kind === 'weighed' ? weights : []),
    ],
    ...(explained.kind === 'weighed' ? weighed(explained, match, language) : told(match)),
  };
  return { title: say.title(one, other), sheets: [sheet] };
}

function placeOf(at: number, { lists, places, explained, say }: ExplainedMatch): string {
  return shortPlaces(lists, say.row)(places[at] as Place) + (explained.rows[at]?.person === 2 ? say.second : '');
}

type Body = Pick<Sheet, 'rows' | 'below'>;

/** Rows that certainly are one person's, and those that were not weighed: why. */
function told(match: ExplainedMatch): Body {
  const { explained, say } = match;
  if (explained.kind === 'not-weighed')
    return { rows: [words(say.conclusion, say.notWeighed[explained.why])], below: [] };
  const grounds = explained.rows.map(({ ground }, at) =>
    words(say.ground(placeOf(at, match)), ground === null ? '' : say.grounds[ground]),
  );
  return { rows: [...grounds, words(say.conclusion, say.bands.certain)], below: [] };
}

function weighed(match: WeighedMatch, { lists, say }: ExplainedMatch, language: Language): Body {
  const { notes } = say;
  const { share, posterior, band, rowsOf } = match;
  const oneIn = (part: number) => rounded(1 / part);
  return {
    rows: [
      ...match.fields.map((field) => line(say.fields[field.field], foundOf(field, say, language), field)),
      line(say.overlap, overlapOf(match, { lists, say }), match.overlap),
      ...(match.rivals.unrelated === 0 ? [] : [line(say.rivals, rivalsOf(match, say), match.rivals)]),
      line(say.prior, say.priors(oneIn(share.same), oneIn(share.household)), match.prior),
      line(say.score, '', match.score, 'total'),
      line(say.posterior, percent(posterior)),
      line(say.conclusion, say.bands[band]),
    ],
    below: [
      ...(match.wasCompared ? [] : [notes.notCompared]),
      ...(match.throughOthers ? [notes.throughOthers] : []),
      ...(band !== 'confirmed' && Math.max(...rowsOf) > 1 ? [notes.people(String(rowsOf[0]), String(rowsOf[1]))] : []),
      ...(match.provenApart ? [notes.provenApart] : []),
      ...(match.notJoined ? [notes.notJoined[match.notJoined]] : []),
      ...(match.notAsked ? [notes.notAsked] : []),
      notes.weights,
      notes.sum,
    ],
  };
}

const words = (field: string, found: string): Row => ({ level: 'item', cells: [text(field), text(found)] });

function line(field: string, found: string, weights: Weights | null = null, level: Row['level'] = 'item'): Row {
  const bits = (value: number): Cell => ({ kind: 'bits', value });
  const cells = weights ? [bits(weights.household), bits(weights.unrelated)] : [text(''), text('')];
  return { level, cells: [text(field), text(found), ...cells] };
}

/** What two people have in common in a field, or what tells them apart. */
export function foundOf(
  { field, level, word, oneIn }: WeighedField,
  say: ExplainMatchWords,
  language: Language,
): string {
  const [evidence] = readEvidence(word);
  const agreements: Readonly<Record<string, string>> = evidence ? WORDS[language].evidence[evidence.field] : {};
  const untold: Readonly<Record<string, string>> = say.untold;
  const found = evidence ? agreements[evidence.agreement] : untold[`${field}:${level}`];
  return [found ?? level, ...(oneIn === null ? [] : [say.oneIn(rounded(oneIn))])].join(say.separator);
}

function overlapOf({ lists: [ones, others], overlap }: WeighedMatch, { lists, say }: Of): string {
  const { same, more, fewer, even } = say.overlaps;
  if (ones.some((list) => others.includes(list))) return same;
  const short = shortPlaces(lists, say.row);
  const sources = everyList(lists).map(({ source }) => source);
  const named = (numbers: readonly number[]) =>
    say.lists(
      numbers.flatMap((number) => {
        const { origin, sheet } = sources[number] ?? {};
        return origin ? [short({ file: origin.file, sheet: sheet ?? null, row: null, column: null })] : [];
      }),
    );
  const { unrelated: bits } = overlap;
  const comparison = bits >= TELLS ? more : bits <= -TELLS ? fewer : even;
  return comparison(named(ones), named(others));
}

function rivalsOf({ rivals: { unrelated: bits } }: WeighedMatch, { rivalsFound }: ExplainMatchWords): string {
  return bits > 0 ? rivalsFound.none : rivalsFound.some;
}

/** Hundredths of a bit below which nobody would see it. */
const TELLS = 10;

type Of = Pick<ExplainedMatch, 'lists' | 'say'>;

/** A large number with as many digits as are known of it. */
const rounded = (value: number) => grouped(String(Math.round(Number(value.toPrecision(2)))));

/** A probability in per cent; what is not certain never looks so. */
function percent(probability: number): string {
  const hundredths = Math.round(probability * 10_000);
  if (hundredths === 10_000) return '>99.99%';
  return hundredths === 0 ? '<0.01%' : `${(hundredths / 100).toFixed(2)}%`;
}
