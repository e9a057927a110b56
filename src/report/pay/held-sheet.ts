import type { Decided } from '../../answer/pay/payment-plan.ts';
import { whyOf } from '../../answer/pay/payment-sums.ts';
import { grouped } from '../../domain/money.ts';
import { HOLDS } from '../../domain/pay/fate.ts';
import { maskAccount } from '../../domain/people/contact.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Shown } from '../findings/pair-row.ts';
import { number, type Sheet, text } from '../sheet.ts';
import { tableOf } from '../table.ts';
import type { ExaminedPayments } from './examined-payments.ts';
import { heldWords } from './held-words.ts';
import { ruleTitle } from './rule-title.ts';

const WIDE = { kind: 'text', use: 'wide' } as const;

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
  const wordsOf = (decided: Decided) => heldWords(decided, say, (rule) => ruleTitle(rule, catalogue));
  return {
    name: sheet,
    above: [],
    ...tableOf(shown, [
      [columns.why, { kind: 'text', width: 30 }, (decided) => text(wordsOf(decided).why, 'warning')],
      [columns.detail, { kind: 'text', width: 30 }, (decided) => wordsOf(decided).detail],
      [columns.department, WIDE, ({ payable }) => maskText(payable.department)],
      [columns.measure, WIDE, ({ payable }) => maskText(payable.measureName)],
      [columns.name, 'text', ({ payable }) => maskText(payable.name)],
      [
        columns.account,
        { ...WIDE, whole: true },
        ({ payable: { account } }) => number(showIds ? account : maskAccount(account)),
      ],
      [columns.amount, 'money', ({ payable }) => ({ kind: 'money', value: payable.amount, in: 'yuan' })],
      [columns.place, 'text', ({ payable }) => payable.place],
    ]),
    below: shown.length < held.length ? [more(grouped(String(held.length - shown.length)))] : [],
  };
}

const byMoney = (a: Decided, b: Decided) => {
  const [one, other] = [a.payable.amount ?? 0n, b.payable.amount ?? 0n];
  return one < other ? 1 : one > other ? -1 : 0;
};
