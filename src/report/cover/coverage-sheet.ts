import { coverageRate } from '../../domain/coverage-rate.ts';
import { grouped } from '../../domain/money.ts';
import type { Covered } from '../../totals/cover/coverage.ts';
import { type Cell, type Column, type Row, type Sheet, type Style, text, type VerdictLine } from '../sheet.ts';
import { band } from '../table.ts';
import type { ExaminedCover } from './examined-cover.ts';

const figure = (count: number) => grouped(String(count));
const count = (value: number, style: Style = 'plain'): Cell => ({ kind: 'count', value: BigInt(value), style });

/** What became of people, in columns behind what they have in common. */
export function coverageColumns({ cover }: ExaminedCover): Column[] {
  const { columns } = cover.coverage;
  return [
    { title: columns.onRoster, kind: 'count' },
    { title: columns.eligible, kind: 'count' },
    { title: columns.reached, kind: 'count' },
    { title: columns.rate, kind: 'text', whole: true },
    { title: columns.omitted, kind: 'count' },
    { title: columns.elsewhere, kind: 'count', use: 'wide' },
    { title: columns.unclear, kind: 'count', use: 'wide' },
  ];
}

export function coverageCells({ onRoster, eligible, reached, omitted, elsewhere, unclear }: Covered): Cell[] {
  return [
    count(onRoster),
    count(eligible),
    count(reached),
    text(coverageRate(reached, eligible), reached < eligible ? 'strong' : 'good'),
    count(omitted, omitted > 0 ? 'error' : 'plain'),
    count(elsewhere, elsewhere > 0 ? 'warning' : 'plain'),
    count(unclear, unclear > 0 ? 'warning' : 'plain'),
  ];
}

/** Each roster with what its people are to get; where nothing stands before the sheet, what it comes to is its first rows. */
export function coverageSheet(examined: ExaminedCover, verdict: readonly VerdictLine[] = []): Sheet {
  const { coverage, cover } = examined;
  const { coverage: say } = cover;
  const { total, listed, payouts } = coverage;
  const columns = [{ title: say.columns.what, kind: 'text' as const, width: 30 }, ...coverageColumns(examined)];
  return {
    name: say.sheet,
    above: [],
    columns,
    rows: [
      ...verdict.map(([style, words]) => band(columns.length, words, style)),
      ...coverage.rosters.flatMap(({ name, dues, ...covered }): Row[] => [
        { level: 'item', cells: [text(name), ...coverageCells(covered)] },
        // Only a roster for several measures, or for one that no list pays, has something to add.
        ...(dues.length > 1 || dues.some(({ listed }) => !listed) ? dues : []).map(
          ({ measure, eligible, reached, listed }): Row => ({
            level: 'detail',
            cells: [
              text(say.due(measure) + (listed ? '' : say.notListed), listed ? 'plain' : 'muted'),
              text(''),
              count(eligible),
              count(reached),
              text(listed ? coverageRate(reached, eligible) : '—', listed && reached < eligible ? 'strong' : 'muted'),
              text(''),
              text(''),
              text(''),
            ],
          }),
        ),
      ]),
      { level: 'total', cells: [text(say.total, 'strong'), ...coverageCells(total)] },
    ],
    below: [
      say.equation,
      ...(coverage.identity.confirmed > 0 ? [say.confirmed(figure(coverage.identity.confirmed))] : []),
      ...(coverage.identity.review > 0 ? [say.review(figure(coverage.identity.review))] : []),
      ...(total.onRoster > total.eligible ? [say.excusedEquation] : []),
      ...(listed > 0 ? [say.perPerson(figure(listed), figure(payouts), average(payouts, listed))] : []),
    ],
  };
}

/** With two decimals, half up. */
function average(sum: number, of: number): string {
  const hundredths = (BigInt(sum) * 200n + BigInt(of)) / (BigInt(of) * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
