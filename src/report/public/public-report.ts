import type { Exposure, PublicFile } from '../../answer/check-public.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { grouped } from '../../domain/money.ts';
import type { TextPlace } from '../../domain/published/text-place.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { PublicWords } from '../../text/zh/public.ts';
import { number, type Report, type Row, text, type VerdictLine } from '../sheet.ts';

/** So many names of what was not looked at are said. */
const NAMED = 3;

/** What files have in them that may not be published, place by place, and what was not looked at. */
export function publicReport(files: readonly PublicFile[], words: PublicWords, catalogue: Catalogue): Report {
  const { columns } = words;
  return {
    title: words.title(figure(files.length)),
    verdict: publicVerdict(files, words, catalogue),
    sheets: [
      {
        name: words.sheet,
        above: [],
        columns: [
          { title: columns.file, kind: 'text', use: 'group' },
          { title: columns.place, kind: 'text' },
          { title: columns.kind, kind: 'text' },
          { title: columns.number, kind: 'text', whole: true },
        ],
        rows: files.flatMap((file) => fileRows(file, words)),
        below: [],
      },
    ],
  };
}

const figure = (count: number) => grouped(String(count));

function fileRows({ file, found }: PublicFile, words: PublicWords): Row[] {
  if (found.length === 0) return [];
  return [
    { level: 'band', cells: [text(file, 'strong'), text(''), text(''), text('')] },
    ...found.map(
      (one): Row => ({
        level: 'item',
        cells: [text(file), text(placeWords(one, words)), text(words.kind[one.kind]), number(one.masked)],
      }),
    ),
  ];
}

/** Each file in which something was found, or not looked at; all others together. */
export function publicVerdict(files: readonly PublicFile[], words: PublicWords, catalogue: Catalogue): VerdictLine[] {
  const clean = files.filter(({ found }) => found.length === 0);
  const [only] = clean;
  const allowed = files.reduce((sum, file) => sum + file.allowed, 0);
  const isWhole = files.every(({ unseen }) => unseen.length === 0);
  return [
    ...files.flatMap((file) => (file.found.length > 0 ? [foundLine(file, words, catalogue)] : [])),
    ...(only && clean.length === 1 ? [[isWhole ? 'good' : 'plain', words.clean(only.file)] as const] : []),
    ...(clean.length > 1 ? [[isWhole ? 'good' : 'plain', words.allClean(figure(clean.length))] as const] : []),
    ...files.flatMap((file) => (file.unseen.length > 0 ? [unseenLine(file, files.length > 1, words, catalogue)] : [])),
    ...(allowed > 0 ? [['muted', words.allowed(figure(allowed))] as const] : []),
    ['muted', words.limits],
  ];
}

function foundLine({ file, found }: PublicFile, words: PublicWords, { list }: Catalogue): VerdictLine {
  const kinds = [...groupedBy(found, ({ kind }) => kind)].map(([kind, some]) =>
    words.kinds(words.kind[kind], figure(some.length)),
  );
  return ['error', words.found(file, figure(found.length), list(kinds))];
}

function unseenLine(
  { file, unseen }: PublicFile,
  isNamed: boolean,
  words: PublicWords,
  { list, colon }: Catalogue,
): VerdictLine {
  const parts = [...groupedBy(unseen, ({ kind }) => kind)].map(([kind, some]) => {
    const names = list(some.slice(0, NAMED).map(({ name }) => name));
    const named = some.length > NAMED ? words.others(names, figure(some.length - NAMED)) : names;
    return words.unseenOf(words.unseen[kind], figure(some.length), named);
  });
  return ['warning', (isNamed ? file + colon : '') + words.notSeen(list(parts))];
}

/** Where a number stands, as a person would look it up. */
export function placeWords({ place, until }: Pick<Exposure, 'place' | 'until'>, words: PublicWords): string {
  const where = oneWords(place, words);
  return until?.at === undefined ? where : words.until(where, until.at);
}

function oneWords({ kind, part, sheet, at, isHidden }: TextPlace, words: PublicWords): string {
  const said =
    (sheet === undefined ? '' : words.inSheet(sheet)) + spot(kind, at, words) + (isHidden ? words.hidden : '');
  return part === '' ? said : words.inPart(part, said);
}

function spot(kind: TextPlace['kind'], at: string | undefined, words: PublicWords): string {
  const [row, cell] = (at ?? '').split(':');
  if (row && cell && /^\d+$/.test(cell)) return words.rowCell(row, cell);
  const what = words.numbered[kind];
  if (what !== undefined && at !== undefined && /^\d+$/.test(at)) return words.nth(at, what);
  if (kind === 'cell' || kind === 'formula' || (kind === 'comment' && /^[A-Z]/.test(at ?? '')))
    return (at ?? '') + words.places[kind];
  return words.places[kind] + (kind === 'property' && at ? ` ${at}` : '');
}
