import { groupedBy } from '../../domain/grouped-by.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';

/** More subdistricts than this are no longer beside each other on a page; no district has so many. */
const WIDEST = 60;

/** 条×块: what each department pays in each subdistrict, money above and payouts below. Null where no list says where. */
export function placesMatrix({ lists, totals }: ExaminedLists, { places: words }: ExportWords): Sheet | null {
  const all = totals.places ?? [];
  const subdistricts = [...new Set(all.map(({ subdistrict }) => subdistrict))]
    .sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1))
    .slice(0, WIDEST);
  if (subdistricts.every((subdistrict) => subdistrict === '')) return null;
  const { departments } = lists.assignments;
  const placesOf = groupedBy(all, ({ department }) => department);
  const band = (name: string): Row => ({
    level: 'band',
    cells: [text(name, 'strong'), ...subdistricts.map(() => text('')), text('')],
  });
  const block = (
    before: number,
    cell: (of: Pick<Listed, 'payouts' | 'amount'>, sums: readonly number[]) => Cell,
  ): Row[] => {
    const rows = totals.departments.map(({ department, payouts, amount }): Row => {
      const own = placesOf.get(department) ?? [];
      return {
        level: 'item',
        cells: [
          text(maskText(departments[department]?.name ?? '') || '—'),
          ...subdistricts.map((subdistrict) => {
            const place = own.find((each) => each.subdistrict === subdistrict);
            return place ? cell(place, []) : text('');
          }),
          cell({ payouts, amount }, []),
        ],
      };
    });
    const indexes = rows.map((_, index) => before + index);
    const sumOf = (places: typeof all) => ({
      payouts: places.reduce((sum, { payouts }) => sum + payouts, 0),
      amount: places.reduce((sum, { amount }) => sum + amount, 0n),
    });
    return [
      ...rows,
      {
        level: 'total',
        cells: [
          text(words.total, 'strong'),
          ...subdistricts.map((subdistrict) =>
            cell(sumOf(all.filter((place) => place.subdistrict === subdistrict)), indexes),
          ),
          cell(totals.total, indexes),
        ],
      },
    ];
  };
  const amounts = block(1, ({ amount }, sums) => ({
    kind: 'money',
    value: amount,
    ...(sums.length > 0 ? { sums } : {}),
  }));
  const payouts = block(amounts.length + 2, ({ payouts }, sums) => ({
    kind: 'count',
    value: BigInt(payouts),
    ...(sums.length > 0 ? { sums } : {}),
  }));
  return {
    name: words.sheet,
    above: [words.unit],
    columns: [
      { title: words.corner, kind: 'text' },
      ...subdistricts.map((subdistrict) => ({ title: maskText(subdistrict) || words.unknown, kind: 'money' as const })),
      { title: words.total, kind: 'money' },
    ],
    rows: [band(words.amounts), ...amounts, band(words.payouts), ...payouts],
    below: [],
  };
}
