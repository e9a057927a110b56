import type { Case } from '../../answer/cases/case-book.ts';
import type { CaseRow } from '../../answer/cases/case-finding.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { CasesWords } from '../../text/zh/cases.ts';
import { type Shown, seenRow } from '../findings/pair-row.ts';
import { number, type Sheet, text } from '../sheet.ts';

type Field = keyof CasesWords['review']['fields'];
/** What tells who somebody is comes first; what they get differs for one person too. */
const TELLING: readonly Field[] = ['name', 'id', 'livesIn', 'phone', 'account'];
const FIELDS: readonly Field[] = [...TELLING, 'department', 'measure', 'amount', 'paidOn', 'place'];

/** Two who may be one, side by side, with what differs marked. */
export function pairSheet(each: Case, { review: say }: CasesWords, shown: Shown): Sheet {
  const [one, other] = (each.finding?.rows ?? []).map((row) => saidOf(row, shown));
  return {
    name: '',
    above: [],
    columns: [
      { title: '', kind: 'text' },
      { title: '1', kind: 'text' },
      { title: '', kind: 'text' },
      { title: '2', kind: 'text' },
    ],
    rows: FIELDS.flatMap((field) => {
      const [a = '', b = ''] = [one?.[field], other?.[field]];
      if (a === '' && b === '') return [];
      const isTold = TELLING.includes(field) && a !== '' && b !== '';
      const differs = isTold && one?.whole[field] !== other?.whole[field];
      const style = differs ? ('different' as const) : ('plain' as const);
      const mark = !isTold ? '' : differs ? say.differs : say.same;
      return [
        {
          level: 'item' as const,
          cells: [text(say.fields[field], 'muted'), number(a, style), text(mark, style), number(b, style)],
        },
      ];
    }),
    below: [each.says],
  };
}

type Said = Readonly<Record<Field, string>> & {
  /** As it stands, whatever of it is shown. */
  readonly whole: Readonly<Partial<Record<Field, string | null>>>;
};

function saidOf({ place, role, payout }: CaseRow, shown: Shown): Said {
  const seen = seenRow({ place: { file: '', sheet: null, row: null, column: null }, role, payout }, shown);
  const { name, id, department, measure, paidOn, account, phone, livesIn } = seen;
  const amount = seen.amount === null ? seen.amountText : grouped(yuan(seen.amount));
  const whole = {
    name: payout.name,
    id: payout.id,
    livesIn: payout.livesIn,
    phone: payout.phone,
    account: payout.account,
  };
  return { name, id, department, measure, paidOn, account, phone, livesIn, amount, place, whole };
}
