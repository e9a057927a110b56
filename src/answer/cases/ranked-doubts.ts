import type { Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { Case } from './case-book.ts';
import type { CaseFinding } from './case-finding.ts';

/** All open questions about one person, or about one thing that several people share. */
export interface RankedDoubt {
  /** The most that is at stake: no payout counts twice, in however many cases it is. */
  readonly atStake: Fen;
  /** What is to be expected of that, by how much evidence there is. */
  readonly expected: Fen;
  readonly severity: Severity;
  readonly people: readonly string[];
  readonly cases: readonly Case[];
}

/**
 * How likely it is that money is wrong, in hundredths, by what kind of finding says so. They only decide who is looked at first: what
 * the rest comes to is estimated from a sample, not from these.
 */
const EVIDENCE = {
  certain: 90,
  confirmed: 60,
  review: 50,
  group: { error: 60, warning: 40, hint: 10 },
  row: { error: 30, warning: 15, hint: 5 },
} as const;

const WORST: readonly Severity[] = ['error', 'warning', 'hint'];

/**
 * Cases that are found now, one entry a person (or a thing that several share), the most expected money first; what says no amount
 * counts as the usual payout. The order is the same however lists are sorted, and whatever has been answered.
 */
export function rankedDoubts(cases: readonly Case[]): RankedDoubt[] {
  const found = cases.flatMap((each) => (each.finding ? [{ each, finding: each.finding }] : []));
  const usual = usualAmount(found.map(({ finding }) => finding));
  const subjects = new Map<string, { each: Case; finding: CaseFinding }[]>();
  for (const one of found) {
    const { person } = one.finding;
    const key = person === null ? one.each.id : `person ${person}`;
    const own = subjects.get(key);
    if (own) own.push(one);
    else subjects.set(key, [one]);
  }
  const doubts = [...subjects.values()].map((own) => doubtOn(own, usual));
  return doubts.sort(
    (a, b) =>
      compare(b.expected, a.expected) ||
      WORST.indexOf(a.severity) - WORST.indexOf(b.severity) ||
      compare(keyOf(a), keyOf(b)),
  );
}

function doubtOn(own: readonly { each: Case; finding: CaseFinding }[], usual: Fen): RankedDoubt {
  let [sum, expected] = [0n, 0n];
  const rows = new Map<string, Fen>();
  for (const { finding } of own) {
    const amount = finding.amount ?? usual;
    sum += amount;
    expected += (amount * BigInt(evidenceOf(finding))) / 100n;
    for (const { place, role, payout } of finding.rows) {
      if (role === 'payouts') rows.set(place, payout.amount ?? usual);
    }
  }
  const paid = [...rows.values()].reduce((all, amount) => all + (amount > 0n ? amount : 0n), 0n);
  // Several findings on one payout put no more than that payout at stake.
  const most = rows.size > 0 && paid < sum ? paid : sum;
  return {
    atStake: most,
    expected: expected < most ? expected : most,
    severity: WORST.find((severity) => own.some(({ finding }) => finding.severity === severity)) ?? 'hint',
    people: [...new Set(own.flatMap(({ finding }) => finding.people))].sort(),
    cases: own.map(({ each }) => each),
  };
}

function evidenceOf({ band, rows, severity }: CaseFinding): number {
  if (band === 'review') return EVIDENCE.review;
  if (band !== null && band !== 'apart' && severity === 'error') return EVIDENCE[band];
  return (rows.length > 1 ? EVIDENCE.group : EVIDENCE.row)[severity];
}

/** The middle one of the amounts that findings say. */
function usualAmount(findings: readonly CaseFinding[]): Fen {
  const known = findings.flatMap(({ amount }) => (amount !== null && amount > 0n ? [amount] : [])).sort(compare);
  return known[known.length >> 1] ?? 0n;
}

const compare = <T extends bigint | string>(a: T, b: T) => (a < b ? -1 : a > b ? 1 : 0);

/** What names a doubt whatever order lists are in. */
export const keyOf = ({ cases }: RankedDoubt): string =>
  cases
    .map(({ id }) => id)
    .sort()
    .join(' ');
