import { rowPrint } from '../../checks/fingerprint.ts';
import { keyOf, REMOVING } from '../../checks/group/removed-rows.ts';
import { payoutRow, SHOWN } from '../../checks/payout-row.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { shownText } from '../../domain/shown/masking.ts';
import type { Lists } from '../../engine/lists.ts';
import { recordsIn } from '../cases/case-record.ts';
import type { SaidInCases } from './payment-plan.ts';

interface Said {
  readonly event: CaseEvent;
  readonly what: keyof SaidInCases;
}

/** Rules whose cases are answered with 更正 when an account has been put right. */
const OF_ACCOUNTS: ReadonlySet<string> = new Set([
  'payment-failed',
  'payment-reversed',
  'account-malformed',
  'account-damaged',
  'holder-not-payee',
]);
/** Of those 停发 means what is too much, and the row that survives is paid all the same. */
const OF_DOUBLES: ReadonlySet<string> = new Set(
  REMOVING.filter(({ keeps }) => keeps !== 'nothing').map(({ rule }) => rule),
);

/**
 * What people have said in the register of cases of rows that are still there as they were: not to be paid, or put right. A row that
 * others look like is told by where it stands; where that says nothing, all of them are stopped, and none is taken for put right.
 */
export async function saidInCases(
  lists: Lists,
  events: readonly CaseEvent[],
  placeOf: (row: { readonly list: number; readonly row: number }) => string,
): Promise<SaidInCases> {
  const said = [...recordsIn(events).values()].flatMap(({ decision }) => (decision ? saidBy(decision) : []));
  const result = { stopped: new Set<string>(), corrected: new Set<string>() };
  if (said.length === 0) return result;
  const rows = await rowsByPrint(lists, new Set(said.flatMap(({ event }) => event.rows)));
  for (const { event, what } of said) {
    for (const print of event.rows) {
      const alike = rows.get(print) ?? [];
      const there = alike.filter((row) => event.places.includes(shownText(placeOf(row))));
      const meant = alike.length === 1 || (there.length === 0 && what === 'stopped') ? alike : there;
      for (const row of meant) result[what].add(keyOf(row));
    }
  }
  return result;
}

function saidBy(event: CaseEvent): Said[] {
  const { state, action, rule } = event;
  if (state !== 'confirmed' && state !== 'partly') return [];
  if (action === 'stop' && !OF_DOUBLES.has(rule)) return [{ event, what: 'stopped' }];
  return action === 'correct' && OF_ACCOUNTS.has(rule) ? [{ event, what: 'corrected' }] : [];
}

async function rowsByPrint(lists: Lists, prints: ReadonlySet<string>) {
  const found: { readonly list: number; readonly row: number; readonly print: string }[] = [];
  const stored = lists.database.stream(
    `select p.list, p.row, ${SHOWN.map((column) => `p.${column}`).join(', ')} from payout p order by p.list, p.row`,
  );
  for await (const batch of stored) {
    for (const row of batch) {
      const print = rowPrint(payoutRow(lists, row));
      if (prints.has(print)) found.push({ list: row.list as number, row: row.row as number, print });
    }
  }
  return groupedBy(found, ({ print }) => print);
}
