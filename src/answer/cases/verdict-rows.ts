import { rowPrint } from '../../checks/fingerprint.ts';
import { payoutRow, SHOWN } from '../../checks/payout-row.ts';
import type { PairVerdict } from '../../domain/cases/exception.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Lists } from '../../engine/lists.ts';
import type { RowVerdict } from '../../identity/probable/verdicts.ts';

/** The name of a masked person: what stands before the number. */
const nameOf = (person: string): string => person.replace(/\s\S*[\d*]\S*$/, '');

/** So many names are looked up at once. */
const AT_ONCE = 500;

/**
 * Where the rows stand that somebody decided about. A row that has changed is there no more, and a fingerprint that several rows have
 * says of none which it is, where they say different things of who they are: then it was not decided.
 */
export async function verdictRows(lists: Lists, verdicts: readonly PairVerdict[]): Promise<RowVerdict[]> {
  const names = [...new Set(verdicts.flatMap(({ people }) => people.map(nameOf)))];
  const rows = new Map<string, { readonly list: number; readonly row: number }[]>();
  for (let from = 0; from < names.length; from += AT_ONCE) {
    const some = names.slice(from, from + AT_ONCE);
    const stored = lists.database.stream(
      `select p.list, p.row, ${SHOWN.map((column) => `p.${column}`).join(', ')} from any_person p
      where p.name in (${some.map((_, at) => `$${at + 1}`).join(', ')})`,
      some,
    );
    for await (const batch of stored) {
      for (const each of batch) {
        const payout = payoutRow(lists, each);
        const key = `${maskText(payout.name ?? '')} ${rowPrint(payout)}`;
        rows.set(key, [...(rows.get(key) ?? []), { list: each.list as number, row: each.row as number }]);
      }
    }
  }
  return verdicts.flatMap(({ same, rows: prints, people }): RowVerdict[] => {
    const [ones = [], others = []] = prints.map((print, at) => rows.get(`${nameOf(people[at] ?? '')} ${print}`) ?? []);
    // Of one fingerprint under two people nobody can say which row is whose.
    if (prints[0] === prints[1] && people[0] === people[1]) return [];
    return ones.flatMap((one) => others.map((other) => ({ same, one, other })));
  });
}
