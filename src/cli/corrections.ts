import type { Correction } from '../domain/pay/corrections.ts';
import { printPlace } from '../domain/place.ts';
import { InvalidInput } from '../domain/problem.ts';
import { readLists } from '../engine/lists.ts';
import type { PaymentKey } from '../read/register/payment-key.ts';
import { accountText } from '../totals/reconcile/known-payouts.ts';

/**
 * Accounts that somebody has corrected, or confirmed, from lists of them: whose (代发编号, 身份证号 or 姓名), and which account. They are
 * read by themselves, for they say nothing of who is on a list.
 * @throws InvalidInput with everything that is wrong with any of them.
 */
export async function readCorrections(
  files: readonly string[],
  columns: ReadonlyMap<string, string>,
  key: PaymentKey,
): Promise<Correction[]> {
  if (files.length === 0) return [];
  const inputs = files.map((file, entry) => ({
    file,
    role: 'return' as const,
    entry,
    amountOptional: true,
    columns: new Map<string, string>(),
    anywhere: columns,
  }));
  const lists = await readLists(inputs, null);
  try {
    for (const { source, fields } of lists.returns) {
      if (fields.has('account')) continue;
      const { origin, sheet, head } = source;
      const titles = head.columns.map(({ title }) => title);
      const data = { field: 'account' as const, titles, nearest: null, payable: null };
      const place = { file: origin.file, sheet, row: null, column: null };
      throw new InvalidInput([{ code: 'list-column-missing', data, place, excerpt: null }]);
    }
    const corrections: Correction[] = [];
    const stored = lists.database.stream(
      'select list, row, reference, person, name, account, account_text, holder, bank from any_row order by list, row',
    );
    for await (const batch of stored) {
      for (const row of batch) {
        const { origin, sheet } = lists.returns[row.list as number]?.source ?? { origin: { file: '' }, sheet: null };
        const person = row.person as bigint | null;
        corrections.push({
          reference: (row.reference ?? '') as string,
          person: person !== null && person > 0n ? key.person(String(person)) : '',
          name: (row.name ?? '') as string,
          account: accountText(row),
          holder: (row.holder ?? '') as string,
          bank: (row.bank ?? '') as string,
          place: printPlace({ file: origin.file, sheet: sheet ?? null, row: row.row as number, column: null }),
        });
      }
    }
    return corrections;
  } finally {
    lists.database.close();
  }
}
