import { cellValue, type Value } from './cell-value.ts';
import type { Field, ListShape, Payout } from './payout.ts';

/** A line of a list as it stands on the sheet; without a payout it is a title, header, total and the like. */
interface Line {
  readonly cells: readonly Value[];
  readonly payout?: Payout;
  readonly hidden?: boolean;
  /** What is wrong with a line that is no payout. */
  readonly fault?: { readonly rule: string; readonly note: string };
}

/** First and last row and column, counted from 1. */
interface Merge {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

export interface Grid {
  readonly lines: readonly Line[];
  readonly merges: readonly Merge[];
}

/** What stands around the payouts. */
export interface Furniture {
  readonly title?: string;
  /** A line with 单位：元 or 单位：万元 under the title. */
  readonly saysUnit?: boolean;
  /** A header of two rows, the upper naming groups of columns. */
  readonly groups?: Readonly<Record<string, readonly Field[]>>;
  /** Payouts come by committee: its cell is merged and a 小计 follows. */
  readonly byCommittee?: boolean;
  /** The header is repeated after so many payouts, as on printed pages. */
  readonly page?: number;
  /** An empty row under the payouts. */
  readonly gap?: boolean;
  /** 合计: right, off by what one payout is, or a formula that nobody worked out. */
  readonly total?: true | 'off' | 'uncomputed';
  readonly footer?: readonly string[];
  /** Every so many payouts, one is hidden. */
  readonly hides?: number;
}

/** Puts payouts on a sheet. They are in their final order; the amounts of 小计 and 合计 are those that the rows say. */
export function layOut(shape: ListShape, payouts: readonly Payout[], furniture: Furniture): Grid {
  const { columns } = shape;
  const lines: Line[] = [];
  const merges: Merge[] = [];
  const alone = (text: string | null) => lines.push({ cells: [text, ...columns.slice(1).map(() => null)] });
  if (furniture.title) {
    merges.push({ rows: [1, 1], columns: [1, columns.length] });
    alone(furniture.title);
  }
  if (furniture.saysUnit) alone(`单位：${shape.unit}`);
  const header = headerOf(shape, furniture.groups);
  merges.push(...header.merges.map(({ rows: [from, to], ...rest }) => ({ rows: at(lines.length, from, to), ...rest })));
  lines.push(...header.lines);
  const committee = columns.findIndex(({ field }) => field === 'committee');
  for (const part of furniture.byCommittee ? byCommittee(payouts) : [payouts]) {
    for (const stretch of byPage(part, payouts, furniture.page)) {
      if (stretch.isNewPage) lines.push(...header.lines);
      const start = lines.length + 1;
      lines.push(...stretch.payouts.map((payout) => lineOf(payout, payouts.indexOf(payout), furniture)));
      if (!furniture.byCommittee || lines.length === start) continue;
      merges.push({ rows: [start, lines.length], columns: [committee + 1, committee + 1] }); // only its first cell stays
    }
    if (furniture.byCommittee) lines.push(sum('小计', shape, part));
  }
  if (furniture.gap) alone(null);
  if (furniture.total) lines.push(totalOf(furniture.total, shape, payouts, lines.length));
  for (const text of furniture.footer ?? []) alone(text);
  return { lines, merges };
}

function lineOf(payout: Payout, index: number, { hides }: Furniture): Line {
  const cells = payout.shape.columns.map(({ field }) => cellValue(payout, field));
  return { cells: [...cells, ...payout.beyond], payout, hidden: hides !== undefined && index % hides === hides - 1 };
}

/** The payouts of a part as they fall on pages; a stretch that begins a page has the header above it. */
function byPage(part: readonly Payout[], all: readonly Payout[], page = Number.POSITIVE_INFINITY) {
  const stretches: { isNewPage: boolean; payouts: Payout[] }[] = [];
  for (const payout of part) {
    const index = all.indexOf(payout);
    const isNewPage = index > 0 && index % page === 0;
    const last = stretches.at(-1);
    if (last && !isNewPage) last.payouts.push(payout);
    else stretches.push({ isNewPage, payouts: [payout] });
  }
  return stretches;
}

const at = (above: number, from: number, to: number): [number, number] => [above + from, above + to];

/** The columns' headers in one row, or in two with the groups' names merged above theirs. */
function headerOf({ columns }: ListShape, groups: Furniture['groups']): Grid {
  const lower = columns.map(({ header }) => header);
  const fault = columns.some(({ field }) => field === 'helper')
    ? { rule: 'column-overlooked', note: '结对干部一栏没有用上' }
    : undefined;
  if (!groups) return { lines: [{ cells: lower, ...(fault && { fault }) }], merges: [] };
  const groupOf = (field: Field) => Object.keys(groups).find((name) => groups[name]?.includes(field));
  const upper = columns.map(({ field, header }) => groupOf(field) ?? header);
  const starts = columns.flatMap(({ field }, index) => {
    const before = columns[index - 1];
    return before && groupOf(field) !== undefined && groupOf(before.field) === groupOf(field) ? [] : [index];
  });
  const merges = starts.map((start, order): Merge => {
    const isGroup = groupOf((columns[start] as ListShape['columns'][number]).field) !== undefined;
    const end = (starts[order + 1] ?? columns.length) - 1;
    return isGroup
      ? { rows: [1, 1], columns: [start + 1, end + 1] }
      : { rows: [1, 2], columns: [start + 1, start + 1] };
  });
  return {
    lines: [
      { cells: upper.map((text, index) => (starts.includes(index) ? text : null)) },
      {
        cells: lower.map((text, index) =>
          groupOf((columns[index] as ListShape['columns'][number]).field) ? text : null,
        ),
      },
    ],
    merges,
  };
}

function byCommittee(payouts: readonly Payout[]): Payout[][] {
  const parts = new Map<string, Payout[]>();
  for (const payout of payouts) {
    const part = parts.get(payout.cells.committee);
    if (part) part.push(payout);
    else parts.set(payout.cells.committee, [payout]);
  }
  return [...parts.values()];
}

function sum(label: string, { columns, unit }: ListShape, payouts: readonly Payout[]): Line {
  const fen = payouts.reduce((total, payout) => total + (payout.fen ?? 0), 0);
  const figures: Partial<Record<Field, number>> = {
    amount: fen / (unit === '万元' ? 1_000_000 : 100),
    quantity: payouts.length,
  };
  return { cells: columns.map(({ field }, index) => (index === 0 ? label : (figures[field] ?? null))) };
}

/** The last total of a list, with the rule that finds it. */
function totalOf(
  how: NonNullable<Furniture['total']>,
  shape: ListShape,
  payouts: readonly Payout[],
  above: number,
): Line {
  const line = sum('合计', shape, payouts);
  if (how === true) return line;
  const amount = shape.columns.findIndex(({ field }) => field === 'amount');
  if (how === 'off') {
    const [{ fen } = { fen: null }] = payouts;
    const cells = line.cells.map((cell, index) => (index === amount ? Number(cell) + (fen ?? 0) / 100 : cell));
    return { cells, fault: { rule: 'list-total-contradicts-rows', note: '合计多算了一笔' } };
  }
  const letter = String.fromCharCode(65 + amount);
  const cells = line.cells.map((cell, index) =>
    index === amount ? { formula: `SUM(${letter}1:${letter}${above})` } : cell,
  );
  return { cells, fault: { rule: 'formula-uncomputed', note: '合计的公式没有算过' } };
}

export function equation({ lines }: Grid): { rows: number; payouts: number; setAside: number; rejected: number } {
  const rejected = lines.filter(({ payout }) => payout?.rejected).length;
  const payouts = lines.filter(({ payout }) => payout).length - rejected;
  return { rows: lines.length, payouts, setAside: lines.length - payouts - rejected, rejected };
}
