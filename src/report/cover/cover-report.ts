import { coverageRate } from '../../domain/coverage-rate.ts';
import { grouped } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { barsSheet } from '../bars.ts';
import { notesSheet } from '../findings/notes-sheet.ts';
import { pairFindingsSheet } from '../findings/pair-findings-sheet.ts';
import { type Shown, seenText } from '../findings/pair-row.ts';
import { inputsSheet } from '../lists/inputs-sheet.ts';
import { readWords } from '../lists/read-words.ts';
import { scorecardSheet } from '../lists/scorecard.ts';
import { type Report, type Sheet, text } from '../sheet.ts';
import { coverVerdict } from './cover-verdict.ts';
import { coverageSheet } from './coverage-sheet.ts';
import { coveredPlacesSheet } from './covered-places-sheet.ts';
import type { ExaminedCover } from './examined-cover.ts';
import { excusedSheet } from './excused-sheet.ts';

/** How much of each subdistrict was reached, as bars. */
function coverageBars({ coverage, cover }: ExaminedCover, shown: Shown): Sheet[] {
  const places = coverage.subdistricts.filter(({ subdistrict, eligible }) => subdistrict !== null && eligible > 0);
  const bars = places.map(({ subdistrict, reached, eligible }) => ({
    name: seenText(subdistrict ?? '', shown),
    figure: text(coverageRate(reached, eligible)),
    length: BigInt(Math.round((10_000 * reached) / eligible)),
  }));
  const sheet = barsSheet(
    cover.picture,
    [cover.places.columns.subdistrict, cover.coverage.columns.rate],
    bars,
    10_000n,
  );
  return sheet ? [sheet] : [];
}

/** Who was reached and who was not, as people read it. `everywhere`: all committees, however many. */
export function coverReport(
  examined: ExaminedCover,
  catalogue: Catalogue,
  shown: Shown,
  { everywhere = false }: { readonly everywhere?: boolean } = {},
): Report {
  const { lists, coverage, cover, enrolment, scored, words } = examined;
  const { eligible, reached } = coverage.total;
  const figure = (count: number) => grouped(String(count));
  const excused = excusedSheet(examined);
  const notes = notesSheet(examined, catalogue);
  return {
    title: cover.title(
      enrolment.rosters.length,
      lists.lists.length + lists.earlier.length,
      figure(eligible),
      figure(reached),
      coverageRate(reached, eligible),
    ),
    verdict: coverVerdict(examined, catalogue),
    read: readWords(examined, catalogue),
    sheets: [
      coverageSheet(examined),
      ...coverageBars(examined, shown),
      ...coveredPlacesSheet(examined, shown, everywhere),
      ...(excused ? [excused] : []),
      pairFindingsSheet(examined, catalogue, shown),
      inputsSheet(examined),
      ...(notes ? [notes] : []),
      scorecardSheet(scored ?? { coverage, hasLists: lists.lists.length > 0 }, words.scorecard),
    ],
  };
}
