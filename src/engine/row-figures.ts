import type { Fen } from '../domain/money.ts';
import { looksLike } from '../domain/row/list-column.ts';
import { asideReason } from '../domain/row/list-row.ts';
import { bareTitle, foldTitle, unitOfTitle } from '../domain/row/list-title.ts';
import { readAmount } from '../domain/row/payout-amount.ts';
import { recordsAt, sampledCells } from '../read/list/body-records.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { ListBody } from '../read/list/list-source.ts';
import { columnOf, rolesOf, titlesOf } from './row-roles.ts';

/** A row whose amount is not what its own figures come to. */
interface WrongFigure {
  readonly row: number;
  readonly stated: Fen;
  readonly found: Fen;
}

/** How the amounts of a list follow from its other columns, as nearly all rows have it; and the rows that have it otherwise. */
export interface Derivation {
  readonly columns: readonly number[];
  /** 基本生活费+照料护理费, 补贴标准×月数. */
  readonly formula: string;
  readonly wrong: readonly WrongFigure[];
}

type Cells = readonly string[];
interface Figure {
  readonly index: number;
  readonly title: string;
  readonly unit: Fen;
}
interface Formula {
  readonly columns: readonly number[];
  readonly text: string;
  /** What the cells come to, and of how many figures that say something; null where one can't be read. */
  readonly of: (cells: Cells) => { readonly fen: Fen; readonly terms: number } | null;
}

/** So many rows show how amounts come about, at least so many of them alike, and some of more than one figure. */
const ENOUGH = 500;
const LEAST = 4;
const MOST = 0.7;

const RATE = /标准|单价|人均|每[人月户天]/;
const COUNT = /月[数份]|期间|所属期|人数|人口|天数|次数|份数|件数|数量|户数$/;
const TAKEN = /扣|减|预[发支付]|已[发领付]/;
const NO_PART = /标准|单价|收入|人均|累计|余额|其中|工资|上[年月次]|去年|合计|总/;

/** Nobody wrote down how amounts come about: what holds for nearly all rows is how, and the others are wrong. */
export function derivationIn(head: ListHead, body: ListBody): Derivation | null {
  const amount = columnOf(head, 'amount');
  const others = head.columns.filter(({ field, how }) => field === null && how !== 'given');
  if (amount === undefined || head.part || others.length === 0) return null;
  const [roles, titles] = [rolesOf(head), titlesOf(head)];
  const isPaid = (cells: Cells) => asideReason(cells, roles, titles) === null;
  const stated = (cells: Cells): Fen | null => {
    const read = readAmount(cells[amount] ?? '', head.unit);
    return 'fen' in read && read.fen !== 0n ? read.fen : null;
  };
  const sample: Cells[] = [];
  for (const cells of sampledCells(body)) {
    if (sample.length === ENOUGH) break;
    if (stated(cells) !== null && isPaid(cells)) sample.push(cells);
  }
  const formula = formulasOf(head, sample).find((each) => holds(each, sample, stated));
  if (!formula) return null;
  const judge = judged([amount, ...formula.columns], (cells) => {
    const [says, found] = [stated(cells), formula.of(cells)];
    const isWrong = says !== null && found !== null && found.terms > 0 && found.fen !== says;
    return isWrong ? { stated: says, found: found.fen } : null;
  });
  const wrong: WrongFigure[] = [];
  const first = head.titles + head.header;
  const rows = Array.from({ length: Math.max(0, body.rows - first) }, (_, index) => first + index + 1);
  for (const { row, cells, rejected } of recordsAt(body, rows)) {
    const fault = judge(cells);
    if (fault && !rejected && isPaid(cells)) wrong.push({ row, ...fault });
  }
  return { columns: formula.columns, formula: formula.text, wrong };
}

/** Many rows say the same: so many verdicts are kept. */
const MOST_KEPT = 10_000;

/** Judges each combination of some cells once. */
function judged<T>(columns: readonly number[], verdict: (cells: Cells) => T): (cells: Cells) => T {
  const known = new Map<string, T>();
  return (cells) => {
    let key = '';
    for (const index of columns) key += `\u001f${cells[index] ?? ''}`;
    const told = known.get(key);
    if (told !== undefined) return told;
    const found = verdict(cells);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, found);
    return found;
  };
}

function holds(formula: Formula, sample: readonly Cells[], stated: (cells: Cells) => Fen | null): boolean {
  let [all, right, telling] = [0, 0, 0];
  for (const cells of sample) {
    const found = formula.of(cells);
    if (!found || found.terms === 0) continue;
    all += 1;
    if (found.fen !== stated(cells)) continue;
    right += 1;
    if (found.terms > 1) telling += 1;
  }
  return right >= LEAST - 1 && all >= LEAST && right >= MOST * all && telling >= 2;
}

/** What amounts may come from, the likeliest first: a rate times a count, then all parts, then those right before the amount. */
function formulasOf(head: ListHead, sample: readonly Cells[]): Formula[] {
  const figures = head.columns.map(
    ({ index, title }): Figure => ({ index, title, unit: unitOfTitle(title) ?? head.unit }),
  );
  const isOpen = ({ index }: Figure) => head.columns[index]?.field === null && head.columns[index]?.how !== 'given';
  const named = (figure: Figure, form: RegExp) => form.test(bareTitle(foldTitle(figure.title)));
  const rates = figures.filter((figure) => isOpen(figure) && named(figure, RATE));
  const counts = figures.filter(
    (figure) =>
      named(figure, COUNT) &&
      (isOpen(figure) || ['household_size', 'quantity'].includes(head.columns[figure.index]?.field ?? '')),
  );
  const parts = figures.filter(
    (figure) =>
      (head.columns[figure.index]?.field === 'payable' || (isOpen(figure) && !named(figure, NO_PART))) &&
      !named(figure, COUNT) &&
      looksLike(
        figure.title,
        sample.map((cells) => cells[figure.index] ?? ''),
      ) === 'amount',
  );
  const amount = columnOf(head, 'amount') ?? 0;
  const before = parts.filter(({ index }) => figures.slice(index, amount).every((between) => parts.includes(between)));
  const sums = [parts, before].filter((some) => some.length > 1);
  return [
    ...rates.flatMap((rate) => counts.map((count) => product(rate, count))),
    ...sums.map((some) => sum(some, named)),
  ];
}

function product(rate: Figure, count: Figure): Formula {
  return {
    columns: [rate.index, count.index],
    text: `${rate.title}×${count.title}`,
    of: (cells) => {
      const [fen, times] = [fenIn(cells, rate), timesIn(cells[count.index] ?? '')];
      return fen === null || fen === 0n || times === null ? null : { fen: fen * times, terms: times === 1n ? 1 : 2 };
    },
  };
}

/** 3, 3个月, 1-3月. */
function timesIn(cell: string): bigint | null {
  const [, first = '', last] = /^(\d{1,4})月?(?:[-~—至到](\d{1,2}))?[月个人口天次份件户]*$/.exec(cell.trim()) ?? [];
  if (first === '') return null;
  if (last === undefined) return BigInt(first);
  return Number(last) < Number(first) ? null : BigInt(Number(last) - Number(first) + 1);
}

function sum(parts: readonly Figure[], named: (figure: Figure, form: RegExp) => boolean): Formula {
  const signed = parts.map((part) => ({ part, sign: named(part, TAKEN) ? -1n : 1n }));
  return {
    columns: parts.map(({ index }) => index),
    text: signed.map(({ part, sign }, at) => `${sign < 0n ? '-' : at === 0 ? '' : '+'}${part.title}`).join(''),
    of: (cells) => {
      let [fen, terms] = [0n, 0];
      for (const { part, sign } of signed) {
        const own = fenIn(cells, part);
        if (own === null) return null;
        // What is taken off may be written with its sign.
        fen += own < 0n ? own : sign * own;
        if (own !== 0n) terms += 1;
      }
      return { fen, terms };
    },
  };
}

/** A cell as money; 0n where it is blank, null where nobody can tell. */
function fenIn(cells: Cells, { index, unit }: Figure): Fen | null {
  const read = readAmount(cells[index] ?? '', unit);
  return 'fen' in read ? read.fen : 'empty' in read ? 0n : null;
}
