import { coverageRate } from '../../domain/coverage-rate.ts';
import { grouped } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { text } from '../sheet.ts';
import { chartTable } from './chart-table.ts';
import type { Overview } from './overview.ts';
import type { Chart } from './page.ts';

/** More than this below each other nobody reads. */
const MOST_PLACES = 40;
const [NOT_REACHED, REACHED] = [1, 2] as const;

export function coverageChart({ coverage: found }: Overview, { charts: words }: ReportWords): Chart | null {
  const all = (found?.subdistricts ?? []).filter(({ subdistrict, eligible }) => subdistrict !== null && eligible > 0);
  if (all.length === 0) return null;
  const places = all.toSorted((a, b) => a.reached / a.eligible - b.reached / b.eligible).slice(0, MOST_PLACES);
  const label = ({ reached, eligible }: (typeof all)[number]) =>
    words.reached(coverageRate(reached, eligible), grouped(String(reached)), grouped(String(eligible)));
  return {
    heading: words.coverage,
    alt: words.coverageAlt(places.length),
    notes: [],
    data: {
      kind: 'bars',
      items: places.map(({ subdistrict, reached, eligible }) => ({
        name: words.ofPlace(maskText(subdistrict ?? ''), grouped(String(reached)), grouped(String(eligible))),
        bars: [
          {
            value: reached / eligible,
            label: coverageRate(reached, eligible),
            series: reached === eligible ? REACHED : NOT_REACHED,
          },
        ],
      })),
      legend: [],
      whole: 1,
    },
    table: chartTable(
      words.coverage,
      [
        { title: words.place, kind: 'text' },
        { title: words.rate, kind: 'text' },
      ],
      all.map((part) => ({ level: 'item', cells: [text(maskText(part.subdistrict ?? '')), text(label(part))] })),
    ),
  };
}
