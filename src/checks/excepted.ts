import type { Day } from '../domain/calendar.ts';
import type { Exception } from '../domain/cases/exception.ts';
import type { Finding } from '../domain/finding.ts';
import { printPlace } from '../domain/place.ts';
import { rowPrint } from './fingerprint.ts';
import type { PayoutRow } from './payout-row.ts';

/** A finding that an exception covers. */
export interface Excepted<F extends Finding = Finding> {
  readonly finding: F;
  readonly reason: string;
  readonly until: Day;
}

/** Exceptions that hold on a day, by what they are looked up by. */
export class Exceptions {
  readonly #byFinding = new Map<string, Exception[]>();
  readonly #rules = new Set<string>();

  constructor(exceptions: readonly Exception[], today: Day) {
    for (const each of exceptions) {
      if (each.until < today) continue;
      const key = `${each.rule} ${each.finding}`;
      this.#rules.add(each.rule);
      this.#byFinding.set(key, [...(this.#byFinding.get(key) ?? []), each]);
    }
  }

  /** Are there any of a rule? */
  has(rule: string): boolean {
    return this.#rules.has(rule);
  }

  /** What covers a finding on some rows, if anything does. */
  covering(finding: Finding, rows: readonly PayoutRow[] = []): Exception | null {
    if (!this.has(finding.rule)) return null;
    const known = this.#byFinding.get(`${finding.rule} ${finding.fingerprint}`) ?? [];
    return known.find(({ at }) => at === null || isMeant(at, finding, rows)) ?? null;
  }
}

/** A case is meant where one of its rows is there; one of several that show the same, where all of them are, in their places. */
function isMeant(at: NonNullable<Exception['at']>, { places }: Finding, rows: readonly PayoutRow[]): boolean {
  const prints = rows.map(rowPrint);
  if (!at.isOneOfSeveral) return prints.length === 0 || prints.some((print) => at.rows.includes(print));
  const printed = places.map((place) => printPlace({ ...place, column: null }).replaceAll('\\', '/'));
  const isThere = (place: string) => printed.some((each) => each === place || each.endsWith(`/${place}`));
  return isSame(prints, at.rows) && at.places.every(isThere);
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  [...some].sort().join() === [...others].sort().join();
