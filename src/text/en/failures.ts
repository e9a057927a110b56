import type { FailureWords } from '../zh/failures.ts';

const en: FailureWords = {
  sheet: 'What failed: who does what',
  columns: {
    reason: 'the bank’s reason',
    what: 'kind',
    who: 'who does what',
    count: 'payouts',
    amount: 'amount (yuan)',
  },
  kinds: {
    'no-account': {
      what: 'no such account',
      who: 'the department copies the number once more, from the card or passbook',
    },
    'name-differs': {
      what: 'the name is not the account’s',
      who: 'the department finds out whose account it is: another name, or the person’s own account',
    },
    closed: { what: 'the account is closed', who: 'the department asks the person for another account' },
    frozen: {
      what: 'frozen, stopped or reported lost',
      who: 'the person goes to the bank, or gives another account; the department confirms it',
    },
    dormant: {
      what: 'dormant, or in an unusual state',
      who: 'the person has the bank wake it, or gives another account',
    },
    'account-kind': {
      what: 'an account of a kind that can’t be paid',
      who: 'the department asks for a debit card’s account',
    },
    limit: { what: 'above the account’s limit', who: 'the person has the limit raised, or gives another account' },
    funds: { what: 'the payer’s account was short', who: 'finance tops it up; paid again as it is' },
    bank: {
      what: 'a fault of the bank’s systems',
      who: 'finance asks the bank whether it really was not paid; paid again as it is',
    },
    returned: {
      what: 'taken back by the bank, which does not say why',
      who: 'finance asks the bank why; to be paid again, the department confirms or corrects the account',
    },
    unknown: { what: 'not known', who: 'finance asks the bank first' },
  },
};

export default en;
