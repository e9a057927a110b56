import { groupedBy } from '../../domain/grouped-by.ts';
import { roundedWan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { partOf } from '../../totals/budget/funds.ts';
import { isAdded } from '../../totals/budget/measure-budget.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { type Cell, text } from '../sheet.ts';
import { chartTable } from './chart-table.ts';
import type { Overview } from './overview.ts';
import type { BarItem, Chart } from './page.ts';

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

/** More departments that only lists name than this nobody reads below each other. */
const MOST_OTHERS = 40;

interface Spending {
  readonly name: string;
  readonly planned: Money | null;
  readonly listed: (Money & { readonly far: bigint }) | null;
}

/** Of too many departments those who pay most, in their order, and all others in one line. */
function withRestTogether(all: readonly Spending[], named: (departments: number) => string): readonly Spending[] {
  if (all.length <= MOST_OTHERS + 1) return all;
  const amountOf = ({ listed }: Spending) => listed?.amount ?? 0n;
  const most = new Set(all.toSorted((a, b) => Number(amountOf(b) - amountOf(a))).slice(0, MOST_OTHERS));
  const rest = all.filter((each) => !most.has(each));
  return [
    ...all.filter((each) => most.has(each)),
    {
      name: named(rest.length),
      planned: null,
      listed: {
        amount: rest.reduce((sum, each) => sum + amountOf(each), 0n),
        atLeast: rest.some(({ listed }) => listed?.atLeast === true),
        far: rest.reduce((sum, { listed }) => sum + (listed?.far ?? 0n), 0n),
      },
    },
  ];
}

export function spendingChart({ budget, listed }: Overview, { charts: words }: ReportWords): Chart | null {
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
  const unplanned = (listed?.totals.departments ?? [])
    .filter(({ department }) => !named[department]?.is)
    .map((each) => ({
      name: maskText(named[each.department]?.name ?? '') || '—',
      planned: null,
      listed: paid(each),
    }));
  const others = withRestTogether(unplanned, words.otherDepartments);
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
    table: chartTable(
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
export function flowsChart({ budget }: Overview, { charts: words }: ReportWords): Chart | null {
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
    table: chartTable(
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
