import type { GroupFinding } from '../../checks/group/found-groups.ts';
import { maskAccount, maskPhone } from '../../domain/people/contact.ts';
import { type HiddenNumber, maskedId } from '../../domain/shown/masking.ts';
import { positionsThatDiffer } from '../../identity/partial-id.ts';

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
  'probable-same-person': PERSON,
};

function expectedSame({ rule, data }: GroupFinding): readonly Compared[] {
  const ofOnePerson = rule === 'excluded-combination' && data.ofHousehold === false;
  return ofOnePerson ? PERSON : (EXPECTED_SAME[rule] ?? []);
}

/** What differs between the rows of a finding although one would expect it to be the same. */
export function differing(finding: GroupFinding): ReadonlySet<Compared> {
  return new Set(expectedSame(finding).filter((compared) => differs(finding, compared)));
}

function differs({ rows }: GroupFinding, compared: Compared): boolean {
  let first: unknown = null;
  return rows.some(({ payout: { [compared]: value } }) => {
    first ??= value;
    return value !== null && value !== first;
  });
}

/** Numbers that look alike where they are masked, and the positions, from 1, in which they differ. */
export interface HiddenDifference {
  readonly of: HiddenNumber;
  readonly positions: readonly number[];
}

const MASKS = { id: maskedId, account: maskAccount, phone: maskPhone };

/** What masking would hide: numbers that one expects to be the same, and that differ only in digits that are not shown. */
export function hiddenDifferences(finding: GroupFinding): HiddenDifference[] {
  const same = expectedSame(finding);
  return (['id', 'account', 'phone'] as const).flatMap((of) => {
    if (!same.includes(of) || !differs(finding, of)) return [];
    const known = new Map<string, string>();
    const positions = new Set<number>();
    for (const { payout } of finding.rows) {
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
