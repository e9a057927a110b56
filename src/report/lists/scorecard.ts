import type { CheckedGroups } from '../../checks/group/check-groups.ts';
import { share } from '../../domain/campaign/share.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import type { Severity } from '../../domain/finding.ts';
import { grouped, roundedMoney } from '../../domain/money.ts';
import type { ScorecardWords } from '../../text/zh/scorecard.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import type { Overlap } from '../../totals/dedupe/overlap.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import type { Uncompared } from '../../totals/lists/uncompared.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';
import { type Sheet, type Style, text } from '../sheet.ts';
import { unsettled } from './unsettled.ts';

/** What a command found out; the rest it did not look at, or had no files for. */
export interface Scored {
  readonly budget?: Budget | null;
  readonly listed?: Listed | null;
  readonly repeated?: {
    readonly overlap: Overlap;
    readonly pairs: CheckedGroups;
    readonly uncompared: Uncompared;
  } | null;
  readonly coverage?: Coverage | null;
  readonly reconciliation?: Reconciliation | null;
  /** Whether there are lists, whatever was made of them. */
  readonly hasLists: boolean;
}

/** What is known of a campaign with all that belongs to it. */
export function scoredOf({ budget, listed, coverage, reconciliation }: Whole): Scored {
  const totals = listed?.totals.total ?? null;
  return { budget, listed: totals, repeated: listed, coverage, reconciliation, hasLists: listed !== null };
}

interface Whole {
  readonly budget: Budget | null;
  readonly listed: (NonNullable<Scored['repeated']> & { readonly totals: { readonly total: Listed } }) | null;
  readonly coverage: Coverage | null;
  readonly reconciliation: Reconciliation | null;
}

/** How one promise stands. */
export interface Score {
  readonly principle: string;
  readonly state: string;
  readonly style: Style;
}

/** The rules that find somebody paid twice without reason. */
const PAID_TWICE = ['paid-twice', 'excluded-combination', 'household-paid-twice'];

const figure = (count: number | bigint) => grouped(String(count));

/** 广覆盖、不遗漏、少重复: how each of them stands, and what was not checked: silence never looks like a pass. */
export function scores(scored: Scored, words: ScorecardWords): Score[] {
  const { reconciliation, listed } = scored;
  return [
    { principle: words.wide, ...wide(scored, words) },
    { principle: words.none, ...none(scored, words) },
    { principle: words.once, ...once(scored, words) },
    ...(reconciliation ? [{ principle: words.books, ...books(reconciliation, listed ?? null, words) }] : []),
  ];
}

export function scorecardSheet(scored: Scored, words: ScorecardWords): Sheet {
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: words.columns.principle, kind: 'text', width: 16 },
      { title: words.columns.state, kind: 'text', width: 60 },
    ],
    rows: scores(scored, words).map(({ principle, state, style }) => ({
      level: 'item',
      cells: [text(principle, 'strong'), text(state, style)],
    })),
    below: [],
  };
}

type State = Omit<Score, 'principle'>;

function wide({ budget, listed, coverage, hasLists }: Scored, words: ScorecardWords): State {
  if (coverage && coverage.total.eligible > 0) {
    const { eligible, reached } = coverage.total;
    const rate = coverageRate(reached, eligible);
    return {
      state: words.coverage(figure(eligible), figure(reached), rate),
      style: reached < eligible ? 'warning' : 'good',
    };
  }
  const planned = budget && (budget.campaign.stated?.reach?.value ?? budget.itemised.reach.all);
  if (listed && planned) {
    // Of measures without a plan there are payouts as well.
    const isWhole =
      budget.campaign.stated?.reach !== undefined ||
      budget.departments.every(({ measures }) =>
        measures.every(({ reach, measure }) => reach.length > 0 || !measure.counts),
      );
    const percent = isWhole ? share(BigInt(listed.payouts), planned) : null;
    return { state: words.listed(figure(planned), figure(listed.payouts), percent), style: 'plain' };
  }
  if (listed) return { state: words.listedOnly(figure(listed.payouts), figure(listed.persons)), style: 'plain' };
  if (planned && !hasLists) return { state: words.planned(figure(planned)), style: 'plain' };
  return { state: hasLists ? words.notCounted : words.unplanned, style: 'muted' };
}

function none({ coverage }: Scored, words: ScorecardWords): State {
  if (!coverage) return { state: words.noRoster, style: 'muted' };
  const { eligible, omitted, unclear } = coverage.total;
  const { people, unlisted } = coverage.lacking;
  if (eligible === 0) return { state: words.nobodyEligible, style: 'muted' };
  const states = [
    ...(omitted > 0 ? [words.omitted(figure(omitted))] : []),
    ...(people > 0 ? [words.lacking(figure(people))] : []),
    ...(unclear > 0 ? [words.unclear(figure(unclear))] : []),
    ...(unlisted.length > 0 ? [words.unlisted(figure(unlisted.length))] : []),
  ];
  if (states.length === 0) return { state: words.noneOmitted, style: 'good' };
  return { state: states.join(words.separator), style: omitted > 0 ? 'error' : 'warning' };
}

function once({ hasLists, repeated }: Scored, words: ScorecardWords): State {
  if (!repeated) return { state: hasLists ? words.notCompared : words.noLists, style: 'muted' };
  const of = (wanted: Severity) =>
    repeated.pairs.groups.filter(({ rule, severity }) => PAID_TWICE.includes(rule.id) && severity === wanted);
  const found = of('error');
  const countOf = (groups: CheckedGroups['groups']) => groups.reduce((sum, { count }) => sum + count, 0);
  const count = countOf(found);
  const amount = found.reduce((sum, group) => sum + group.amount, 0n);
  if (count > 0)
    return { state: words.repeated(figure(count), amount > 0n ? roundedMoney(amount) : null), style: 'error' };
  const asked = unsettled(repeated.pairs.groups)?.count ?? 0;
  const toVerify = countOf(of('warning'));
  const uncompared = repeated.uncompared.namesakes + repeated.uncompared.unnamed.payouts;
  const state = [
    words.notRepeated(figure(repeated.overlap.repeated.persons)),
    ...(toVerify > 0 ? [words.toVerify(figure(toVerify))] : []),
    ...(asked > 0 ? [words.unsettled(figure(asked))] : []),
    ...(uncompared > 0 ? [words.uncompared(figure(uncompared))] : []),
  ];
  return { state: state.join(words.separator), style: state.length > 1 ? 'warning' : 'good' };
}

function books({ total, outliers }: Reconciliation, lists: Listed | null, words: ScorecardWords): State {
  const { listed, paid, failed, open } = total;
  const agrees = failed.count === 0 && open.count === 0 && total.difference === 0n && total.reversed.count === 0;
  const far = outliers.listed;
  const state = words.reconciled(
    { ...roundedMoney(listed.amount - far.amount), mark: (lists?.withoutAmount ?? 0) > 0 ? '≥' : '' },
    roundedMoney(paid.amount),
    figure(failed.count),
    figure(open.count),
  );
  return {
    state: far.rows > 0 ? state + words.outliers(figure(far.rows)) : state,
    style: agrees ? 'good' : failed.count > 0 ? 'error' : 'warning',
  };
}
