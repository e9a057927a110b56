import type { Decided } from '../../answer/pay/payment-plan.ts';
import { whyOf } from '../../answer/pay/payment-sums.ts';
import { grouped } from '../../domain/money.ts';
import { HOLDS } from '../../domain/pay/fate.ts';
import { maskAccount } from '../../domain/people/contact.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Shown } from '../findings/pair-row.ts';
import { number, type Row, type Sheet, text } from '../sheet.ts';
import type { ExaminedPayments } from './examined-payments.ts';
import { heldWords } from './held-words.ts';
import { ruleTitle } from './rule-title.ts';

/** What is held back, each payout with its reason; so many of each reason, the largest first, where that is asked. */
export function heldSheet(
  { plan, say }: ExaminedPayments,
  { showIds }: Shown,
  catalogue: Catalogue,
  most = Number.POSITIVE_INFINITY,
): Sheet | null {
  const held = plan.decided.filter(({ fate }) => fate.kind === 'held');
  if (held.length === 0) return null;
  const byReason = HOLDS.map((kind) => held.filter(({ fate }) => whyOf(fate) === kind).sort(byMoney));
  const shown = byReason.flatMap((own) => own.slice(0, most));
  const { columns, sheet, more } = say.held;
  const row = (decided: Decided): Row => {
    const { department, measureName, name, account, amount, place } = decided.payable;
    const { why, detail } = heldWords(decided, say, (rule) => ruleTitle(rule, catalogue));
    return {
      level: 'item',
      cells: [
        text(why, 'warning'),
        text(detail),
        text(maskText(department)),
        text(maskText(measureName)),
        text(maskText(name)),
        number(showIds ? account : maskAccount(account)),
        { kind: 'money', value: amount, in: 'yuan' },
        text(place),
      ],
    };
  };
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.why, kind: 'text', width: 30 },
      { title: columns.detail, kind: 'text', width: 30 },
      { title: columns.department, kind: 'text', use: 'wide' },
      { title: columns.measure, kind: 'text', use: 'wide' },
      { title: columns.name, kind: 'text' },
      { title: columns.account, kind: 'text', use: 'wide', whole: true },
      { title: columns.amount, kind: 'money' },
      { title: columns.place, kind: 'text' },
    ],
    rows: shown.map(row),
    below: shown.length < held.length ? [more(grouped(String(held.length - shown.length)))] : [],
  };
}

const byMoney = (a: Decided, b: Decided) => {
  const [one, other] = [a.payable.amount ?? 0n, b.payable.amount ?? 0n];
  return one < other ? 1 : one > other ? -1 : 0;
};
