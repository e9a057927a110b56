import type { Decided } from '../../answer/pay/payment-plan.ts';
import type { LayoutField } from '../../domain/campaign/payment-layout.ts';
import { wordOf } from '../../domain/campaign/payment-layout.ts';
import type { Hold } from '../../domain/pay/fate.ts';
import type { Unfit } from '../../domain/pay/layout-text.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { PayWords } from '../../text/zh/pay.ts';

/**
 * What keeps a payout from being paid, in words: why, and what there is to say with it; what else is against it stands behind. `ruleName` is
 * what a rule is called.
 */
export function heldWords(
  { fate }: Decided,
  say: PayWords,
  ruleName: (rule: string) => string,
): { readonly why: string; readonly detail: string } {
  if (fate.kind !== 'held') return { why: '', detail: '' };
  const [first, ...others] = fate.why;
  const more = others.map((hold) => [say.hold[hold.kind], detailOf(hold, say, ruleName)].filter(Boolean).join('：'));
  return {
    why: say.hold[first.kind],
    detail: [...new Set([detailOf(first, say, ruleName), ...more])].filter(Boolean).join('；'),
  };
}

function detailOf({ kind, detail }: Hold, say: PayWords, ruleName: (rule: string) => string): string {
  switch (kind) {
    case 'removed':
    case 'blocked':
    case 'row-error':
      return ruleName(detail);
    case 'double': {
      const [rule = '', ...place] = detail.split(' ');
      return say.instead(ruleName(rule), maskText(place.join(' ')));
    }
    case 'unfit': {
      const [unfit, field] = detail.split(' ') as [Unfit, LayoutField];
      return say.unfit[unfit](wordOf(field).slice(1, -1));
    }
    case 'perhaps-paid':
    case 'other-amount':
      return say.inBatch(detail);
    case 'account-wrong':
      return say.accountFault[detail as keyof PayWords['accountFault']] ?? '';
    default:
      return maskText(detail);
  }
}
