import type { Hold } from '../../domain/pay/fate.ts';
import { isMasked } from '../../domain/people/contact.ts';
import type { Payable } from './payables.ts';

/** What is wrong with digits alone, where they may be right all the same: a card without its check digit is perhaps no card. */
const OF_CARDS: ReadonlySet<string> = new Set(['check-digit', 'card-length']);

/** What a payout lacks itself to be paid. What rules have against its account they have said already, and may have been told that it is right. */
export function ownHolds(
  {
    name,
    holder,
    amount,
    account,
    accountFault,
  }: Pick<Payable, 'name' | 'holder' | 'amount' | 'account' | 'accountFault'>,
  isSaidToBeWrong: boolean,
): Hold[] {
  const holds: Hold[] = [];
  if (amount === null) holds.push({ kind: 'no-amount', detail: '' });
  if (name === '' && holder === '') holds.push({ kind: 'no-name', detail: '' });
  const ofAccount = (kind: Hold['kind'], detail = '') => holds.push({ kind, detail, ofAccount: true });
  if (isMasked(account)) ofAccount('account-masked');
  else if (OF_CARDS.has(accountFault) ? isSaidToBeWrong : accountFault !== 'none')
    ofAccount('account-wrong', accountFault);
  else if (account === '') ofAccount('no-account');
  return holds;
}
