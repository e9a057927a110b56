import type { Fen } from '../../domain/money.ts';
import { amountBounds } from '../../domain/row/payout-standard.ts';
import type { Database, Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';

/** So many times what is usual is no special case but another unit: 万元 is 10 000 元. */
export const FAR = 1000n;
/** Of two amounts neither is the usual one. */
export const FEWEST_AMOUNTS = 3;

/** Payouts of a measure that are out of all proportion. */
interface OutlierSum {
  readonly department: number;
  readonly measure: number;
  readonly rows: number;
  readonly amount: Fen;
}

export interface Outliers {
  readonly sums: readonly OutlierSum[];
  /** The measures (indexes) of whose amounts there are too few, and no standard to hold them to. */
  readonly notJudged: readonly number[];
}

/** What is known of each database: rules and totals ask for the same. */
const KNOWN = new WeakMap<Database, Promise<Outliers>>();

/**
 * Makes the table `outlier`, once: of the payouts whose amount is a thousand times what is usual for their measure, or a thousandth
 * of it, with `usual` (in fen) and whether that is its `standard` or the median of its amounts. What a standard allows is none.
 */
export function outliersIn(lists: Lists): Promise<Outliers> {
  const known = KNOWN.get(lists.database) ?? findOutliers(lists);
  KNOWN.set(lists.database, known);
  return known;
}

async function findOutliers({ database, assignments: { measures } }: Lists): Promise<Outliers> {
  const medians = await database.all<Row & { measure: number; amounts: bigint; median: Fen }>(
    `select measure, count(*) as amounts, quantile_disc(amount, 0.5) as median from payout where amount > 0 group by measure`,
  );
  const notJudged: number[] = [];
  const bounds = medians.flatMap(({ measure, amounts, median }) => {
    const standard = measures[measure]?.measure.is?.standard;
    const allowed = standard ? amountBounds(standard) : null;
    const usual = amounts >= FEWEST_AMOUNTS ? median : null;
    if (!allowed && usual === null) {
      notJudged.push(measure);
      return [];
    }
    return [boundsOf(measure, usual, allowed)];
  });
  await database.run(`create or replace temp table far_bound (measure integer, above bigint, below bigint, median bigint,
    low bigint, high bigint)`);
  await database.append('far_bound', bounds);
  const byStandard = `b.high is not null and (p.amount >= ${FAR}::hugeint * b.high or p.amount::hugeint * ${FAR} <= b.low)`;
  await database.run(`create or replace temp table outlier as
    select p.list, p.row, p.department, p.measure, p.amount, ${byStandard} as standard,
      case when not (${byStandard}) then b.median when p.amount > b.high then b.high else b.low end as usual
    from payout p join far_bound b on b.measure = p.measure
    where p.amount > 0 and (p.amount >= b.above or p.amount <= b.below)`);
  const sums = await database.all<Row & { department: number; measure: number; rows: bigint; amount: Fen }>(
    'select department, measure, count(*) as rows, sum(amount) as amount from outlier group by all order by all',
  );
  return { notJudged, sums: sums.map((sum) => ({ ...sum, rows: Number(sum.rows) })) };
}

/** No amount is larger. */
const LARGEST = 2n ** 62n;

/** From how much on, and up to how much, an amount is out of proportion. */
function boundsOf(measure: number, median: Fen | null, allowed: { low: Fen; high: Fen } | null) {
  const least = (bounds: readonly Fen[]) => bounds.reduce((a, b) => (a < b ? a : b));
  const most = (bounds: readonly Fen[]) => bounds.reduce((a, b) => (a > b ? a : b));
  const known = (bounds: readonly (Fen | null | undefined)[]) => bounds.filter((bound) => bound != null);
  const far = least(known([median, allowed?.high])) * FAR;
  const above = far < LARGEST ? far : LARGEST;
  const below = most(known([median, allowed?.low])) / FAR;
  return [
    measure,
    allowed && above <= allowed.high ? allowed.high + 1n : above,
    allowed && below >= allowed.low ? allowed.low - 1n : below,
    median,
    allowed?.low ?? null,
    allowed?.high ?? null,
  ] as const;
}
