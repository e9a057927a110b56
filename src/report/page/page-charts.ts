import { addDays, type Day, daysBetween } from '../../domain/calendar.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { grouped, roundedWan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { isAdded } from '../../totals/budget/budget.ts';
import { partOf } from '../../totals/budget/funds.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { schedule } from '../../totals/status/schedule.ts';
import { overlapSheet } from '../dedupe/overlap-sheet.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { type Cell, type Column, type Row, type Sheet, text } from '../sheet.ts';
import type { Overview } from './overview.ts';
import type { BarItem, Chart, Tick } from './page.ts';

/** More than this beside each other can't be read. */
const WIDEST_MATRIX = 12;
const MOST_PLACES = 40;
/** Months are named no closer to each other, and no closer to the end, than a phone has room for: as parts of the whole. */
const BETWEEN_TICKS = 0.2;

/** The charts of a campaign, of which each is there only where it has something to show. */
export function pageCharts(overview: Overview, words: ReportWords): Chart[] {
  return [
    spending(overview, words),
    flows(overview, words),
    coverage(overview, words),
    overlap(overview, words),
    timeline(overview, words),
  ].flatMap((chart) => chart ?? []);
}

function sheet(name: string, columns: readonly Column[], rows: readonly Row[]): Sheet {
  return { name, above: [], columns, rows, below: [] };
}

/** Money of one department, which may be a lower bound. */
interface Money {
  readonly amount: bigint;
  readonly atLeast: boolean;
}

const moneyCell = (money: Money | null): Cell => ({
  kind: 'money',
  value: money?.amount ?? null,
  ...(money?.atLeast ? { mark: '≥' } : {}),
});

/** Less than this is not nothing, and two decimals of 万元 would say so: fen. */
const LEAST_SHOWN = 5_000n;

const moneyBar = ({ amount, atLeast }: Money) => ({
  value: Number(amount),
  label: (atLeast ? '≥' : '') + (amount > 0n && amount < LEAST_SHOWN ? '<0.01' : roundedWan(amount)),
});

function spending({ budget, listed }: Overview, { charts: words }: ReportWords): Chart | null {
  const named = listed?.lists.assignments.departments ?? [];
  const paid = (own: Listed) => ({
    amount: usualAmount(own),
    atLeast: own.withoutAmount > 0,
    far: own.outliers.amount,
  });
  const departments = budget.departments.map(({ department, amount, lowerBound }) => {
    const own = listed?.totals.departments.find((each) => named[each.department]?.is === department);
    return {
      name: department.name,
      planned: amount === null ? null : { amount, atLeast: lowerBound },
      listed: own ? paid(own) : null,
    };
  });
  const others = (listed?.totals.departments ?? [])
    .filter(({ department }) => !named[department]?.is)
    .map((each) => ({
      name: maskText(named[each.department]?.name ?? '') || '—',
      planned: null,
      listed: paid(each),
    }));
  const all = [...departments, ...others].filter(({ planned, listed }) => planned !== null || listed !== null);
  if (all.length === 0) return null;
  const aside = listed ? outlierAside(listed.totals.total, listed.words) : '';
  const bar = (money: Money | null, series: 0 | 1): BarItem['bars'] => (money ? [{ ...moneyBar(money), series }] : []);
  return {
    heading: words.spending,
    alt: words.spendingAlt(all.length),
    notes: aside === '' ? [] : [words.listsWithout(aside)],
    data: {
      kind: 'bars',
      items: all.map(({ name, planned, listed }) => ({ name, bars: [...bar(planned, 0), ...bar(listed, 1)] })),
      legend: [words.plan, words.lists],
      whole: null,
    },
    table: sheet(
      words.spending,
      [
        { title: words.department, kind: 'text' },
        { title: words.plan, kind: 'money' },
        { title: words.lists, kind: 'money' },
        ...(aside === '' ? [] : [{ title: words.outOfProportion, kind: 'money' as const }]),
      ],
      all.map(({ name, planned, listed }) => ({
        level: 'item',
        cells: [
          text(name),
          moneyCell(planned),
          moneyCell(listed),
          ...(aside === '' ? [] : [listed?.far ? moneyCell({ amount: listed.far, atLeast: false }) : text('')]),
        ],
      })),
    ),
  };
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly fen: bigint;
}

/** Each fund with all that comes of it, and under it who gets how much. */
function fundBars(flows: readonly Flow[]): BarItem[] {
  const bar = (fen: bigint, series: 0 | 1) => [{ ...moneyBar({ amount: fen, atLeast: false }), series }];
  return [...groupedBy(flows, ({ from }) => from)].flatMap(([from, parts]) => [
    {
      name: from,
      bars: bar(
        parts.reduce((sum, { fen }) => sum + fen, 0n),
        0,
      ),
    },
    ...parts.map(({ to, fen }) => ({ name: to, isPart: true, bars: bar(fen, 1) })),
  ]);
}

/** Only what is known: a measure that several funds pay without a split says nothing of any one of them. */
function flows({ budget }: Overview, { charts: words }: ReportWords): Chart | null {
  const { funds } = budget.campaign;
  const sums = new Map<string, Flow>();
  let hasRest = false;
  for (const { department, measures } of budget.departments) {
    for (const plan of measures.filter(isAdded)) {
      for (const { fund } of plan.measure.funds) {
        const fen = partOf(plan, fund);
        if (fen === null || fen <= 0n) {
          hasRest = true;
          continue;
        }
        const from = funds.find(({ id }) => id === fund)?.name ?? fund;
        const key = JSON.stringify([from, department.name]);
        sums.set(key, { from, to: department.name, fen: (sums.get(key)?.fen ?? 0n) + fen });
      }
    }
  }
  const all = [...sums.values()];
  if (all.length === 0) return null;
  return {
    heading: words.flows,
    alt: words.flowsAlt,
    notes: hasRest ? [words.flowsRest] : [],
    data: { kind: 'bars', items: fundBars(all), legend: [words.fund, words.department], whole: null },
    table: sheet(
      words.flows,
      [
        { title: words.fund, kind: 'text' },
        { title: words.department, kind: 'text' },
        { title: words.amount, kind: 'money' },
      ],
      all.map(({ from, to, fen }) => ({ level: 'item', cells: [text(from), text(to), { kind: 'money', value: fen }] })),
    ),
  };
}

const [NOT_REACHED, REACHED] = [1, 2] as const;

function coverage({ coverage: found }: Overview, { charts: words }: ReportWords): Chart | null {
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
    table: sheet(
      words.coverage,
      [
        { title: words.place, kind: 'text' },
        { title: words.rate, kind: 'text' },
      ],
      all.map((part) => ({ level: 'item', cells: [text(maskText(part.subdistrict ?? '')), text(label(part))] })),
    ),
  };
}

function overlap({ listed }: Overview, { charts: words }: ReportWords): Chart | null {
  if (!listed || listed.overlap.pairs.length === 0) return null;
  const { pairs } = listed.overlap;
  const inCommon = new Map<number, number>();
  for (const { departments, persons } of pairs)
    for (const each of departments) inCommon.set(each, (inCommon.get(each) ?? 0) + persons);
  const all = [...inCommon.keys()];
  const among = new Set(
    all.toSorted((one, other) => (inCommon.get(other) ?? 0) - (inCommon.get(one) ?? 0)).slice(0, WIDEST_MATRIX),
  );
  const indexes = all.filter((index) => among.has(index));
  const both = new Map<string, number>();
  for (const { departments, persons } of pairs) {
    const [one, other] = departments;
    if (!among.has(one) || !among.has(other)) continue;
    both.set(`${one} ${other}`, persons);
    both.set(`${other} ${one}`, persons);
  }
  const counts = indexes.map((one) => indexes.map((other) => both.get(`${one} ${other}`) ?? null));
  return {
    heading: words.overlap,
    alt: words.overlapAlt,
    notes: all.length > indexes.length ? [words.overlapFirst(indexes.length, all.length)] : [],
    data: {
      kind: 'matrix',
      names: indexes.map((index) => maskText(listed.lists.assignments.departments[index]?.name ?? '') || '—'),
      counts,
    },
    table: overlapSheet(listed, { showIds: false }),
  };
}

function timeline({ budget }: Overview, { charts: words }: ReportWords): Chart | null {
  const dated = schedule(budget.campaign).flatMap(({ what, name, from, until }) => {
    const [first, last] = [from ?? until, until ?? from];
    return what !== 'task' && first !== null && last !== null ? [{ name, from, first, last }] : [];
  });
  if (dated.length === 0) return null;
  const begin = dated.reduce<Day>((day, { first }) => (first < day ? first : day), dated[0]?.first ?? '');
  const end = dated.reduce<Day>((day, { last }) => (last > day ? last : day), begin);
  const days = daysBetween(begin, end) + 1;
  const label = ({ from, last }: (typeof dated)[number]) => (from === null ? words.by(last) : words.until(from, last));
  return {
    heading: words.timeline,
    alt: words.timelineAlt,
    notes: [],
    data: {
      kind: 'spans',
      spans: dated.map((each) => ({
        name: each.name,
        start: daysBetween(begin, each.first),
        days: daysBetween(each.first, each.last) + 1,
        label: label(each),
      })),
      ticks: months(begin, days),
      days,
    },
    table: sheet(
      words.timeline,
      [
        { title: words.stage, kind: 'text' },
        { title: words.days, kind: 'text' },
      ],
      dated.map((each) => ({ level: 'item', cells: [text(each.name), text(label(each))] })),
    ),
  };
}

/** The first days of months, as many as there is room to name; where there is none, the first day of all. */
function months(begin: Day, days: number): Tick[] {
  const ticks: Tick[] = [];
  const room = days * BETWEEN_TICKS;
  let first = begin.endsWith('-01') ? begin : nextMonth(begin);
  for (let day = daysBetween(begin, first); day <= days - room; day = daysBetween(begin, first)) {
    const last = ticks.at(-1);
    if (!last || day - last.day >= room) ticks.push({ label: first.slice(0, 7), day });
    first = nextMonth(first);
  }
  return ticks.length > 0 ? ticks : [{ label: begin, day: 0 }];
}

const nextMonth = (day: Day): Day => `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
