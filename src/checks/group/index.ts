import excludedCombination from './excluded-combination.ts';
import type { GroupRule } from './group-rule.ts';
import householdPaidTwice from './household-paid-twice.ts';
import identityConflict from './identity-conflict.ts';
import overHouseholdCeiling from './over-household-ceiling.ts';
import overPersonCeiling from './over-person-ceiling.ts';
import paidTwice from './paid-twice.ts';
import probableSamePerson from './probable-same-person.ts';
import sameAgent from './same-agent.ts';
import severalAccounts from './several-accounts.ts';
import severalDepartments from './several-departments.ts';
import sharedAccount from './shared-account.ts';
import sharedPhone from './shared-phone.ts';
import splitPayment from './split-payment.ts';

/** The rules between rows, in the order in which their findings are listed. */
export const PAYOUT_RULES: readonly GroupRule[] = [
  paidTwice,
  excludedCombination,
  householdPaidTwice,
  overPersonCeiling,
  overHouseholdCeiling,
  identityConflict,
  probableSamePerson,
  severalDepartments,
  sharedAccount,
  severalAccounts,
  sharedPhone,
  sameAgent,
  splitPayment,
];
