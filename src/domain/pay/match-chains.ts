import { groupedBy } from '../grouped-by.ts';
import type { Fen } from '../money.ts';
import type { Chain } from './payment-ledger.ts';

/** What a payout on a list is known by among those that were in batches. */
export interface Known {
  readonly measure: string;
  readonly name: string;
  /** The digest of whoever is paid; empty where no valid ID number says. */
  readonly person: string;
  /** The digest of the account; empty where there is none. */
  readonly payee: string;
  readonly amount: Fen | null;
  /** File, sheet and row, as seen from the campaign's folder. */
  readonly place: string;
}

/** The payout that a chain is of, and whether that is sure or has to be looked at by somebody. */
export interface MatchedChain {
  readonly chain: Chain;
  readonly isSure: boolean;
}

export interface MatchedChains<K extends Known> {
  readonly byPayout: ReadonlyMap<K, MatchedChain>;
  /** What was in a batch and is on no list any more. */
  readonly orphans: readonly Chain[];
}

type Test = (payout: Known, chain: Chain) => boolean;

const isPerson: Test = ({ person }, chain) => person !== '' && person === chain.person;
/** One of them does not say a number, or both say the same. */
const mayBePerson: Test = ({ person }, chain) => person === '' || chain.person === '' || person === chain.person;
const isAccount: Test = ({ payee }, { payments }) => payee !== '' && payments.some((each) => each.payee === payee);
const isName: Test = ({ name }, chain) => name !== '' && name === chain.name;
const isPlace: Test = ({ place }, { payments }) => place === payments.at(-1)?.event.place;
const isAmount: Test = ({ amount }, { live, payments }) => amount === (live ?? payments.at(-1))?.amount;
const all =
  (...tests: readonly Test[]): Test =>
  (payout, chain) =>
    tests.every((test) => test(payout, chain));

/** Surest first; each chain is one payout's. Amounts, accounts and lists may be corrected after a batch was made. */
const SURE: readonly Test[] = [
  all(isName, isAccount, isAmount, isPlace, mayBePerson), // of two that say the same, the one that was in the batch
  all(isPerson, isName, isAmount, isAccount),
  all(isPerson, isName, isAmount),
  all(isPerson, isAmount),
  all(isName, isAccount, isAmount, mayBePerson),
  all(isPerson, isName),
  isPerson,
  all(isName, isAccount, mayBePerson),
];
/** What may be the same, and nobody can tell: the name, or the account, and nothing that contradicts it. */
const PERHAPS: readonly Test[] = [
  all(isName, isAmount, mayBePerson),
  all(isAccount, isAmount, mayBePerson),
  all(isName, mayBePerson),
];
/** What is on no list any more under its own measure, and may be somebody's payment of another. */
const ELSEWHERE: readonly Test[] = [all(isPerson, isAmount), all(isName, isAccount, isAmount, mayBePerson)];

/**
 * Which payouts of lists were in a batch. People are known by their ID number, or by name and account; each chain is one payout's, so
 * that of two payments of a measure to one person, of which one was in a batch, the other is not taken for it. Whoever can't be told
 * from somebody in a batch may be the same: better that somebody looks than that money goes out twice.
 */
export function matchChains<K extends Known>(payouts: readonly K[], chains: readonly Chain[]): MatchedChains<K> {
  const byPayout = new Map<K, MatchedChain>();
  const open = new Set(chains);
  const matched = new Set<Chain>();
  const find = (test: Test, isSure: boolean, inMeasure: boolean) => {
    const among = isSure ? open : new Set([...open].filter(({ live }) => live !== null));
    if (among.size === 0) return;
    const candidates = new Candidates(among, inMeasure);
    for (const payout of payouts) {
      const known = byPayout.get(payout);
      // What a batch that was withdrawn had may be in another by now.
      if (known && (isSure || !known.isSure || known.chain.live !== null)) continue;
      const chain = candidates.of(payout).find((each) => among.has(each) && test(payout, each));
      if (!chain) continue;
      byPayout.set(payout, { chain, isSure });
      matched.add(chain);
      if (!isSure) continue; // of several that may be it, all wait
      open.delete(chain);
    }
  };
  for (const test of SURE) find(test, true, true);
  for (const test of PERHAPS) find(test, false, true);
  for (const test of ELSEWHERE) find(test, false, false);
  return { byPayout, orphans: [...open].filter((chain) => !matched.has(chain)) };
}

/** Chains by each of the things that payouts may have in common with them: whatever is tested has one of these. */
class Candidates {
  readonly #byKey: ReadonlyMap<string, readonly Chain[]>;
  readonly #inMeasure: boolean;

  constructor(chains: Iterable<Chain>, inMeasure: boolean) {
    this.#inMeasure = inMeasure;
    const keyed = [...chains].flatMap((chain) => {
      const payees = new Set(chain.payments.map(({ payee }) => payee));
      const keys = [`person ${chain.person}`, `name ${chain.name}`, ...[...payees].map((payee) => `payee ${payee}`)];
      return keys.map((key) => ({ key: this.#key(key, chain.measure), chain }));
    });
    this.#byKey = new Map(
      [...groupedBy(keyed, ({ key }) => key)].map(([key, all]) => [key, all.map(({ chain }) => chain)]),
    );
  }

  of({ measure, name, person, payee }: Known): Chain[] {
    const said = [
      ...(person === '' ? [] : [`person ${person}`]),
      ...(name === '' ? [] : [`name ${name}`]),
      ...(payee === '' ? [] : [`payee ${payee}`]),
    ];
    return said.flatMap((key) => this.#byKey.get(this.#key(key, measure)) ?? []);
  }

  #key = (key: string, measure: string) => (this.#inMeasure ? `${measure} ${key}` : key);
}
