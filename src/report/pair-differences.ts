import type { GroupFinding } from '../checks/pair/found-groups.ts';
import type { PayoutRow } from '../checks/payout-row.ts';
import { maskAccount, maskPhone } from '../domain/contact.ts';
import { type HiddenNumber, maskedId } from '../domain/masking.ts';
import { positionsThatDiffer } from '../identity/partial-id.ts';

/** What is compared between the rows of a finding. */
export type Compared = 'name' | 'id' | 'measure' | 'amount' | 'paidOn' | 'account' | 'phone';

const PERSON = ['name', 'id', 'account', 'phone'] as const;

/** What one expects to be the same in all rows, by rule; in those of other rules, which are several people’s, nothing. */
const EXPECTED_SAME: Readonly<Record<string, readonly Compared[]>> = {
  'paid-twice': [...PERSON, 'measure', 'amount', 'paidOn'],
  'split-payment': PERSON,
  'over-person-ceiling': PERSON,
  'several-departments': PERSON,
  'identity-conflict': PERSON,
};

/** What differs between the rows of a finding although one would expect it to be the same. */
export function differing({ rule, data, rows }: GroupFinding): ReadonlySet<Compared> {
  const ofOnePerson = rule === 'excluded-combination' && data.ofHousehold === false;
  const differs = (compared: Compared) =>
    new Set(rows.map(({ payout }) => payout[compared]).filter((value) => value !== null)).size > 1;
  return new Set((ofOnePerson ? PERSON : (EXPECTED_SAME[rule] ?? [])).filter(differs));
}

/** Numbers that look alike where they are masked, and the positions, from 1, in which they differ. */
export interface HiddenDifference {
  readonly of: HiddenNumber;
  readonly positions: readonly number[];
}

const MASKS = { id: maskedId, account: maskAccount, phone: maskPhone };

/** Among more rows, some look alike by chance. */
const MOST_ROWS = 20;

/** What masking would hide: rows whose numbers differ only in digits that are not shown. */
export function hiddenDifferences(rows: readonly { readonly payout: PayoutRow }[]): HiddenDifference[] {
  if (rows.length > MOST_ROWS) return [];
  return (['id', 'account', 'phone'] as const).flatMap((of) => {
    const known = new Map<string, string>();
    const positions = new Set<number>();
    for (const { payout } of rows) {
      const whole = payout[of];
      if (whole === null) continue;
      const masked = MASKS[of](whole);
      const alike = known.get(masked);
      if (alike === undefined) known.set(masked, whole);
      else for (const position of positionsThatDiffer(alike, whole)) positions.add(position);
    }
    return positions.size > 0 ? [{ of, positions: [...positions].sort((a, b) => a - b) }] : [];
  });
}
