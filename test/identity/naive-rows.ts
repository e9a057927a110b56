import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { foldCell, saysNothing } from '../../src/domain/cell-text.ts';
import type { Fen } from '../../src/domain/money.ts';
import { contactKey, readAccount } from '../../src/domain/people/contact.ts';
import { type IdClass, identifies, readIdNumber } from '../../src/domain/people/id-number.ts';
import { readName } from '../../src/domain/people/person-name.ts';
import { readPayee } from '../../src/domain/people/person-name-fault.ts';
import { readPhone } from '../../src/domain/people/phone.ts';
import { type Assignment, assign } from '../../src/domain/row/assignment.ts';
import { FIELD_OF_TITLE } from '../../src/domain/row/field-of-title.ts';
import type { ListField } from '../../src/domain/row/list-field.ts';
import { asideReason } from '../../src/domain/row/list-row.ts';
import { readAgent, readCountCell } from '../../src/domain/row/list-words.ts';
import { readAmount } from '../../src/domain/row/payout-amount.ts';
import { readDay } from '../../src/domain/row/payout-day.ts';
import type { RandomList } from './random-rows.ts';

/** A payout as whoever reads its row by hand would note it down. */
export interface NaiveRow {
  /** `list:row` */
  readonly place: string;
  readonly earlier: boolean;
  readonly name: string | null;
  readonly id: { readonly class: IdClass; readonly text: string; readonly key: string | null };
  readonly account: string | null;
  readonly phone: string | null;
  readonly holder: string;
  readonly agent: string | null;
  readonly assignment: Assignment;
  readonly amount: Fen | null;
  readonly day: string | null;
  readonly household: string | null;
  readonly householdSize: number | null;
}

/** The payouts of all lists, which are numbered with those that were paid earlier last. */
export function naiveRows(lists: readonly RandomList[], campaign: Campaign | null): NaiveRow[] {
  const numbered = [...lists.filter(({ earlier }) => !earlier), ...lists.filter(({ earlier }) => earlier)];
  return numbered.flatMap(({ titles, rows, earlier }, list) => {
    const columnOf = (field: ListField) => titles.findIndex((title) => FIELD_OF_TITLE.get(title) === field);
    const roles = Object.fromEntries(
      (['name', 'id_number', 'amount', 'ordinal'] as const).flatMap((field) =>
        columnOf(field) < 0 ? [] : [[field, columnOf(field)]],
      ),
    );
    return rows.flatMap((cells, index): NaiveRow[] => {
      if (asideReason(cells, roles, titles) !== null) return [];
      const cell = (field: ListField) => cells[columnOf(field)] ?? '';
      const { name, agent } = readPayee(cell('name'));
      const amount = readAmount(cell('amount'), 100n);
      const day = readDay(cell('paid_on'));
      return [
        {
          place: `${list}:${index + 2}`,
          earlier,
          name,
          id: readIdNumber(cell('id_number')),
          account: contactKey(readAccount(cell('account'))),
          phone: contactKey(readPhone(cell('phone'))),
          holder: readName(cell('holder')).name,
          agent: readAgent(cell('agent')) ?? (agent && readAgent(agent)),
          assignment: assign(cell('department'), cell('measure'), campaign),
          amount: 'fen' in amount ? (amount.fen as Fen) : null,
          day: 'day' in day ? day.day : 'month' in day ? `${day.month}-01` : null,
          household: householdOf(cell('household_id'), cell('head_id'), list),
          householdSize: readCountCell(cell('household_size')),
        },
      ];
    });
  });
}

function householdOf(number: string, headId: string, list: number): string | null {
  const text = foldCell(number).replace(/\s+/g, '');
  if (!saysNothing(text)) return /^[0-9]{1,4}$/.test(text) ? `${text} of list ${list}` : text;
  const head = readIdNumber(headId);
  return head.key ?? (identifies(head) ? head.text : null);
}
