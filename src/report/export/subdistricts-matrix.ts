import { grouped } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';
import { type Cell, type Row, type Sheet, text } from '../sheet.ts';
import { MOST_DEPARTMENTS } from './listed-of-plan.ts';
import { summed } from './statistics-sums.ts';

/** More of them than this are no longer beside each other on a page, or below each other; no district has so many. */
const MOST_SUBDISTRICTS = 60;

type Figures = Pick<Listed, 'payouts' | 'amount'>;

/** Where the figures of those stand that have no line of their own. */
const REST = -1;

/** Lines of the matrix, one way or the other: what has one of its own, in its order, and how many there are besides. */
class Lines<Key> {
  readonly own: readonly Key[];
  readonly others: number;
  readonly #at: ReadonlyMap<Key, number>;

  /** Of too many, those with the most money have a line. */
  constructor(all: readonly Key[], most: number, amountOf: (key: Key) => bigint) {
    const first = all.length > most ? all.toSorted((a, b) => Number(amountOf(b) - amountOf(a))).slice(0, most) : all;
    const hasLine = new Set(first);
    this.own = all.filter((key) => hasLine.has(key));
    this.others = all.length - this.own.length;
    this.#at = new Map(this.own.map((key, at) => [key, at]));
  }

  at(key: Key): number {
    return this.#at.get(key) ?? REST;
  }

  /** The numbers of all lines, of which the last is of those without one of their own. */
  get numbers(): number[] {
    return [...this.own.keys(), ...(this.others > 0 ? [REST] : [])];
  }
}

/** Figures by where they belong, added up. */
class Sums {
  readonly #sums = new Map<unknown, { payouts: number; amount: bigint }>();

  add(key: unknown, { payouts, amount }: Figures): void {
    const sum = this.#sums.get(key);
    if (!sum) {
      this.#sums.set(key, { payouts, amount });
      return;
    }
    sum.payouts += payouts;
    sum.amount += amount;
  }

  of(key: unknown): Figures | undefined {
    return this.#sums.get(key);
  }
}

/** 条×块: what each department pays in each subdistrict, money above and payouts below. Null where no list says where. */
export function subdistrictsMatrix(
  { lists, totals }: ExaminedLists,
  { subdistricts: words }: ExportWords,
): Sheet | null {
  const all = totals.subdistricts ?? [];
  if (all.every(({ subdistrict }) => subdistrict === '')) return null;
  const inSubdistricts = new Sums();
  for (const listed of all) inSubdistricts.add(listed.subdistrict, listed);
  const subdistricts = new Lines(
    [...new Set(all.map(({ subdistrict }) => subdistrict))].sort(
      (a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1),
    ),
    MOST_SUBDISTRICTS,
    (subdistrict) => inSubdistricts.of(subdistrict)?.amount ?? 0n,
  );
  const amounts = new Map(totals.departments.map(({ department, amount }) => [department, amount]));
  const departments = new Lines([...amounts.keys()], MOST_DEPARTMENTS, (department) => amounts.get(department) ?? 0n);

  const sums = new Sums();
  for (const listed of all) {
    const [row, column] = [departments.at(listed.department), subdistricts.at(listed.subdistrict)];
    sums.add(`${row} ${column}`, listed);
    sums.add(`total ${column}`, listed);
  }
  for (const listed of totals.departments) sums.add(`${departments.at(listed.department)} total`, listed);

  const nameOf = (row: number) =>
    row === REST
      ? words.otherDepartments(grouped(String(departments.others)))
      : maskText(lists.assignments.departments[departments.own[row] as number]?.name ?? '') || '—';
  const titleOf = (column: number) =>
    column === REST
      ? words.otherSubdistricts(grouped(String(subdistricts.others)))
      : maskText(subdistricts.own[column] ?? '') || words.unknown;
  const columns = subdistricts.numbers;
  const band = (name: string): Row => ({
    level: 'band',
    cells: [text(name, 'strong'), ...columns.map(() => text('')), text('')],
  });
  const block = (before: number, cell: (of: Figures, sums: readonly number[]) => Cell): Row[] => {
    const rows = departments.numbers.map((row): Row => {
      const cells = [...columns, 'total'].map((column) => sums.of(`${row} ${column}`));
      return { level: 'item', cells: [text(nameOf(row)), ...cells.map((of) => (of ? cell(of, []) : text('')))] };
    });
    const indexes = rows.map((_, index) => before + index);
    const below = columns.map((column) => cell(sums.of(`total ${column}`) ?? { payouts: 0, amount: 0n }, indexes));
    return [...rows, { level: 'total', cells: [text(words.total, 'strong'), ...below, cell(totals.total, indexes)] }];
  };
  const money = block(1, ({ amount }, added) => ({ kind: 'money', value: amount, ...summed(added) }));
  const payouts = block(money.length + 2, (of, added) => ({
    kind: 'count',
    value: BigInt(of.payouts),
    ...summed(added),
  }));
  return {
    name: words.sheet,
    above: [words.unit],
    columns: [
      { title: words.corner, kind: 'text' },
      ...columns.map((column) => ({ title: titleOf(column), kind: 'money' as const })),
      { title: words.total, kind: 'money' },
    ],
    rows: [band(words.amounts), ...money, band(words.payouts), ...payouts],
    below: departments.others + subdistricts.others > 0 ? [words.most(MOST_DEPARTMENTS, MOST_SUBDISTRICTS)] : [],
  };
}
