import { grouped } from '../../domain/money.ts';
import type { CoveredPart } from '../../totals/cover/coverage.ts';
import { type Shown, seenText } from '../findings/pair-row.ts';
import { type Row, type Sheet, text } from '../sheet.ts';
import { coverageCells, coverageColumns } from './coverage-sheet.ts';
import type { ExaminedCover } from './examined-cover.ts';

/** So many committees are read; a workbook has all. */
const COMMITTEES_SHOWN = 20;

/** 块: where people were not reached; and by what the rosters call them. Nothing where the rosters don't say. */
export function coveredPlacesSheet(examined: ExaminedCover, shown: Shown, everywhere: boolean): Sheet[] {
  const { coverage, cover } = examined;
  const { subdistricts, committees, rosters } = coverage;
  const { places: say, categories } = cover;
  const name = (words: string | null) => (words === null ? say.unknown : seenText(words, shown));
  const hasPlaces = subdistricts.some(({ subdistrict }) => subdistrict !== null);
  const hasCommittees = committees.some(({ committee }) => committee !== null);
  const some = everywhere ? committees : committees.filter(({ missed }) => missed > 0).toSorted(mostMissed);
  const listed = everywhere ? some : some.slice(0, COMMITTEES_SHOWN);
  const row = (part: CoveredPart, committee: string): Row => ({
    level: 'item',
    cells: [
      ...(hasPlaces ? [text(name(part.subdistrict))] : []),
      ...(hasCommittees ? [text(committee)] : []),
      ...coverageCells(part),
    ],
  });
  const places: Sheet = {
    name: say.sheet,
    above: [],
    columns: [
      ...(hasPlaces ? [{ title: say.columns.subdistrict, kind: 'text' as const }] : []),
      ...(hasCommittees ? [{ title: say.columns.committee, kind: 'text' as const }] : []),
      ...coverageColumns(examined),
    ],
    rows: [
      ...(hasPlaces ? subdistricts.map((part) => row(part, say.all)) : []),
      ...(hasCommittees ? listed.map((part) => row(part, name(part.committee))) : []),
    ],
    below: [
      ...(hasCommittees && !everywhere ? [say.omittedFirst] : []),
      ...(some.length > listed.length ? [say.more(grouped(String(some.length - listed.length)))] : []),
    ],
  };
  const byCategory = rosters.flatMap((roster) => roster.categories.map((part) => ({ roster: roster.name, part })));
  const kinds: Sheet = {
    name: categories.sheet,
    above: [],
    columns: [
      { title: cover.coverage.columns.what, kind: 'text' },
      { title: categories.column, kind: 'text' },
      ...coverageColumns(examined),
    ],
    rows: byCategory.map(({ roster, part }) => ({
      level: 'item',
      cells: [text(roster), text(name(part.category)), ...coverageCells(part)],
    })),
    below: [],
  };
  return [...(hasPlaces || hasCommittees ? [places] : []), ...(byCategory.length > 0 ? [kinds] : [])];
}

const mostMissed = (a: CoveredPart, b: CoveredPart) => b.missed - a.missed || b.eligible - a.eligible;
