import { groupedBy } from '../grouped-by.ts';

/** What somebody says is right of an account that failed; empty where it is not said. */
export interface Correction {
  /** The payment's reference, the person's digest, the name: whichever of them says whose it is. */
  readonly reference: string;
  readonly person: string;
  readonly name: string;
  /** Digits. */
  readonly account: string;
  readonly holder: string;
  readonly bank: string;
  /** Where it stands, for whoever has to look. */
  readonly place: string;
}

/** A payout that failed, by what a correction may name it by. */
export interface Correctable {
  readonly references: readonly string[];
  readonly person: string;
  readonly name: string;
}

export interface Corrected<P> {
  readonly byPayout: ReadonlyMap<P, Correction>;
  /** Those that are for nobody who failed, or that say no account. */
  readonly unused: readonly Correction[];
  /** Those of a payout for which others say something else: none of them is taken. */
  readonly contradicting: readonly Correction[];
}

/**
 * Which correction is for which payout that failed: by its reference, else by the person's number, else by a name that only one person
 * on the lists has (`isOneOnly`): an account that is put to the wrong name would pay somebody else. A reference means one payout, a
 * person all that failed of theirs.
 */
export function correctionsFor<P extends Correctable>(
  failed: readonly P[],
  given: readonly Correction[],
  isOneOnly: (name: string) => boolean,
): Corrected<P> {
  const byReference = new Map(failed.flatMap((payout) => payout.references.map((each) => [each, payout] as const)));
  const byPerson = groupedBy(failed, ({ person }) => person);
  const byName = groupedBy(failed, ({ name }) => name);
  const named = ({ name, person }: Correction): readonly P[] => {
    const own = name !== '' && isOneOnly(name) ? (byName.get(name) ?? []) : [];
    return own.filter((payout) => person === '' || payout.person === '');
  };
  const meant = (one: Correction): readonly P[] => {
    if (one.reference === '') return (one.person === '' ? null : byPerson.get(one.person)) ?? named(one);
    const own = byReference.get(one.reference);
    return own ? [own] : [];
  };
  const all = new Map<P, Correction[]>();
  const unused: Correction[] = [];
  for (const one of given) {
    const payouts = one.account === '' ? [] : meant(one);
    if (payouts.length === 0) unused.push(one);
    for (const payout of payouts) all.set(payout, [...(all.get(payout) ?? []), one]);
  }
  const byPayout = new Map<P, Correction>();
  const contradicting = new Set<Correction>();
  for (const [payout, own] of all) {
    const [first] = own;
    if (first && own.every(({ account }) => account === first.account)) byPayout.set(payout, first);
    else for (const one of own) contradicting.add(one);
  }
  return { byPayout, unused, contradicting: [...contradicting] };
}
